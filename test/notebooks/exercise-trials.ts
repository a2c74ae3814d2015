import { type Cell, hasTag, joinText, type Notebook } from "../../src/notebook/nbformat";
import type { Answers } from "./answers";

/** A student's cell, a check of what stands in it, the solution, and the check once more. */
export interface Exercise {
  readonly exercise: Cell;
  readonly check: Cell;
  readonly solution: Cell;
  readonly again: Cell;
}

const isCode = (cell: Cell): boolean => cell.cell_type === "code";

export function exercisesOf({ cells }: Notebook): Exercise[] {
  const code = cells.filter(isCode);
  return code.flatMap((solution, at) =>
    hasTag(solution, "solution")
      ? [{ exercise: code[at - 2], check: code[at - 1], solution, again: code[at + 1] }]
      : [],
  );
}

const cell = (source: string): Cell => ({
  cell_type: "code",
  source,
  metadata: {},
  outputs: [],
  execution_count: null,
});

export const trials = [
  "untouched",
  "wrong",
  "also wrong",
  "solution",
  "another right answer",
] as const;

/** The lesson, and after it every exercise tried five ways: one run shows both. `checks` says where they are judged. */
export function withTrials(
  notebook: Notebook,
  given: readonly Answers[],
): { run: Notebook; checks: number[][] } {
  const cells = [...notebook.cells];
  const checks = exercisesOf(notebook).map(({ exercise, solution, check }, i) => {
    const { wrong, right } = given[i];
    const attempts = [undefined, wrong[0], wrong[1], joinText(solution.source), right];
    return attempts.map((attempt) => {
      cells.push(cell(joinText(exercise.source)));
      if (attempt !== undefined) cells.push(cell(attempt));
      return cells.push(cell(joinText(check.source))) - 1;
    });
  });
  return { run: { ...notebook, cells }, checks };
}

/** What a cell printed. */
export function said(notebook: Notebook, index: number): string {
  const outputs = notebook.cells[index].outputs ?? [];
  return outputs.map((output) => ("text" in output ? joinText(output.text) : "")).join("");
}
