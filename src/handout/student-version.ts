import { type Cell, hasTag, joinText, type Notebook } from "../notebook/nbformat";
import { HandoutError } from "../pictures/handout-error";
import { isRecord } from "../words/is-record";
import { commentMark } from "./comment-mark";
import { nearMissText, unknownTags } from "./tag-check";

/** One change on the way from a teacher's notebook to a handout. */
export type Transform = (notebook: Notebook) => Notebook;

const mapCells =
  (change: (cell: Cell, notebook: Notebook) => Cell): Transform =>
  (notebook) => ({ ...notebook, cells: notebook.cells.map((cell) => change(cell, notebook)) });

/**
 * Lets no notebook pass whose tags may have been meant to hide something.
 *
 * @throws HandoutError naming each cell and tag that is nearly a known one
 */
export const refuseNearMisses: Transform = (notebook) => {
  const near = unknownTags(notebook).filter((tag) => tag.near !== undefined);
  if (near.length > 0) throw new HandoutError(near.map(nearMissText).join("; "));
  return notebook;
};

/** A student's page has none of the cells that speak to the teacher. */
export const removeTeacherNotes: Transform = (notebook) => ({
  ...notebook,
  cells: notebook.cells.filter((cell) => !hasTag(cell, "teacher")),
});

function emptied(cell: Cell, notebook: Notebook): string {
  if (cell.cell_type === "raw") return "";
  if (cell.cell_type === "markdown") return "*在这里写你的回答。*";
  return `${commentMark(notebook)} 在这里写你的代码`;
}

/** A solution cell with nothing of the solution left: figures and attachments can give it away as well. */
function blank(cell: Cell, notebook: Notebook, kept?: string): Cell {
  const { attachments: _, ...rest } = cell;
  const source = kept ?? emptied(cell, notebook);
  const metadata = { tags: cell.metadata.tags };
  return cell.cell_type === "code"
    ? { ...rest, source, metadata, outputs: [], execution_count: null }
    : { ...rest, source, metadata };
}

/** Fills a student's page with blanks: every cell tagged solution. */
export const blankSolutions: Transform = mapCells((cell, notebook) =>
  hasTag(cell, "solution") ? blank(cell, notebook) : cell,
);

/** How a comment begins, in the languages of kernels. */
const comment = "(?:#+|//+|%+|--+|;+|/\\*+|<!--)";

/** From an opening mark of nbgrader's or otter's to its closing one, or to the end where that is missing. */
const region = (begin: string, end: string): RegExp =>
  new RegExp(
    `^([^\\S\\n]*)[^\\n]*?(?:${comment}|===)[^\\S\\n]*${begin}\\b[\\s\\S]*?(?:(?:${comment}|===)[^\\S\\n]*${end}\\b[^\\n]*\\n?|$(?![\\s\\S]))`,
    "gm",
  );
const solutionRegion = region("BEGIN SOLUTION", "END SOLUTION");
const hiddenRegion = region(
  "BEGIN (?:HIDDEN TESTS?|MARK SCHEME|TESTS?)",
  "END (?:HIDDEN TESTS?|MARK SCHEME|TESTS?)",
);

/** nbgrader's marks: regions of solutions, hidden tests and mark schemes, and cells that a student is to fill. */
export const blankNbgrader: Transform = mapCells((cell, notebook) => {
  const source = joinText(cell.source);
  const { nbgrader } = cell.metadata;
  const marks = isRecord(nbgrader) ? nbgrader : {};
  const shown = source
    .replace(solutionRegion, (_, indent: string) => `${indent}${emptied(cell, notebook)}\n`)
    .replace(hiddenRegion, "");
  if (shown !== source) return blank(cell, notebook, shown);
  // Without a region the whole cell is the answer; a task holds the question as well.
  if (marks.solution === true && marks.task !== true) return blank(cell, notebook);
  return marks.grade === true && cell.cell_type === "code" ? withoutOutputs(cell) : cell;
});

/** A cell without its outputs, which still counts as run. */
function withoutOutputs(cell: Cell): Cell {
  const ran = typeof cell.execution_count === "number" || (cell.outputs ?? []).length === 0;
  return { ...cell, outputs: ran ? [] : [{ output_type: "stream", name: "stdout", text: "" }] };
}

/** What a check said of the solution, which the student has not written yet: it may repeat the answer's numbers. */
export const removeVerdicts: Transform = mapCells((cell) =>
  cell.cell_type === "code" && hasTag(cell, "check") ? withoutOutputs(cell) : cell,
);

/** On the way to a student's notebook, in this order. */
export const studentVersion: readonly Transform[] = [
  refuseNearMisses,
  removeTeacherNotes,
  blankSolutions,
  blankNbgrader,
  removeVerdicts,
];
