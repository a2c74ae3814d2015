import { type Cell, hasTag, joinText, type Notebook } from "../../src/notebook/nbformat";
import { trainingMarks } from "../../src/notebook/training-marks";
import { cellsNeeded } from "../../src/page/live/evaluate/cells-needed";
import { withNumbers } from "../../src/words/with-numbers";
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

const trials = [
  "untouched",
  "wrong",
  "also wrong",
  "solution",
  "another right answer",
  "a rounded right answer",
] as const;

const attemptsOf = ({ wrong, right, rounded }: Answers): string[] => [
  ...wrong,
  right,
  ...(rounded === undefined ? [] : [rounded]),
];

const importLine = /^import [^;]+;\n?/gm;

/** Stands before what the trial of that number prints. */
const heading = (number: number): string => `\u2063trial ${number}`;

/** A student's cell with an answer after it, and the check of it, in names of their own. */
function tried({ exercise, check }: Exercise, attempt: string, number: number): string {
  const { small = {} } = trainingMarks(exercise);
  const untouched = withNumbers(joinText(exercise.source), small).replace(importLine, "");
  const answer = withNumbers(attempt, small);
  const call = joinText(check.source).trimEnd().split("\n").at(-1);
  return `console.log(${JSON.stringify(heading(number))});
try {
${untouched}
${answer}
${call}
} catch (error) {
  console.log("thrown: " + error);
}`;
}

/** In one cell, what students might answer to every exercise. */
function trialsCell(notebook: Notebook, given: readonly Answers[]): Cell {
  const exercises = exercisesOf(notebook);
  const attempts = exercises.flatMap((exercise, i) =>
    attemptsOf(given[i]).map((attempt) => ({ exercise, attempt })),
  );
  const imports = exercises.flatMap(
    ({ exercise }) => joinText(exercise.source).match(importLine) ?? [],
  );
  return {
    cell_type: "code",
    source: [
      ...new Set(imports),
      ...attempts.map(({ exercise, attempt }, number) => tried(exercise, attempt, number)),
    ].join("\n"),
    metadata: {},
    outputs: [],
    execution_count: null,
  };
}

/**
 * The lesson, and after it, in one cell, what students might answer to every exercise: one run shows both. The untouched
 * exercise and the solution are judged by the lesson itself, where its checks stand.
 */
export function withTrials(notebook: Notebook, given: readonly Answers[]): Notebook {
  if (given.length === 0) return notebook;
  return { ...notebook, cells: [...notebook.cells, trialsCell(notebook, given)] };
}

/** Of a lesson that has run whole: what shall run once more. */
export interface Again {
  readonly trials: boolean;
  /** Those that have smaller numbers for tests. */
  readonly trainings: boolean;
}

/** The cells of `again`, the trials last, and those that they need; none where there is nothing to run. */
export function cellsAgain(
  notebook: Notebook,
  given: readonly Answers[],
  again: Again,
): readonly Cell[] {
  const code = [
    ...notebook.cells.filter(isCode),
    ...(again.trials ? [trialsCell(notebook, given)] : []),
  ];
  const planned = code.map((cell, i) => ({
    cell: String(i),
    source: joinText(cell.source),
    hasRun: false,
  }));
  const needed = new Set<string>();
  const take = (i: number): void => {
    for (const one of [...cellsNeeded(planned.slice(0, i + 1)), String(i)]) needed.add(one);
  };
  if (again.trials) take(code.length - 1);
  for (const [i, cell] of code.entries()) if (again.trainings && trainingMarks(cell).small) take(i);
  // Pages run without types, kernels do not.
  for (let size = 0; size !== needed.size; ) {
    size = needed.size;
    const text = planned.map(({ cell, source }) => (needed.has(cell) ? source : "")).join("\n");
    for (const [i, { source }] of planned.entries()) {
      const types = Array.from(
        source.matchAll(/^(?:type|interface|enum) (\w+)/gm),
        ([, name]) => name,
      );
      if (types.some((name) => new RegExp(`\\b${name}\\b`).test(text))) take(i);
    }
  }
  return code.filter((_, i) => needed.has(String(i)));
}

/** A trial's name, and what the check said. */
type Verdict = readonly [trial: string, said: string];

/** What each check said, by exercise: in the lesson as it ran, and in what the trials printed. */
export function verdicts(
  notebook: Notebook,
  given: readonly Answers[],
  ran: { readonly lesson: Notebook; readonly trials: string },
): (readonly Verdict[])[] {
  const answered = ran.trials.split(/\u2063trial \d+\n/).slice(1);
  return exercisesOf(notebook).map(({ check, again }, i) => {
    const [untouched, solution] = [check, again].map((cell) =>
      printedBy(ran.lesson.cells[notebook.cells.indexOf(cell)]),
    );
    const attempts = answered.splice(0, attemptsOf(given[i]).length);
    return [untouched, ...attempts.slice(0, 2), solution, ...attempts.slice(2)].map(
      (text, trial) => [trials[trial], text.trim()],
    );
  });
}

/** What a cell printed. */
export function printedBy({ outputs = [] }: Cell): string {
  return outputs.map((output) => ("text" in output ? joinText(output.text) : "")).join("");
}
