import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { plotlyMime } from "../../src/display/mime";
import { runNotebook } from "../../src/kernel/run-notebook";
import { judgeMetrics, metricText } from "../../src/notebook/judge-metrics";
import { type Cell, hasTag, joinText, type Notebook } from "../../src/notebook/nbformat";
import { type NotebookFile, readNotebookFiles } from "../../src/notebook/notebook-file";
import { trainingMarks, trainingProblem } from "../../src/notebook/training-marks";
import { CourseRuns } from "../../src/project/course-runs";
import { type Answers, answers } from "./answers";
import { cellsAgain, printedBy, verdicts, withTrials } from "./exercise-trials";
import { passedBefore } from "./passed-before";
import { runAsPage } from "./run-as-page";
import { outputDifference, sameText } from "./same-output";

const isTraining = (cell: Cell): boolean =>
  cell.cell_type === "code" &&
  (hasTag(cell, "training") || Object.keys(trainingMarks(cell)).length > 0);

const files = readNotebookFiles(
  readdirSync("notebooks")
    .filter((name) => name.endsWith(".ipynb"))
    .map((name) => join("notebooks", name)),
).map((file) => ({ ...file, lesson: file.name.replace(/^.*[\\/]|\.ipynb$/g, "") }));

/** What npm start ran in this checkout need not run again: here its outputs are compared with the stored ones. */
const runs = new CourseRuns(".");

/** Trainings run whole in the full test, with smaller numbers of theirs in the others. */
const isFull = process.env.KLAB_FULL === "1";

test("numbers may differ in their last bits, words may not", () => {
  expect(sameText("D = 0.30000000000000004 nat", "D = 0.3 nat")).toBe(true);
  expect(sameText("D = 0.3001 nat", "D = 0.3 nat")).toBe(false);
  expect(sameText("D = 0.3 nat", "D = 0.3 bit")).toBe(false);
  expect(sameText("D = −0.3 nat", "D = 0.3 nat")).toBe(false);
});

type Options = Parameters<typeof runNotebook>[1];

async function runInKernel(notebook: Notebook, options: Options): Promise<Notebook> {
  const result = await runNotebook(notebook, options);
  expect(result.failure).toBeUndefined();
  return result.notebook;
}

/** The lesson with its trials, and what these printed. */
async function runWhole(
  { notebook }: NotebookFile,
  given: readonly Answers[],
  options: Options,
): Promise<{ lesson: Notebook; trials: string }> {
  const lesson = await runInKernel(withTrials(notebook, given), options);
  return {
    lesson,
    trials: given.length > 0 ? printedBy(lesson.cells[lesson.cells.length - 1]) : "",
  };
}

/**
 * Of a lesson that npm start ran whole, its trainings with smaller numbers and its trials, and what these printed: as in
 * the page, which takes a tenth of a kernel's time, where the page has the cells that they need.
 */
async function runAgain(
  { notebook }: NotebookFile,
  given: readonly Answers[],
  options: Options,
): Promise<string> {
  const trials = given.length > 0;
  const alone = cellsAgain(notebook, given, { trials, trainings: false });
  const isInPage = !alone.some((cell) => isTraining(cell) || hasTag(cell, "kernel-only"));
  const inKernel = cellsAgain(notebook, given, { trials: trials && !isInPage, trainings: true });
  const { cells } = await runInKernel({ ...notebook, cells: [...inKernel] }, options);
  if (!trials) return "";
  return isInPage ? runAsPage(alone) : printedBy(cells[cells.length - 1]);
}

describe.each(files)("$lesson", (file) => {
  const { lesson, folder, text, notebook } = file;
  const given = answers[lesson] ?? [];
  const size = isFull ? "whole" : "small";
  const memory = passedBefore("outputs, exercises", size, text, JSON.stringify(given));
  const before = isFull ? undefined : runs.find(file);
  let executed: { lesson: Notebook; trials: string } | undefined;
  let isAsStored = false;

  test.skipIf(memory.known)(
    `runs in a real kernel and gives the outputs it has${before ? ", as npm start ran it" : ""}${memory.note}`,
    { timeout: 300_000 },
    async () => {
      const options = { cwd: folder, small: !isFull };
      executed = before
        ? { lesson: before, trials: await runAgain(file, given, options) }
        : await runWhole(file, given, options);
      const { lesson } = executed;
      for (const [i, cell] of notebook.cells.entries()) {
        if (cell.cell_type !== "code" || hasTag(cell, "training")) continue;
        const difference = outputDifference(cell.outputs!, lesson.cells[i].outputs!);
        expect(difference, `cell ${i + 1}`).toBeUndefined();
      }
      isAsStored = true;
      if (given.length === 0) memory.remember();
    },
  );

  // In the same run, after the lesson's own cells.
  test.skipIf(memory.known || given.length === 0)(
    `each check rejects the untouched exercise and two wrong answers, accepts the solution and other right ones${memory.note}`,
    () => {
      if (!executed) throw new Error("the lesson did not run");
      for (const [i, tried] of verdicts(notebook, given, executed).entries()) {
        const marks = tried.map(([trial, said]) => `${trial}: ${said[0]}`);
        const due = tried.map(([trial]) => `${trial}: ${/right|solution/.test(trial) ? "✓" : "✗"}`);
        expect(marks, `exercise ${i + 1}: ${tried.map(([, said]) => said)}`).toEqual(due);
      }
      if (isAsStored) memory.remember();
    },
  );

  test("has run as it stands: every code cell has its count, and nothing on stderr", () => {
    const code = notebook.cells.filter(
      (cell) => cell.cell_type === "code" && joinText(cell.source).trim() !== "",
    );
    expect(code.length).toBeGreaterThan(0);
    expect(code.map((cell) => cell.execution_count)).toEqual(code.map((_, i) => i + 1));
    const noise = code
      .flatMap((cell) => cell.outputs ?? [])
      .filter((o) => "name" in o && o.name === "stderr");
    expect(noise).toEqual([]);
  });

  test("each training says how well it is to go, and has gone so", () => {
    const trainings = notebook.cells.flatMap((cell, i) => (isTraining(cell) ? [{ cell, i }] : []));
    for (const { cell, i } of trainings) {
      expect(trainingProblem(cell), `cell ${i + 1}`).toBeUndefined();
      const { metrics = {}, small } = trainingMarks(cell);
      const missed = judgeMetrics(cell.outputs!, metrics).filter(({ ok }) => !ok);
      expect(missed.map(metricText), `cell ${i + 1}`).toEqual([]);
      // What runs smaller in the tests is judged there, too, or where its numbers are used.
      if (small) expect(Object.keys(metrics), `cell ${i + 1}`).not.toEqual([]);
      expect(hasTag(cell, "training"), `cell ${i + 1} is tagged training`).toBe(true);
    }
    // A cell that shows what a training gave has metrics, or the training has.
    const first = trainings[0]?.cell;
    if (first) expect(trainingMarks(first).metrics).toBeDefined();
  });

  test("has a picture of each figure, for readers without scripts", () => {
    const figures = notebook.cells
      .flatMap((cell) => cell.outputs ?? [])
      .filter((output) => "data" in output && plotlyMime in output.data);
    const types = figures.map((output) => Object.keys((output as { data: object }).data).sort());
    expect(types).toEqual(figures.map(() => [plotlyMime, "image/png", "text/plain"]));
  });
});
