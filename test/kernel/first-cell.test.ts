import { afterAll, expect, test } from "vitest";
import { startKernel } from "../../src/kernel/kernel";
import { runNotebook } from "../../src/kernel/run-notebook";
import { notebookOf, Workspace } from "./workspace";

const workspace = new Workspace();
afterAll(() => workspace.remove());
const cwd = workspace.folder;
const rounds = 3;
const allowedSeconds = 0.5;

async function firstCellSeconds(code: string): Promise<number> {
  const { ok, cells, failure } = await runNotebook(notebookOf(code), { cwd });
  expect(failure).toBeUndefined();
  expect(ok).toBe(true);
  return cells[0]!.seconds;
}

test(`importing klab in the first cell costs at most ${allowedSeconds} s`, async () => {
  const [empty, imported]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    empty.push(await firstCellSeconds("// empty"));
    imported.push(await firstCellSeconds('import { kl, normal } from "klab";'));
  }
  const cost = Math.min(...imported) - Math.min(...empty);
  console.log(`first cell: import of klab costs ${cost.toFixed(2)} s`);
  expect(cost).toBeLessThanOrEqual(allowedSeconds);
});

test("the kernel's help for kl shows its signature and docstring", async () => {
  const kernel = await startKernel({ cwd });
  try {
    await kernel.execute('import { kl } from "klab";');
    const code = "kl([1], [1])";
    const { content } = await kernel.request("inspect_request", {
      code,
      cursor_pos: 1,
      detail_level: 0,
    });
    expect(content).toMatchObject({ status: "ok", found: true });
    const text = (content.data as Record<string, string>)["text/plain"];
    expect(text).toMatch(/kl\(p: .*\): number/s);
    expect(text).toMatch(/D\(p ?‖ ?q\)/);
  } finally {
    await kernel.close();
  }
});

test("kl, explain, figures and show type-check in a cell, also inside a student's own function", async () => {
  const result = await runNotebook(
    notebookOf(
      `import { explain, figures, kl, show } from "klab";
function myReport(p: number[], q: number[]) {
  show(figures.pmfPair(p, q));
  return explain(p, q);
}
function myKl(p: number[], q: number[], base = 2) { return kl(p, q, { base }); }
const bits: number = myKl([0.5, 0.5], [0.25, 0.75]);
const twice = (f: typeof kl) => 2 * f([0.5, 0.5], [0.25, 0.75]);
console.log(bits.toFixed(4), twice(kl) > 0);
myReport([0.5, 0.5], [0.25, 0.75])`,
      "const wrong: string = kl([1], [1])",
    ),
    { cwd },
  );
  expect(result.failure).toMatchObject({ cellIndex: 1 });
  expect(result.failure?.message).toContain("'number' is not assignable to type 'string'");
  const outputs = JSON.stringify(result.notebook.cells[0]!.outputs);
  expect(outputs).toContain("0.2075 true");
  expect(outputs).toContain("application/vnd.plotly.v1+json");
});
