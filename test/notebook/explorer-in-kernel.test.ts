import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readNotebookFiles } from "../../src/kernel/notebook-file";
import { runFiles } from "../../src/kernel/run-files";

const folder = join(".klab", `explorer-${process.pid}`);
beforeAll(() => mkdirSync(folder, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cell = (source: string, tags: string[] = []): object => ({
  cell_type: "code",
  id: `c${Math.abs(source.length)}`,
  metadata: { tags },
  source,
  outputs: [],
  execution_count: null,
});

test("in tslab an explorer type-checks and shows itself; one that closes over cell names is refused with them", async () => {
  const cells = [
    cell('import { explore, normal, slider } from "klab";\nconst sigma = 2;'),
    cell(
      "explore((klab, v) => klab.figures.densityPair(klab.normal(0, 1), klab.normal(v.mu, 1), { points: 21 }), { mu: slider(-3, 3, 1) })",
    ),
    cell(
      "explore((klab, v) => klab.figures.densityPair(normal(0, 1), klab.normal(v.mu, sigma)), { mu: slider(-3, 3, 1) })",
      ["raises-exception"],
    ),
  ];
  const kernelspec = { name: "tslab", display_name: "TypeScript", language: "typescript" };
  const file = join(folder, "explorer.ipynb");
  const notebook = { cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 };
  writeFileSync(file, JSON.stringify(notebook));
  const [{ result }] = await runFiles(readNotebookFiles([file]));
  expect(result.failure).toBeUndefined();
  const outputs = result.notebook.cells.map((c) => JSON.stringify(c.outputs));
  expect(outputs[1]).toContain("0.5 nat");
  expect(outputs[1]).toContain("sliders");
  expect(outputs[2]).toMatch(/normal、sigma/);
  expect(outputs[2]).toContain("klab.normal");
}, 120_000);
