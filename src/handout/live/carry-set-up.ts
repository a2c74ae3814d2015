import { type Cell, hasTag, joinText, type Notebook } from "../../notebook/nbformat";
import { isRecord } from "../../words/is-record";

/** Cannot run in a page, or would not be asked for. */
const isNotForPages = (cell: Cell): boolean =>
  hasTag(cell, "kernel-only") || hasTag(cell, "training");

const isKept = (cell: Cell): boolean => cell.cell_type !== "raw" && !hasTag(cell, "remove-cell");

/**
 * Code that a page does not show goes with the next cell that it does: what the page's cells need is run for them.
 *
 * @param isSetUp whether a cell, by its index, is such code, and for the page's readers
 */
export function carrySetUp(
  notebook: Notebook,
  isSetUp: (cell: Cell, index: number) => boolean,
): Notebook {
  const { cells } = notebook;
  let carried: string[] = [];
  const carrying = cells.map((cell, index): Cell => {
    if (isSetUp(cell, index) && !isNotForPages(cell)) carried.push(joinText(cell.source));
    if (carried.length === 0 || !isKept(cell)) return cell;
    const marks = isRecord(cell.metadata.klab) ? cell.metadata.klab : {};
    const klab = { ...marks, setUp: carried };
    carried = [];
    return { ...cell, metadata: { ...cell.metadata, klab } };
  });
  return { ...notebook, cells: carrying };
}

/** The code that runs before a cell of a page and is not shown. */
export function setUpOf({ metadata: { klab } }: Cell): readonly string[] {
  const setUp = isRecord(klab) && Array.isArray(klab.setUp) ? klab.setUp : [];
  return setUp.filter((source): source is string => typeof source === "string");
}
