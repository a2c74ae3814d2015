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

/**
 * The lesson, and after it what students might answer to every exercise: one run shows both. The untouched exercise and
 * the solution are judged by the lesson itself, where its checks stand. `checks` says where each trial is judged.
 */
export function withTrials(
  notebook: Notebook,
  given: readonly Answers[],
): { run: Notebook; checks: number[][] } {
  const cells = [...notebook.cells];
  const tried = ({ exercise, solution, check }: Exercise, attempt: string): number => {
    cells.push(cell(joinText(exercise.source), exercise), cell(attempt, solution));
    return cells.push(cell(joinText(check.source))) - 1;
  };
  const checks = exercisesOf(notebook).map((exercise, i) => {
    const { wrong, right } = given[i];
    const place = (own: Cell): number => notebook.cells.indexOf(own);
    return [
      place(exercise.check),
      tried(exercise, wrong[0]),
      tried(exercise, wrong[1]),
      place(exercise.again),
      tried(exercise, right),
    ];
  });
  return { run: { ...notebook, cells }, checks };
}

/** What a cell printed. */
export function said(notebook: Notebook, index: number): string {
  const outputs = notebook.cells[index].outputs ?? [];
  return outputs.map((output) => ("text" in output ? joinText(output.text) : "")).join("");
}
