import type { Cell } from "../notebook/nbformat";

/**
 * The id of a cell's element on the page.
 *
 * JupyterLab takes `lesson.ipynb#cell-id=3123beef` to that cell; with the same words as its id, the link works in the
 * handout too. Cells of notebooks older than nbformat 4.5 have no id and are counted.
 *
 * @param position counts the page's cells from 1
 */
export function cellAnchor(cell: Cell, position: number): string {
  return cell.id ? `cell-id=${cell.id}` : `cell-${position}`;
}
