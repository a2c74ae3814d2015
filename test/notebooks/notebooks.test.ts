import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { plotlyMime } from "../../src/display/mime";
import { runFiles } from "../../src/kernel/run-files";
import { hasTag, joinText } from "../../src/notebook/nbformat";
import { readNotebookFiles } from "../../src/notebook/notebook-file";
import { passedBefore } from "./passed-before";
import { outputDifference, sameText } from "./same-output";

const files = readNotebookFiles(
  readdirSync("notebooks")
    .filter((name) => name.endsWith(".ipynb"))
    .map((name) => join("notebooks", name)),
);

test("numbers may differ in their last bits, words may not", () => {
  expect(sameText("D = 0.30000000000000004 nat", "D = 0.3 nat")).toBe(true);
  expect(sameText("D = 0.3001 nat", "D = 0.3 nat")).toBe(false);
  expect(sameText("D = 0.3 nat", "D = 0.3 bit")).toBe(false);
  expect(sameText("D = −0.3 nat", "D = 0.3 nat")).toBe(false);
});

describe.each(files)("$name", ({ name, text, notebook }) => {
  const memory = passedBefore("outputs", text);

  test.skipIf(memory.known)(
    `runs in a real kernel and gives the outputs it has${memory.note}`,
    { timeout: 300_000 },
    async () => {
      const [{ result }] = await runFiles(readNotebookFiles([name]));
      expect(result.failure).toBeUndefined();
      for (const [i, cell] of notebook.cells.entries()) {
        if (cell.cell_type !== "code" || hasTag(cell, "training")) continue;
        const difference = outputDifference(cell.outputs!, result.notebook.cells[i].outputs!);
        expect(difference, `cell ${i + 1}`).toBeUndefined();
      }
      memory.remember();
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

  test("has a picture of each figure, for readers without scripts", () => {
    const figures = notebook.cells
      .flatMap((cell) => cell.outputs ?? [])
      .filter((output) => "data" in output && plotlyMime in output.data);
    const types = figures.map((output) => Object.keys((output as { data: object }).data).sort());
    expect(types).toEqual(figures.map(() => [plotlyMime, "image/png", "text/plain"]));
  });
});
