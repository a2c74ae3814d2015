import { readdirSync } from "node:fs";
import { afterAll, expect, test, vi } from "vitest";
import type { Cell, Notebook } from "../../src/notebook/nbformat";
import { type CellText, notebookOf, onLinux, Workspace } from "./workspace";

const workspace = new Workspace();
vi.setConfig({ testTimeout: 180_000 }); // kernels start in seconds, on a loaded machine in many
afterAll(() => workspace.remove());

const cellsOf = (name: string): readonly Cell[] =>
  (JSON.parse(workspace.read(name)) as Notebook).cells;
const outputsOf = (name: string): string[] =>
  cellsOf(name).map(({ outputs }) => JSON.stringify(outputs));

const failing: readonly CellText[] = [
  "console.log('one')",
  "console.log('before it'); throw new Error('first')",
  "console.log('two')",
  "while (true) {}",
  "console.log('three')",
  "process.exit(3)",
  "console.log('never')",
];

/** The endless cell, its own time-out in its metadata. */
function withTimeout({ cells, ...rest }: Notebook, klab: unknown): Notebook {
  const metadata = { klab } as Cell["metadata"];
  return { ...rest, cells: cells.map((cell, k) => (k === 3 ? { ...cell, metadata } : cell)) };
}

test("--keep-going goes on after cells that fail, stores all of it and still exits 1; the others run beside it", async () => {
  workspace.write("goes-on.ipynb", withTimeout(notebookOf(...failing), { timeout: 3 }));
  workspace.write("fine.ipynb", notebookOf("console.log('fine')"));
  const args = ["goes-on.ipynb", "fine.ipynb", "--write", "--keep-going", "--jobs", "4"];
  const ended = await workspace.klab(["run", ...args, "--junit", "报告/report.xml"]);
  expect(ended.code, ended.stderr).toBe(1);
  for (const says of [
    /cell 2 \(code 2\/7\) raised an error: Error: first\n.*\n {2}stdout:\n {4}before it\n/,
    /cell 4 \(code 4\/7\) timed out: .* within 3 s/,
    /cell 6 \(code 6\/7\) ended the kernel: .*exit code 3/,
  ])
    expect(ended.stderr).toMatch(says);
  const outputs = outputsOf("goes-on.ipynb");
  expect(outputs[1]).toMatch(/before it.*Error: first/);
  expect(outputs[4]).toContain("three");
  expect(outputs[6]).toBe("[]");
  expect(outputsOf("fine.ipynb")[0]).toContain("fine");
  const report = workspace.read("报告/report.xml");
  expect(report).toMatch(
    /<testsuites name="klab run" tests="8" failures="3" errors="0" skipped="1"/,
  );
  expect(report).toContain('<failure type="death"');
  expect(readdirSync(workspace.folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  if (onLinux) expect(workspace.processes()).toEqual([]);
});

test("--allow-errors takes errors for outputs: stored, exit 0, and named in the line", async () => {
  workspace.write("allowed.ipynb", notebookOf(...failing.slice(0, 3)));
  const ended = await workspace.klab(["run", "allowed.ipynb", "--write", "--allow-errors"]);
  expect(ended.code, ended.stderr).toBe(0);
  expect(ended.stdout).toContain("1 with errors (allowed)");
  expect(ended.stderr).toContain("Error: first");
  expect(outputsOf("allowed.ipynb")[2]).toContain("two");
});

test("-p sets a parameter, which is stored with what came of it; jslab's notebooks run as JavaScript", async () => {
  workspace.write(
    "parameters.ipynb",
    notebookOf(["const n = 1, who = 'x';\nconst twice = 2 * n;", "parameters"], "[n, who, twice]"),
  );
  const jslab = { name: "jslab", display_name: "JavaScript", language: "javascript" };
  const script = notebookOf(
    ["let n = 1, who", "parameters"],
    "function pair(a, b) { return [a, b]; }\nconsole.log(pair(n)[0], who)", // one argument of two
  );
  workspace.write("script.ipynb", { ...script, metadata: { kernelspec: jslab } });
  const files = ["parameters.ipynb", "script.ipynb"];
  const ended = await workspace.klab([
    "run",
    ...files,
    "--write",
    "-p",
    "n=20",
    "-p",
    "who=汉'字\"",
  ]);
  expect(ended.code, ended.stderr).toBe(0);
  expect(cellsOf("parameters.ipynb")[0].source).toEqual([
    'const n = 20, who = "汉\'字\\"";\n',
    "const twice = 2 * n;",
  ]);
  expect(outputsOf("parameters.ipynb")[1]).toContain("[ 20, `汉'字\\\"`, 40 ]");
  expect(outputsOf("script.ipynb")[1]).toContain("20 汉'字");
});

workspace.write("one.ipynb", notebookOf("1"));
workspace.write("bad-timeout.ipynb", withTimeout(notebookOf(...failing), { timeout: "soon" }));

test.each([
  [["one.ipynb", "-p", "n=1"], "no cell is tagged parameters"],
  [["one.ipynb", "-p", "n"], "name=value"],
  [["one.ipynb", "--jobs", "0"], "--jobs"],
  [["one.ipynb", "--jobs", "1.5"], "--jobs"],
  [["one.ipynb", "--max-output", "none"], "--max-output"],
  [["one.ipynb", "--junit", "one.ipynb"], "not a notebook's"],
  [["one.ipynb", "--junit", ""], "--junit"],
  [["one.ipynb", "--junit", "one.ipynb/report.xml"], "cannot write"],
  [["bad-timeout.ipynb"], "cells[3]: klab.timeout"],
])("klab run %j is refused in one line, exit 2, before anything runs", async (args, says) => {
  const before = workspace.read("one.ipynb");
  const ended = await workspace.klab(["run", ...args, "--write"]);
  expect(ended).toMatchObject({ code: 2, stdout: "" });
  expect(ended.stderr.trim().split("\n")).toHaveLength(1);
  expect(ended.stderr).toContain(says);
  expect(workspace.read("one.ipynb")).toBe(before);
});
