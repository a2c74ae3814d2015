import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type CellText, type Ended, notebookOf, onLinux, Workspace } from "./workspace";

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
];

const nameOf = ({ what }: Failing): string => `${what}.ipynb`;

/** All of them in one run, side by side: most of the time they wait. */
let ended: Ended;
const before = new Map<string, string>();
beforeAll(async () => {
  for (const each of failing) {
    const notebook = notebookOf(...each.cells);
    const klab = { timeout: each.timeout ?? 120 };
    for (const cell of notebook.cells) Object.assign(cell.metadata, { klab });
    workspace.write(nameOf(each), notebook);
    before.set(nameOf(each), workspace.read(nameOf(each)));
  }
  ended = await workspace.klab(["run", ...failing.map(nameOf), "--write", "--jobs", "3"]);
}, 300_000);

test.each(failing)("a cell that $what fails the run", (each) => {
  const [name, report] = [nameOf(each), reportOf(nameOf(each))];
  for (const text of each.says) expect(report).toMatch(text);
  expect(report).not.toMatch(/tslab.dist|node:/);
  expect(workspace.read(name)).toBe(before.get(name));
});

/** What the run says of a notebook that failed: from its name to the next. */
const reportOf = (name: string): string =>
  ended.stderr.split(/^✗ /m).find((part) => part.startsWith(name)) ?? `nothing: ${ended.stderr}`;

test("a run of such cells says that each failed, passes none, and leaves no process", () => {
  expect(ended).toMatchObject({ code: 1, stdout: "" });
  expect(ended.stderr.match(/^✗ /gm)).toHaveLength(failing.length);
  if (onLinux) expect(workspace.processes()).toEqual([]);
});

test("throwing a string, a type error, a rejection that nobody handles, a tag that wants an exception and gets none: each fails its cell", async () => {
  const cells: readonly (readonly [CellText, string])[] = [
    ["throw 'plain text'", "plain text"],
    ["const n: number = 'text'", "Type 'string' is not assignable to type 'number'"],
    ["Promise.reject(new Error('nobody caught me')); 1", "nobody caught me"],
    [["1", "raises-exception"], "raised no exception"],
  ];
  workspace.write("kinds.ipynb", notebookOf(...cells.map(([cell]) => cell), "console.log('on')"));
  const { code, stdout, stderr } = await workspace.klab(["run", "kinds.ipynb", "--keep-going"]);
  expect([code, stdout], stderr).toEqual([1, ""]);
  for (const [i, [, says]] of cells.entries()) {
    const part = stderr
      .split(/(?=cell \d+ \(code)/)
      .find((text) => text.startsWith(`cell ${i + 1} `));
    expect(part, stderr).toContain(says);
  }
  expect(stderr).toContain("1:7"); // where the type error is
  expect(stderr).not.toContain(`cell ${cells.length + 1} `);
  expect(stderr).not.toMatch(/tslab.dist|node:/);
});

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
