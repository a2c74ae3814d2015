import { type Cell, hasTag, joinText, type Notebook } from "../notebook/nbformat";

/** Who a handout is for. */
export type Audience = "student" | "teacher";

/** One change on the way from a teacher's notebook to a handout. */
export type Transform = (notebook: Notebook) => Notebook;

const mapCells =
  (change: (cell: Cell) => Cell): Transform =>
  (notebook) => ({ ...notebook, cells: notebook.cells.map(change) });

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

export const blankSolutions: Transform = mapCells((cell) =>
  hasTag(cell, "solution") ? blank(cell) : cell,
);

/** What a check said of the solution, which the student has not written yet: it may repeat the answer's numbers. */
export const removeVerdicts: Transform = mapCells((cell) =>
  cell.cell_type === "code" && hasTag(cell, "check") ? { ...cell, outputs: [] } : cell,
);

/** What each reader gets, in the order it happens. */
export const versions: Readonly<Record<Audience, readonly Transform[]>> = {
  teacher: [],
  student: [removeTeacherNotes, blankSolutions, removeVerdicts],
};

/** The notebook as its readers get it. */
export function makeVersion(notebook: Notebook, audience: Audience): Notebook {
  return versions[audience].reduce((result, transform) => transform(result), notebook);
}

const withoutComments = (code: string): string =>
  code.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");

/** True for a code cell that has something to run and has not run. */
export function neverRan(cell: Cell): boolean {
  return (
    cell.cell_type === "code" &&
    typeof cell.execution_count !== "number" &&
    withoutComments(joinText(cell.source)).trim() !== ""
  );
}

/** Positions, from 1, of the cells that have never run. */
export function cellsNeverRun(notebook: Notebook): number[] {
  return notebook.cells.flatMap((cell, index) => (neverRan(cell) ? [index + 1] : []));
}
