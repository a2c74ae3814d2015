import type { Cell, Notebook } from "../notebook/nbformat";

/** One change on the way from a teacher's notebook to a handout. */
export type Transform = (notebook: Notebook) => Notebook;

/** The change that changes each cell by itself. */
export const mapCells =
  (change: (cell: Cell, notebook: Notebook) => Cell): Transform =>
  (notebook) => ({ ...notebook, cells: notebook.cells.map((cell) => change(cell, notebook)) });
