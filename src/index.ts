// The door of klab: the library, and `explore`, which hands it to the functions of explorers.
export * from "./library";
export { explore, type ExplorerModules, type Klab } from "./klab";
