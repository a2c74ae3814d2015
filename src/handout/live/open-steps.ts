import type { Output } from "../../notebook/nbformat";
import { textOf } from "../../notebook/text-of";
import { exerciseBlanks, isExerciseHtml } from "../../page/live/exercise-blanks";

/** The open steps of the derivation exercise that a cell's stored outputs show; none where they show none. */
export function openSteps(outputs: readonly Output[]): readonly number[] {
  for (const output of outputs) {
    if (!("data" in output)) continue;
    const html = textOf(output.data, "text/html");
    if (html === undefined || !isExerciseHtml(html)) continue;
    return exerciseBlanks(textOf(output.data, "text/plain") ?? "");
  }
  return [];
}
