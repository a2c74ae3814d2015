import { type Cell, joinText, type Notebook } from "../notebook/nbformat";
import { isRecord } from "../words/is-record";

const withoutComments = (code: string): string =>
  code.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*(?:\/\/|#(?!!)).*$/gm, "");

/** Whether there is something to run in a cell's source: comments are not. */
export const hasCode = (cell: Cell): boolean =>
  withoutComments(joinText(cell.source)).trim() !== "";

/** Whether a student's version left the cell unrun on purpose. */
const isMeantSo = ({ metadata: { klab } }: Cell): boolean => isRecord(klab) && klab.unrun === true;

/** True for a code cell that has something to run and has not run: tools that drop counts keep outputs. */
export function neverRan(cell: Cell): boolean {
  return (
    cell.cell_type === "code" &&
    !isMeantSo(cell) &&
    typeof cell.execution_count !== "number" &&
    (cell.outputs ?? []).length === 0 &&
    hasCode(cell)
  );
}

/** Positions, from 1, of the cells that have never run. */
export function cellsNeverRun(notebook: Notebook): number[] {
  return notebook.cells.flatMap((cell, index) => (neverRan(cell) ? [index + 1] : []));
}
