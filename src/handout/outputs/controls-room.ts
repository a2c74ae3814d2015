import type { ExplorerSpec } from "../../page/explorer-markup";

/** The room that an explorer's controls take, as custom properties: rows of one height. */
export const controlsRoom = ({ controls, goals = [] }: ExplorerSpec): string =>
  `--rows:${Object.keys(controls).length};--goals:${goals.length}`;
