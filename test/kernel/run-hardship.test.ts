import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, utimesSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { seeded } from "../../src/math/random";
import type { Notebook } from "../../src/notebook/nbformat";
import { notebookOf, onLinux, until, Workspace } from "./workspace";

const workspace = new Workspace();
afterAll(() => workspace.remove());
vi.setConfig({ testTimeout: 30 * 60_000 });

const isFull = process.env.KLAB_FULL === "1";
const reason = isFull ? "needs Linux's process table" : "minutes long: npm run test:full";
const [runnerRounds, notebooks, kernelRounds] = [20, 20, 5]; // 5 × 20 kernels

const random = seeded(7);
const content = notebookOf(
  "console.log('x'.repeat(200_000))",
  "await new Promise((done) => setTimeout(done, 200)); console.log('y'.repeat(200_000))",
);
const before = JSON.stringify(content);

/** Whether a notebook is as it was, or has all its outputs: nothing in between. */
function isWhole(name: string): boolean {
  const text = workspace.read(name);
  if (text === before) return true;
  const { cells } = JSON.parse(text) as Notebook;
  return cells.every(({ outputs }) => JSON.stringify(outputs).length > 200_000);
}

test(`${runnerRounds} runners killed at any moment lose nothing and leave no process`, async ({
  skip,
}) => {
  if (!isFull || !onLinux) skip(reason);
  const temporary = join(workspace.folder, "temporary");
  mkdirSync(temporary);
  const names = ["a.ipynb", "b.ipynb"];
  for (const name of names) workspace.write(name, before);
  const started = performance.now();
  expect(await workspace.klab(["run", ...names, "--write"])).toMatchObject({ code: 0 });
  const usual = performance.now() - started;
  let written = 0;
  for (let round = 0; round < runnerRounds; round++) {
    for (const name of names) workspace.write(name, before);
    const args = [resolve("src/command/klab.cjs"), "run", ...names, "--write"];
    const runner = spawn(process.execPath, args, {
      cwd: workspace.folder,
      env: { ...process.env, TMPDIR: temporary },
      stdio: "ignore",
    });
    const ended = new Promise((done) => runner.once("exit", done));
    const timer = setTimeout(() => runner.kill("SIGKILL"), random() * 1.1 * usual);
    await ended;
    clearTimeout(timer);
    await until(() => workspace.processes().length === 0, 10_000);
    for (const name of names) expect(isWhole(name), `round ${round}: ${name}`).toBe(true);
    written += names.filter((name) => workspace.read(name) !== before).length;
  }
  console.log(`${written} of ${2 * runnerRounds} notebooks were written before the end`);
  // Killed between making a kernel's folder and starting the kernel, a runner leaves it for one of an hour later.
  const left = readdirSync(temporary);
  console.log(`${left.length} folders were left: ${left}`);
  expect(left.filter((name) => !name.startsWith("klab-kernel-"))).toEqual([]);
  mkdirSync(join(temporary, "klab-kernel-planted"));
  for (const name of [...left, "klab-kernel-planted"]) utimesSync(join(temporary, name), 0, 0);
  const env = { TMPDIR: temporary };
  expect(await workspace.klab(["run", ...names], env)).toMatchObject({ code: 0 });
  expect(readdirSync(temporary)).toEqual([]);
});

test(`of ${kernelRounds * notebooks} kernels some are killed at random: those say so, the others are stored`, async ({
  skip,
}) => {
  if (!isFull || !onLinux) skip(reason);
  const names = Array.from({ length: notebooks }, (_, k) => `${k}.ipynb`);
  let killed = 0;
  for (let round = 0; round < kernelRounds; round++) {
    for (const name of names) workspace.write(name, before);
    let isOver = false;
    const kill = async (runner: number): Promise<void> => {
      while (!isOver) {
        await new Promise((resume) => setTimeout(resume, 500 + random() * 2_000));
        const kernels = workspace.processes().filter((pid) => pid !== runner && isKernel(pid));
        const victim = kernels[Math.floor(random() * kernels.length)];
        if (victim === undefined || isOver) continue;
        process.kill(victim, "SIGKILL");
        killed++;
      }
    };
    let killing: Promise<void> | undefined;
    const ended = await workspace.klab(
      ["run", ...names, "--write", "--keep-going"],
      {},
      async (pid) => {
        killing = kill(pid);
      },
    );
    isOver = true;
    await killing;
    expect(ended.signal).toBe(null);
    const passed = ended.stdout.match(/^✓ \d+\.ipynb/gm) ?? [];
    const failed = new Set(ended.stderr.match(/\d+\.ipynb(?=: .*(?:SIGKILL|kernel))/g));
    expect(passed.length + failed.size, ended.stderr).toBe(names.length);
    for (const line of passed) expect(isWhole(line.slice(2))).toBe(true);
    for (const name of names) expect(() => JSON.parse(workspace.read(name))).not.toThrow();
    expect(workspace.processes()).toEqual([]);
  }
  console.log(`${killed} kernels were killed`);
  expect(readdirSync(workspace.folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

function isKernel(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("tslab-kernel");
  } catch {
    return false; // it has ended
  }
}
