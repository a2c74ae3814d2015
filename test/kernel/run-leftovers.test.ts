import { readFileSync } from "node:fs";
import { afterAll, expect, test, vi } from "vitest";
import type { Notebook } from "../../src/notebook/nbformat";
import { shortOf } from "../support/short-of";
import { notebookOf, onLinux, Workspace } from "./workspace";

const workspace = new Workspace();
vi.setConfig({ testTimeout: 180_000 }); // kernels start in seconds, on a loaded machine in many
afterAll(() => workspace.remove());

const late: Readonly<Record<string, readonly [source: string, says: string]>> = {
  answer: [
    `import { createServer } from "node:http";
const server = createServer((_, response) => void setTimeout(() => response.end("x"), 1200)).listen(0, () => {
  const { port } = server.address() as { port: number };
  fetch("http://127.0.0.1:" + port).then(() => { throw new Error("the answer came") });
});`,
    "Error: the answer came",
  ],
  child: [
    `import { exec } from "node:child_process";
exec("sleep 0.3; exit 3", (error) => { if (error) throw error; });`,
    "Command failed: sleep 0.3; exit 3",
  ],
  promise: [
    `import { exec } from "node:child_process";
import { promisify } from "node:util";
void promisify(exec)("sleep 0.7; exit 4"); 1`,
    "Command failed: sleep 0.7; exit 4",
  ],
  chain: [
    `import { readFile } from "node:fs";
readFile("late-chain.ipynb", () => setTimeout(() => require("node:dns").lookup("localhost", () => {
  setTimeout(() => Promise.reject(new RangeError("after four steps")), 100);
}), 100));`,
    "RangeError: after four steps",
  ],
  job: [
    `import { pbkdf2 } from "node:crypto";
import { gzip } from "node:zlib";
gzip("text", () => pbkdf2("a", "b", 1_000_000, 64, "sha512", () => { throw new Error("the pool is done"); }));`,
    "Error: the pool is done",
  ],
  worker: [
    `import { Worker } from "node:worker_threads";
new Worker("setTimeout(() => { throw new Error('in a worker') }, 600)", { eval: true }); 1`,
    "Error: in a worker",
  ],
};

test("what the last cell left open and fails later fails the run: requests, children, threads, chains of them", async () => {
  const kinds = Object.keys(late);
  // A promise is of a child, a job of the pool ends as an answer does.
  const tried = shortOf(kinds, ["answer", "child", "chain", "worker"], "what fails later");
  const names = tried.map((what) => `late-${what}.ipynb`);
  for (const [what, [source]] of Object.entries(late))
    workspace.write(`late-${what}.ipynb`, notebookOf("1", source));
  const ended = await workspace.klab(["run", ...names]);
  expect(ended, ended.stderr).toMatchObject({ code: 1, stdout: "" });
  for (const what of tried) {
    const [, says] = late[what];
    const report = ended.stderr.split(/^✗ /m).find((part) => part.startsWith(`late-${what}.`));
    expect(report).toContain("cell 2 (code 2/2) raised an error");
    expect(report).toContain(says);
  }
});

test("what is still open then is named, and ends with the kernel", async () => {
  workspace.write(
    "open.ipynb",
    notebookOf(`import { exec } from "node:child_process";
exec("sleep 600"); setInterval(() => {}, 50); require("node:http").createServer().listen(0); 1`),
  );
  workspace.write("closed.ipynb", notebookOf("await new Promise((done) => setTimeout(done, 50))"));
  const ended = await workspace.klab(["run", "open.ipynb", "closed.ipynb"]);
  expect(ended.code, ended.stderr).toBe(0);
  expect(ended.stderr).toMatch(/still open at the end.*child processes: 1 \([^)]*sleep 600\)/);
  expect(ended.stderr).toMatch(/servers: 1 \(:\d+\)/);
  expect(ended.stderr).toMatch(/timers: 1/);
  expect(ended.stderr.match(/still open/g)).toHaveLength(1);
  if (onLinux) expect(workspace.processes()).toEqual([]);
});

test("a flood on every channel is bounded in the file and in memory, and the run goes on", async () => {
  workspace.write(
    "flood.ipynb",
    notebookOf(
      `import * as tslab from "tslab";
for (let i = 0; i < 100_000; i++) { console.log("…".repeat(500), i); }
for (let i = 0; i < 20_000; i++) { console.error("err", i); tslab.display.html("<i>" + i + "</i>"); }
process.stdout.write(Buffer.alloc(1e7, "b"));
console.log("x".repeat(2e8)); console.log("the end")`,
      `import { readFileSync } from "node:fs";
const peak = (pid: number | "self") => Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync("/proc/" + pid + "/status", "utf8"))?.[1]);
console.log("peak", peak("self"), peak(process.ppid))`,
    ),
  );
  const ended = await workspace.klab(["run", "flood.ipynb", "--write", "--max-output", "0.2"]);
  expect(ended.code, ended.stderr.slice(0, 2_000)).toBe(0);
  const file = readFileSync(`${workspace.folder}/flood.ipynb`);
  expect(file.length).toBeLessThan(300_000);
  const [first, second] = (JSON.parse(file.toString()) as Notebook).cells;
  const outputs = JSON.stringify(first.outputs);
  for (const says of [
    "characters left out: 0.2 MB",
    "more outputs left out",
    "the end\\n",
    "err 19999\\n",
  ])
    expect(outputs).toContain(says);
  if (!onLinux) return console.log("memory not measured here: needs /proc");
  const [, kernel, runner] = /peak (\d+) (\d+)/.exec(JSON.stringify(second.outputs)) ?? [];
  console.log(`peak memory: kernel ${kernel} kB, runner ${runner} kB`);
  expect(Number(kernel)).toBeLessThan(1_200_000); // a text of 2e8 characters is made and joined
  expect(Number(runner)).toBeLessThan(250_000);
});

test("paths of this machine are not stored, on either stream", async () => {
  const error = "try { require('./nowhere') } catch (error) { console.@(error) }";
  workspace.write(
    "paths.ipynb",
    notebookOf(
      error.replace("@", "log"),
      error.replace("@", "error"),
      "console.log(new Error('shown').stack); new Error('last')",
    ),
  );
  const ended = await workspace.klab(["run", "paths.ipynb", "--write"]);
  expect(ended.code, ended.stderr).toBe(0);
  const text = workspace.read("paths.ipynb");
  expect(text.match(/Cannot find module '\.\/nowhere'/g)).toHaveLength(2);
  expect(text).toMatch(/Error: shown.*\n.*evalmachine/);
  expect(text).not.toMatch(/node_modules|src[/\\]kernel|node:internal/);
  expect(text).not.toContain(workspace.folder);
});
