import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { type CellText, notebookOf, onLinux, Workspace } from "./workspace";

const workspace = new Workspace();
vi.setConfig({ testTimeout: 180_000 }); // kernels start in seconds, on a loaded machine in many
afterAll(() => workspace.remove());

interface Failing {
  readonly what: string;
  readonly cells: readonly CellText[];
  readonly says: readonly (string | RegExp)[];
  /** Seconds, where the cell does not end: elsewhere a loaded machine has all the time it needs. */
  readonly timeout?: number;
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
    timeout: 5, // enough to print in
  },
  {
    what: "loops without end after an await",
    cells: ["async function f() { await null; while (true) {} }\nawait f()"],
    says: ["timed out"],
    timeout: 3,
  },
  {
    what: "waits for what never comes",
    cells: ["await new Promise(() => {})"],
    says: ["timed out", /did not end within 3 s/],
    timeout: 3,
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
    what: "leaves an error to a timer, with no cell after it",
    cells: ["1", "setTimeout(() => { throw new Error('late') }, 300); 2"],
    says: ["cell 2 (code 2/2)", "Error: late"],
  },
  {
    what: "leaves process.exit to a timer, with no cell after it",
    cells: ["setTimeout(() => process.exit(0), 300); 2"],
    says: ["cell 1", "ended the kernel", "exit code 0"],
  },
  {
    what: "leaves an endless loop to a timer, with no cell after it",
    cells: ["setTimeout(() => { while (true) {} }, 100); 2"],
    says: ["cell 1", "timed out"],
    timeout: 5, // the cell itself must end in it
  },
  {
    what: "takes away tslab's handlers, so that Node ends the kernel and says why",
    cells: ["process.removeAllListeners(); Promise.reject(new Error('unheard')); 1"],
    says: ["cell 1", "ended the kernel", "Error: unheard"],
  },
  {
    what: "is tagged raises-exception and raises none",
    cells: [["1", "raises-exception"]],
    says: ["cell 1", "raised no exception"],
  },
];

test.each(failing)(
  "a cell that $what fails the run",
  async ({ what, cells, says, timeout = 120 }) => {
    const name = `${what}.ipynb`;
    workspace.write(name, notebookOf(...cells));
    const before = workspace.read(name);
    const ended = await workspace.klab(["run", name, "--write", "--timeout", `${timeout}`]);
    expect(ended.code, ended.stderr).toBe(1);
    for (const text of [name, ...says]) expect(ended.stderr).toMatch(text);
    expect(ended.stderr).not.toMatch(/tslab.dist|node:/);
    expect(ended.stdout).toBe("");
    expect(workspace.read(name)).toBe(before);
    if (onLinux) expect(workspace.processes()).toEqual([]);
  },
);

test("what a cell started ends with its kernel, even if it left the kernel's group or cleared its environment", async ({
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
  workspace.write(
    "cleared.ipynb",
    notebookOf(
      `import { spawn } from "node:child_process";
${sleep('{ detached: true, stdio: "ignore", env: { PATH: process.env.PATH } }')}
await new Promise((resolve) => setTimeout(resolve, 100))`,
    ),
  );
  const ended = await workspace.klab(["run", "spawns.ipynb", "cleared.ipynb"]);
  expect(ended.code).toBe(1);
  expect(ended.stdout).toContain("✓ cleared.ipynb");
  expect(workspace.processes()).toEqual([]);
});

test("a reader that has gone changes nothing: the run goes on to its exit code", async () => {
  workspace.write("empty.ipynb", notebookOf()); // its line finds the pipe closed
  workspace.write("fails.ipynb", notebookOf("throw new Error('after all')"));
  const args = [resolve("src/command/klab.cjs"), "run", "empty.ipynb", "fails.ipynb"];
  const child = spawn(process.execPath, args, { cwd: workspace.folder });
  child.stdout.destroy();
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text) => (stderr += text));
  const code = await new Promise((done) => child.once("close", done));
  expect(code, stderr).toBe(1);
  expect(stderr).toContain("after all");
});
