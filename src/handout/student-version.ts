import { type Cell, hasTag, type Notebook } from "../notebook/nbformat";

/** One change on the way from a teacher's notebook to a handout. */
export type Transform = (notebook: Notebook) => Notebook;

const mapCells =
  (change: (cell: Cell) => Cell): Transform =>
  (notebook) => ({ ...notebook, cells: notebook.cells.map(change) });

/** A student's page has none of the cells that speak to the teacher. */
export const removeTeacherNotes: Transform = (notebook) => ({
  ...notebook,
  cells: notebook.cells.filter((cell) => !hasTag(cell, "teacher")),
});

const emptied = { code: "// 在这里写你的代码", markdown: "*在这里写你的回答。*", raw: "" };

/** A solution cell with nothing of the solution left: figures and attachments can give it away as well. */
function blank(cell: Cell): Cell {
  const { attachments: _, ...rest } = cell;
  const source = emptied[cell.cell_type];
  const metadata = { tags: cell.metadata.tags };
  return cell.cell_type === "code"
    ? { ...rest, source, metadata, outputs: [], execution_count: null }
    : { ...rest, source, metadata };
}

/** Fills a student's page with blanks: every cell tagged solution. */
export const blankSolutions: Transform = mapCells((cell) =>
  hasTag(cell, "solution") ? blank(cell) : cell,
);

/** What a check said of the solution, which the student has not written yet: it may repeat the answer's numbers. */
export const removeVerdicts: Transform = mapCells((cell) =>
  cell.cell_type === "code" && hasTag(cell, "check") ? { ...cell, outputs: [] } : cell,
);

/** On the way to a student's notebook, in this order. */
export const studentVersion: readonly Transform[] = [
  removeTeacherNotes,
  blankSolutions,
  removeVerdicts,
];
