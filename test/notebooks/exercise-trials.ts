import { type Cell, hasTag, joinText, type Notebook } from "../../src/notebook/nbformat";
import { trainingMarks } from "../../src/notebook/training-marks";
import { namesNotDeclared } from "../../src/words/with-numbers";
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

/** A cell to be tried; what a small run makes smaller in the cell that it stands for, it makes smaller here. */
const cell = (source: string, like?: Cell): Cell => ({
  cell_type: "code",
  source,
  metadata: like ? smallOf(like, source) : {},
  outputs: [],
  execution_count: null,
});

function smallOf(like: Cell, source: string): Cell["metadata"] {
  const { small } = trainingMarks(like);
  return small && namesNotDeclared(source, small).length === 0 ? { klab: { small } } : {};
}

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
      cells.push(cell(joinText(exercise.source), exercise));
      if (attempt !== undefined) cells.push(cell(attempt, solution));
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
