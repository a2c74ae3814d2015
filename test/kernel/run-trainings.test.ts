import { afterAll, expect, test, vi } from "vitest";
import type { Cell } from "../../src/notebook/nbformat";
import { notebookOf, Workspace } from "./workspace";

const workspace = new Workspace();
vi.setConfig({ testTimeout: 180_000 }); // kernels start in seconds, on a loaded machine in many
afterAll(() => workspace.remove());

/** Cells of code, each with what its metadata says under `klab`. */
function trainingsOf(...cells: readonly (readonly [source: string, klab?: object])[]) {
  const notebook = notebookOf(...cells.map(([source]) => source));
  return {
    ...notebook,
    cells: notebook.cells.map((cell, k) => ({
      ...cell,
      metadata: (cells[k][1] ? { tags: ["training"], klab: cells[k][1] } : {}) as Cell["metadata"],
    })),
  };
}

const descent: readonly [string, object] = [
  "const steps = 40;\nlet x = 8;\nfor (let i = 0; i < steps; i++) x /= 2;\nconsole.log('loss = ' + x, 'steps: ' + steps);",
  {
    metrics: { loss: [0, 1e-10], steps: [40, 40] },
    small: { steps: 2 },
    smallMetrics: { loss: [2, 2] },
  },
];

test("metrics of a training are compared after its run, and a small run has numbers and bands of its own", async () => {
  const after: readonly [string, object] = [
    "console.log('last = ' + x)",
    { metrics: { last: [0, 1e-10] } },
  ];
  workspace.write("fine.ipynb", trainingsOf(descent, after));
  const before = workspace.read("fine.ipynb");
  // The run of a notebook that fails so ends there, and stores nothing.
  workspace.write("stops.ipynb", trainingsOf(["1", { metrics: { D: [0, 1] } }], ["'never'"]));
  const whole = await workspace.klab(["run", "fine.ipynb", "stops.ipynb"]);
  expect(whole.code).toBe(1);
  expect(whole.stdout).toMatch(/^✓ fine\.ipynb: 2 .* 3 metrics within their bands\n$/);
  expect(whole.stderr).toMatch(/^✗ stops\.ipynb: .*cell 1 \(code 1\/2\) missed a metric: [^✗]*$/);
  const small = await workspace.klab(["run", "fine.ipynb", "--small"]);
  expect(small, small.stderr).toMatchObject({ code: 0 });
  expect(small.stdout).toContain("1 metric within its band，小规模 / small");
  expect(workspace.read("fine.ipynb")).toBe(before);
});

test("a metric that is missing, no number or out of its band fails the run as errors do: cell, name, value and band", async () => {
  workspace.write(
    "missed.ipynb",
    trainingsOf(
      ["const D = 3; console.log('D = ' + D)", { metrics: { D: [0, 1] } }],
      ["console.log('nothing')", { metrics: { loss: [0, 1] } }],
      ["console.log('loss = ' + 0 / 0)", { metrics: { loss: [0, 1] } }],
      [
        "console.log('a = −2'); console.log('b：0.5');",
        { metrics: { a: [0, 1], b: [0, 1], c: [0, 1] } },
      ],
      ["console.log('here')"],
      ["throw new Error('E')", { metrics: { loss: [0, 1] } }],
    ),
  );
  const args = ["run", "missed.ipynb", "--keep-going", "--allow-errors", "--junit", "report.xml"];
  const { code, stderr } = await workspace.klab(args);
  expect(code).toBe(1);
  for (const says of [
    /第 1 个单元格（代码 1\/6）训练的指标不对 \/ cell 1 \(code 1\/6\) missed a metric: D = 3，应在 \[0, 1\] 内 \/ D = 3 is outside \[0, 1\]\n/,
    /cell 2 \(code 2\/6\) missed a metric: .*loss = number is not printed, wanted within \[0, 1\]\n/,
    /cell 3 \(code 3\/6\) missed a metric: .*loss is no number: NaN, wanted within \[0, 1\]\n/,
    /cell 4 .*missed a metric: .*a = -2 is outside \[0, 1\]; .*c = number is not printed.*\n/,
  ]) {
    expect(stderr).toMatch(says);
  }
  expect(stderr).not.toMatch(/\bb = /);
  const report = workspace.read("report.xml");
  expect(report).toMatch(/tests="6" failures="4" errors="0"/);
  expect(report).toMatch(/<failure type="metric" message="D = 3/);
});

test.each([
  ["--small with --write", [descent], ["--small", "--write"], "--small"],
  ["a band that is none", [["1", { metrics: { D: [1] } }]], [], "cells[0]: klab.metrics: D"],
  [
    "a name that the cell does not declare as a number",
    [["let n = 3;", { small: { n: 1 } }]],
    [],
    "cells[0]: klab.small: 这一格没有在顶层写 const n = 数; / the cell does not declare const n = number;",
  ],
  ["a name that is nearly one of ours", [["1", { metric: { D: [0, 1] } }]], [], "klab.metrics was"],
] as const)(
  "%s is refused in one line, exit 2, before anything runs",
  async (_, cells, args, says) => {
    workspace.write("refused.ipynb", trainingsOf(...cells));
    const ended = await workspace.klab(["run", "refused.ipynb", ...args]);
    expect(ended).toMatchObject({ code: 2, stdout: "" });
    expect(ended.stderr.trim().split("\n")).toHaveLength(1);
    expect(ended.stderr).toContain(says);
  },
);
