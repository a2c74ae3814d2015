import { type Exercise, endOfSection, exercisesOf } from "../notebook/exercises";
import { type Cell, hasTag, joinText, type Notebook } from "../notebook/nbformat";
import { isRecord } from "../words/is-record";
import { checkStudents } from "./checks/check-students";
import { commentMark } from "./comment-mark";
import { foldHints } from "./fold-hints";
import { HandoutError } from "./handout-error";
import { showsOpenSteps } from "./live/open-steps";
import { neverRan } from "./never-ran";
import { nearMissText, unknownTags } from "./tag-check";
import { mapCells, type Transform } from "./transform";

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

/**
 * Lets no notebook pass in which an answer may stand unmarked.
 *
 * @throws HandoutError naming each exercise that has no solution
 */
export const refuseUnsolved: Transform = (notebook) => {
  const unsolved = exercisesOf(notebook.cells, isSolution).filter(
    ({ solution }) => solution === undefined,
  );
  if (unsolved.length === 0) return notebook;
  throw new HandoutError(unsolved.map(unsolvedText).join("; "));
};

const unsolvedText = ({ start, title }: Exercise): string =>
  `第${start + 1}格的练习没有标着solution的单元，答案会露给学生：${title} / cell ${start + 1}: the exercise has no cell tagged solution, and its answer would show`;

/** Whatever an exercise's cells printed or drew goes: what comes after a solution tells of it. */
export const removeOutputsOfExercises: Transform = (notebook) => {
  const { cells } = notebook;
  const within = new Set(
    exercisesOf(cells, isSolution).flatMap(({ start, end }) => range(start, end)),
  );
  // A solution outside of an exercise: what follows it is as telling, up to the next exercise or heading.
  cells.forEach((cell, index) => {
    if (!isSolution(cell) || within.has(index)) return;
    for (const after of range(index, endOfSection(cells, index))) within.add(after);
  });
  return {
    ...notebook,
    cells: cells.map((cell, index) =>
      cell.cell_type === "code" && (within.has(index) || hasTag(cell, "check"))
        ? unrun(cell)
        : cell,
    ),
  };
};

const range = (start: number, end: number): number[] =>
  Array.from({ length: end - start }, (_, i) => start + i);

/**
 * A cell as it is before it is run; one that had run says that it was meant to be left so. A derivation with steps left
 * open stays: it says what is asked, not what is answered, and in a page the lines to be filled stand beneath it.
 */
function unrun(cell: Cell): Cell {
  const asks = hasTag(cell, "exercise") && !isSolution(cell);
  const outputs = asks ? (cell.outputs ?? []).filter(showsOpenSteps) : [];
  const bare = { ...cell, outputs, execution_count: null };
  if (neverRan(cell)) return bare;
  const marks = isRecord(cell.metadata.klab) ? cell.metadata.klab : {};
  return { ...bare, metadata: { ...cell.metadata, klab: { ...marks, unrun: true } } };
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

/** Whether a cell holds an answer, by any mark we know. */
export const isSolution = (cell: Cell): boolean => {
  const { nbgrader } = cell.metadata;
  const isMarked = isRecord(nbgrader) && nbgrader.solution === true;
  solutionRegion.lastIndex = 0;
  return hasTag(cell, "solution") || isMarked || solutionRegion.test(joinText(cell.source));
};

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
  return marks.grade === true && cell.cell_type === "code" ? unrun(cell) : cell;
});

/** Every answer goes, and what is checked behind its place is the student's. */
export const blankAnswers: Transform = (notebook) =>
  checkStudents(notebook, blankNbgrader(blankSolutions(notebook)));

/** What widgets hold is outputs as well, kept beside the cells. */
export const removeWidgetState: Transform = (notebook) => {
  const { widgets: _, ...metadata } = notebook.metadata;
  return { ...notebook, metadata };
};

/** On the way to a student's notebook. */
export const studentVersion: readonly Transform[] = [
  refuseNearMisses, // before all: a tag that was meant to hide something must not pass as another
  refuseUnsolved, // while solutions can be told by their marks
  removeOutputsOfExercises, // as above: blanking takes nbgrader's and otter's marks away
  removeTeacherNotes,
  blankAnswers,
  foldHints,
  removeWidgetState,
];
