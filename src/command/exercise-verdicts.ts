import { hasCode } from "../handout/never-ran";
import type { FileRun } from "../kernel/run-files";
import { type Exercise, exercisesOf } from "../notebook/exercises";
import { hasTag } from "../notebook/nbformat";
import { stdoutOf } from "./run-report";

/** How an exercise that has a check was done. */
export interface ExerciseVerdict {
  readonly title: string;
  /** not reached: its last check did not run. */
  readonly result: "passed" | "failed" | "not reached";
  /** What the check, or the kernel, said of it. */
  readonly message: string;
}

/**
 * The verdicts of a notebook's checks, by exercise.
 *
 * A check may be called after the student's cell and once more after the place of the solution: the last one counts,
 * for either place may hold the answer. One without code counts for nothing. A check fails by an error, or by a line that
 * begins with ✗.
 */
export function exerciseVerdicts(run: FileRun): ExerciseVerdict[] {
  return exercisesOf(run.file.notebook.cells).flatMap((exercise) => {
    const check = lastCheck(run, exercise);
    return check === undefined ? [] : [verdictOf(run, exercise, check)];
  });
}

function lastCheck({ file }: FileRun, { start, end }: Exercise): number | undefined {
  const { cells } = file.notebook;
  for (let index = end - 1; index >= start; index -= 1) {
    const cell = cells[index];
    if (cell.cell_type === "code" && hasTag(cell, "check") && hasCode(cell)) return index;
  }
  return undefined;
}

function verdictOf({ result }: FileRun, { title }: Exercise, check: number): ExerciseVerdict {
  const ran = result.cells.find(({ index }) => index === check);
  if (!ran || ran.failure?.kind === "abort") return { title, result: "not reached", message: "" };
  const said = stdoutOf(result.notebook.cells[check]).trim();
  if (ran.failure) return { title, result: "failed", message: ran.failure.message };
  const wrong = said.split("\n").find((line) => line.trimStart().startsWith("✗"));
  return wrong === undefined
    ? { title, result: "passed", message: said }
    : { title, result: "failed", message: wrong.trim() };
}
