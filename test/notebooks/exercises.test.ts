import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runNotebook } from "../../src/kernel/run-notebook";
import { type Cell, hasTag, joinText, type Notebook } from "../../src/notebook/nbformat";
import { readNotebookFiles } from "../../src/notebook/notebook-file";
import { type Answers, answers } from "./answers";
import { passedBefore } from "./passed-before";

const files = readNotebookFiles(
  readdirSync("notebooks")
    .filter((name) => name.endsWith(".ipynb"))
    .map((name) => join("notebooks", name)),
).map((file) => ({ ...file, lesson: file.name.replace(/^.*[\\/]|\.ipynb$/g, "") }));

/** A student's cell, a check of what stands in it, the solution, and the check once more. */
interface Exercise {
  readonly exercise: Cell;
  readonly check: Cell;
  readonly solution: Cell;
  readonly again: Cell;
}

const isCode = (cell: Cell): boolean => cell.cell_type === "code";

function exercisesOf({ cells }: Notebook): Exercise[] {
  const code = cells.filter(isCode);
  return code.flatMap((solution, at) =>
    hasTag(solution, "solution")
      ? [{ exercise: code[at - 2], check: code[at - 1], solution, again: code[at + 1] }]
      : [],
  );
}

/** `const check1 = (answer: number): void => {…};` and, at the end of the cell, `check1(answer);`. */
const asFunction =
  /^(?:import [^\n]+\n)*\s*const (check\d+) = \([\s\S]*?\): void => \{\n[\s\S]*\n\};\n\n(\1\([\w, ]+\);)$/;

const cell = (source: string): Cell => ({
  cell_type: "code",
  source,
  metadata: {},
  outputs: [],
  execution_count: null,
});

const trials = ["untouched", "wrong", "also wrong", "solution", "another right answer"] as const;

/** One run of the lesson in which every exercise is tried five ways. */
function tried(
  notebook: Notebook,
  given: readonly Answers[],
): { run: Notebook; checks: number[][] } {
  const exercises = exercisesOf(notebook);
  const part = new Set(
    exercises.flatMap(({ exercise, check, solution, again }) => [exercise, check, solution, again]),
  );
  const cells = notebook.cells.filter((own) => isCode(own) && !part.has(own));
  const checks = exercises.map(({ exercise, solution, check }, i) => {
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

function said(notebook: Notebook, index: number): string {
  const outputs = notebook.cells[index].outputs ?? [];
  return outputs.map((output) => ("text" in output ? joinText(output.text) : "")).join("");
}

describe.each(files)("$lesson", ({ lesson, notebook, folder, text }) => {
  const memory = passedBefore("exercises", text, JSON.stringify(answers[lesson] ?? []));
  const exercises = exercisesOf(notebook);

  test("each check is a function of the answer, called after the student's cell and again after the solution", () => {
    for (const { exercise, check, again } of exercises) {
      expect(hasTag(exercise, "exercise")).toBe(true);
      expect([check, again].map((own) => hasTag(own, "check"))).toEqual([true, true]);
      const [, , call] = asFunction.exec(joinText(check.source)) ?? [];
      expect(joinText(again.source)).toBe(call);
      for (const answer of call.match(/(?<=[(, ])\w+(?=[,)])/g) ?? [])
        expect(joinText(exercise.source)).toContain(`let ${answer}`);
    }
    const checks = notebook.cells.filter((own) => hasTag(own, "check"));
    expect(checks).toHaveLength(2 * exercises.length);
    expect(answers[lesson] ?? []).toHaveLength(exercises.length);
  });

  test.skipIf(memory.known || exercises.length === 0)(
    `each check rejects the untouched exercise and two wrong answers, accepts the solution and another right one${memory.note}`,
    { timeout: 300_000 },
    async () => {
      const { run, checks } = tried(notebook, answers[lesson]);
      const { notebook: executed, failure } = await runNotebook(run, { cwd: folder });
      expect(failure).toBeUndefined();
      for (const [i, places] of checks.entries()) {
        const marks = places.map((place, k) => `${trials[k]}: ${said(executed, place).trim()[0]}`);
        expect(marks, `exercise ${i + 1}: ${places.map((p) => said(executed, p))}`).toEqual([
          "untouched: ✗",
          "wrong: ✗",
          "also wrong: ✗",
          "solution: ✓",
          "another right answer: ✓",
        ]);
      }
      memory.remember();
    },
  );
});
