import { afterAll, expect, test, vi } from "vitest";
import { type CellText, notebookOf, onLinux, Workspace } from "./workspace";

const workspace = new Workspace();
vi.setConfig({ testTimeout: 180_000 }); // kernels start in seconds, on a loaded machine in many
afterAll(() => workspace.remove());

interface Failing {
  readonly what: string;
  readonly cells: readonly CellText[];
  readonly says: readonly (string | RegExp)[];
}

const failing: readonly Failing[] = [
  {
    what: "throws",
    cells: ["1", "// second\nthrow new Error('boom')", "console.log('never')"],
    says: ["cell 2 (code 2/3)", "第 2 个单元格", "Error: boom", "> // second"],
  },
  {
    what: "throws no Error but a string",
    cells: ["throw 'plain text'"],
    says: ["cell 1 (code 1/1)", "plain text"],
  },
  {
    what: "has a type error",
    cells: ["const n: number = 'text'"],
    says: ["Type 'string' is not assignable to type 'number'", "1:7"],
  },
  {
    what: "loops without end",
    cells: ["console.error('so far'); while (true) {}"],
    says: ["timed out", "超时", "so far"],
  },
  {
    what: "loops without end after an await",
    cells: ["async function f() { await null; while (true) {} }\nawait f()"],
    says: ["timed out"],
  },
  {
    what: "waits for what never comes",
    cells: ["await new Promise(() => {})"],
    says: ["timed out", /did not end within 3 s/],
  },
  {
    what: "calls process.exit",
    cells: ["console.error('last words'); process.exit(0)", "1"],
    says: ["ended the kernel", "exit code 0"],
  },
  {
    what: "leaves a rejection unhandled",
    cells: ["Promise.reject(new Error('nobody caught me')); 1"],
    says: ["cell 1", "nobody caught me"],
  },
  {
    what: "is tagged raises-exception and raises none",
    cells: [["1", "raises-exception"]],
    says: ["cell 1", "raised no exception"],
  },
];

test.each(failing)("a cell that $what fails the run", async ({ what, cells, says }) => {
  const name = `${what}.ipynb`;
  workspace.write(name, notebookOf(...cells));
  const before = workspace.read(name);
  const ended = await workspace.klab(["run", name, "--write", "--timeout", "3"]);
  expect(ended.code, ended.stderr).toBe(1);
  for (const text of [name, ...says]) expect(ended.stderr).toMatch(text);
  expect(ended.stderr).not.toMatch(/tslab.dist|node:/);
  expect(ended.stdout).toBe("");
  expect(workspace.read(name)).toBe(before);
  if (onLinux) expect(workspace.processes()).toEqual([]);
});

test("what a cell started ends with its kernel, even if it left the kernel's group", async ({
  skip,
}) => {
  if (!onLinux) skip("needs /proc, which only Linux has");
  const sleep = (options: string): string => `spawn("sleep", ["600"], ${options});`;
  workspace.write(
    "spawns.ipynb",
    notebookOf(
      `import { spawn } from "node:child_process";
${sleep("{}")} ${sleep('{ detached: true, stdio: "ignore" }')}
await new Promise((resolve) => setTimeout(resolve, 100));
process.exit(1)`,
    ),
  );
  const ended = await workspace.klab(["run", "spawns.ipynb"]);
  expect(ended.code).toBe(1);
  expect(workspace.processes()).toEqual([]);
});
