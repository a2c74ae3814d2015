import { exercisesOf } from "../../notebook/exercises";
import type { Notebook } from "../../notebook/nbformat";
import { isRecord } from "../../words/is-record";

/** Gives each exercise its number, in the metadata of its first cell. */
export function numberExercises(notebook: Notebook): Notebook {
  const numbers = new Map(exercisesOf(notebook.cells).map(({ start }, i) => [start, i + 1]));
  const cells = notebook.cells.map((cell, index) => {
    const exercise = numbers.get(index);
    if (exercise === undefined) return cell;
    const klab = isRecord(cell.metadata.klab) ? cell.metadata.klab : {};
    return { ...cell, metadata: { ...cell.metadata, klab: { ...klab, exercise } } };
  });
  return { ...notebook, cells };
}
