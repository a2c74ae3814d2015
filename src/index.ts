// The one door: everything `import … from "klab"` can reach, in the order of the folders.
export { Figure, type DataTable, type FigureParts, type Layout, type Trace } from "./figures/figure";
export { show } from "./notebook/show";
