import type { Output } from "../../notebook/nbformat";
import { textOf } from "../../notebook/text-of";
import { exerciseBlanks, isExerciseHtml } from "../../page/live/exercise-blanks";

/** The open steps that an output shows; none where it shows no derivation exercise. */
function stepsIn(output: Output): readonly number[] {
  if (!("data" in output)) return [];
  const html = textOf(output.data, "text/html");
  if (html === undefined || !isExerciseHtml(html)) return [];
  return exerciseBlanks(textOf(output.data, "text/plain") ?? "");
}

/** Whether an output shows a derivation with steps left open. */
export const showsOpenSteps = (output: Output): boolean => stepsIn(output).length > 0;

/** The open steps of the derivation exercise that a cell's stored outputs show; none where they show none. */
export function openSteps(outputs: readonly Output[]): readonly number[] {
  const shown = outputs.find(showsOpenSteps);
  return shown ? stepsIn(shown) : [];
}
