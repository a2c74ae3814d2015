import { type Cell, hasTag, joinText } from "./nbformat";

/** An exercise of a notebook: from its `exercise` cell to the next one or to the next heading. */
export interface Exercise {
  /** The index of its first cell. */
  readonly start: number;
  /** The index after its last cell. */
  readonly end: number;
  /** The index of its first solution; undefined where none is marked. */
  readonly solution: number | undefined;
  /** What it is called: its heading, else its first bold words, else its first line. */
  readonly title: string;
}

const isSolutionTagged = (cell: Cell): boolean => hasTag(cell, "solution");

/**
 * The exercises of a notebook, in order.
 *
 * The cell in which a student is to write is often tagged `exercise` as well as the question before it: a code cell
 * opens an exercise of its own only where the question before it has its solution already. Headings of cells that are a solution, a check or a teacher's note end nothing.
 *
 * @param isSolution tells solutions that bear other marks than the tag
 */
export function exercisesOf(
  cells: readonly Cell[],
  isSolution: (cell: Cell) => boolean = isSolutionTagged,
): Exercise[] {
  const exercises: { start: number; end: number; solution: number | undefined; title: string }[] =
    [];
  let open: (typeof exercises)[number] | undefined;
  const close = (end: number): void => {
    if (open) open.end = end;
    open = undefined;
  };
  for (const [index, cell] of cells.entries()) {
    if (hasTag(cell, "exercise") && !isPlaceToWrite(cells, open, index)) {
      close(index);
      open = { start: index, end: cells.length, solution: undefined, title: titleOf(cell) };
      exercises.push(open);
    } else if (endsExercise(cell)) close(index);
    if (open && open.solution === undefined && isSolution(cell)) open.solution = index;
  }
  return exercises;
}

/** The index after the last cell before the next exercise or heading. */
export function endOfSection(cells: readonly Cell[], index: number): number {
  const end = cells.findIndex(
    (cell, i) => i > index && (hasTag(cell, "exercise") || endsExercise(cell)),
  );
  return end < 0 ? cells.length : end;
}

/** Whether the cell, tagged `exercise`, is one in which the answer to the open exercise's question is to be written. */
const isPlaceToWrite = (
  cells: readonly Cell[],
  open: Omit<Exercise, "end"> | undefined,
  index: number,
): boolean =>
  open !== undefined &&
  open.solution === undefined &&
  cells[open.start].cell_type === "markdown" &&
  cells[index].cell_type === "code";

const inExercise = ["solution", "check", "teacher", "exercise"];

const endsExercise = (cell: Cell): boolean =>
  cell.cell_type === "markdown" &&
  !inExercise.some((tag) => hasTag(cell, tag)) &&
  hasHeading(joinText(cell.source));

const heading = /^ {0,3}#{1,6}(?:[ \t]|$)|^\s*<h[1-6][\s>]/i;
const underline = /^ {0,3}(?:=+|-+)\s*$/;
const isWords = (line: string): boolean => /\S/.test(line) && !/^ {0,3}(?:[>|#]|[-*+] )/.test(line);

/** Whether Markdown holds a heading outside of its code. */
export function hasHeading(markdown: string): boolean {
  const lines = linesOutsideCode(markdown);
  return lines.some(
    (line, i) => heading.test(line) || (i > 0 && underline.test(line) && isWords(lines[i - 1])),
  );
}

/** The lines of Markdown, those of fenced code left empty. */
export function linesOutsideCode(markdown: string): string[] {
  let fence: string | undefined;
  return markdown.split("\n").map((line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === undefined && mark !== undefined) fence = mark;
    else if (fence !== undefined) {
      if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined;
    } else return line;
    return "";
  });
}

const longestTitle = 60;

function titleOf(cell: Cell): string {
  const text = joinText(cell.source);
  const lines = text.split("\n");
  const headed = lines.find((line) => heading.test(line))?.replace(/^\s*#+\s*|<[^>]*>/g, "");
  const bold = /\*\*([^*\n]+)\*\*/.exec(text)?.[1];
  const first = lines.find((line) => line.trim() !== "") ?? "";
  const title = (headed || bold || first).trim();
  return title.length <= longestTitle ? title : `${title.slice(0, longestTitle)}…`;
}
