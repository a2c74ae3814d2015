import { exercisesOf } from "../notebook/exercises";
import { type Cell, hasTag, type Notebook } from "../notebook/nbformat";

/** Whether a cell runs and is in no page, or its code is not. */
export const isSetUp = (cell: Cell): boolean =>
  cell.cell_type === "code" && (hasTag(cell, "remove-cell") || hasTag(cell, "remove-input"));

/** A cell that runs and is not looked at: folded, where a page has none of it. */
function folded(cell: Cell): Cell {
  const { tags, jupyter, ...metadata } = cell.metadata;
  const kept = (Array.isArray(tags) ? tags : []).filter(
    (tag) => !/^remove-(?:cell|input)$/.test(String(tag)),
  );
  const hidden = { ...(typeof jupyter === "object" ? jupyter : {}), source_hidden: true };
  const outputs = hasTag(cell, "remove-cell") ? { outputs: [], execution_count: null } : {};
  return {
    ...cell,
    ...outputs,
    metadata: { ...metadata, ...(kept.length > 0 ? { tags: kept } : {}), jupyter: hidden },
  };
}

/** Tells the cells that prepare others for students: what is removed inside an exercise is not for them. */
export function studentsSetUp({ cells }: Notebook): (cell: Cell, index: number) => boolean {
  const exercises = exercisesOf(cells);
  const isInside = (index: number): boolean =>
    exercises.some(({ start, end }) => index >= start && index < end);
  const isForTeachers = (cell: Cell): boolean =>
    ["solution", "teacher", "check"].some((tag) => hasTag(cell, tag));
  return (cell, index) => isSetUp(cell) && !isInside(index) && !isForTeachers(cell);
}

/** Cells that prepare others and are in no page stay in the notebook that students run, folded. */
export function keepSetUp(notebook: Notebook): Notebook {
  const isKept = studentsSetUp(notebook);
  return {
    ...notebook,
    cells: notebook.cells.map((cell, i) => (isKept(cell, i) ? folded(cell) : cell)),
  };
}
