import { type ChildProcess, fork, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { browserCandidates } from "../../src/pictures/browser";
import { shortOf } from "../support/short-of";
import { notebookOf, onLinux, until, Workspace } from "./workspace";

const workspace = new Workspace();
vi.setConfig({ testTimeout: 180_000 }); // kernels start in seconds, on a loaded machine in many
afterAll(() => workspace.remove());

/** An empty folder for temporary files. */
function temporaryFolder(): string {
  const folder = join(workspace.folder, "temporary");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  return folder;
}

const figure = (seed: string): string => `import * as tslab from "tslab";
const figure = { data: [{ y: [1, 2, ${Math.random()}] }], layout: { title: { text: "${seed}" } } };
tslab.display.raw("application/vnd.plotly.v1+json", figure as never);`;

const signals = ["SIGTERM", "SIGHUP"] as const;

test.each(shortOf(signals, ["SIGTERM"], "a signal while the browser draws"))(
  "%s while the browser draws ends the run with the signal; nothing is written, nothing left",
  async (signal) => {
    if (!onLinux) return console.log("not tested here: needs Linux's process table");
    if (browserCandidates().length === 0) return console.log("not tested here: no browser");
    const temporary = temporaryFolder();
    workspace.write("draws.ipynb", notebookOf(figure(signal)));
    workspace.write("after.ipynb", notebookOf("console.log('after')"));
    const before = ["draws.ipynb", "after.ipynb"].map((name) => workspace.read(name));
    const hasBrowser = (): boolean =>
      readdirSync(temporary).some((name) => name.startsWith("playwright_chromium"));
    const ended = await workspace.klab(
      ["run", "draws.ipynb", "after.ipynb", "--write", "--jobs", "1", "--junit", "report.xml"],
      { TMPDIR: temporary },
      async (pid) => {
        await until(hasBrowser, 90_000);
        process.kill(pid, signal);
      },
    );
    expect(ended).toMatchObject({ code: null, signal, stdout: "" });
    expect(["draws.ipynb", "after.ipynb"].map((name) => workspace.read(name))).toEqual(before);
    expect(
      workspace.read("report.xml").match(/<error message="[^"]*did not finish"/g),
    ).toHaveLength(2);
    await until(() => workspace.processes().length === 0, 5_000);
    expect(readdirSync(temporary)).toEqual([]);
  },
);

test("a second signal does not stop the clearing up after the first", async ({ skip }) => {
  if (!onLinux) skip("needs signals, which Windows has not");
  const guard = JSON.stringify(resolve("dist/kernel/guard-exit.js"));
  workspace.write(
    "slow-end.cjs",
    `require(${guard}).guardExit(() => {});
process.on("exit", () => {
  process.send("ending");
  for (const end = Date.now() + 400; Date.now() < end; );
  require("node:fs").writeFileSync("cleared", "");
});
setInterval(() => {}, 1000);
process.send("ready");`,
  );
  for (const [first, second] of [
    ["SIGTERM", "SIGTERM"],
    ["SIGINT", "SIGTERM"],
    ["SIGHUP", "SIGINT"],
  ] as const) {
    const child = fork(join(workspace.folder, "slow-end.cjs"), { cwd: workspace.folder });
    child.on("message", (text) => child.kill(text === "ready" ? first : second));
    const signal = await new Promise((done) => child.once("exit", (_, ended) => done(ended)));
    expect(signal).toBe(first);
    expect(existsSync(join(workspace.folder, "cleared"))).toBe(true);
    rmSync(join(workspace.folder, "cleared"));
  }
});

const busy = `import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
spawn("sleep", ["600"]);
spawn("sleep", ["600"], { detached: true, stdio: "ignore" }).unref();
writeFileSync("busy", ""); while (true) {}`;

async function killedWhenBusy(child: ChildProcess, temporary: string): Promise<void> {
  await until(() => existsSync(join(workspace.folder, "busy")), 90_000);
  expect(workspace.processes().length).toBeGreaterThan(2);
  child.kill("SIGKILL");
  await until(() => workspace.processes().length === 0, 10_000);
  await until(() => readdirSync(temporary).length === 0, 2_000);
  rmSync(join(workspace.folder, "busy"));
}

test("a runner that is killed outright takes its busy kernels with it, and what they started", async ({
  skip,
}) => {
  if (!onLinux) skip("needs Linux's process table");
  const temporary = temporaryFolder();
  workspace.write("busy.ipynb", notebookOf(busy));
  const runner = spawn(process.execPath, [resolve("src/command/klab.cjs"), "run", "busy.ipynb"], {
    cwd: workspace.folder,
    env: { ...process.env, TMPDIR: temporary },
    stdio: "ignore",
  });
  await killedWhenBusy(runner, temporary);
});

test("no kernel outlives a test worker that is killed", async ({ skip }) => {
  if (!onLinux) skip("needs Linux's process table");
  const temporary = temporaryFolder();
  const kernel = resolve("dist/kernel/kernel.js");
  const worker = workspace.write(
    "worker.cjs",
    `require(${JSON.stringify(kernel)}).startKernel({ cwd: process.cwd() })
  .then((kernel) => kernel.execute(${JSON.stringify(busy)}));`,
  );
  const child = fork(worker, { cwd: workspace.folder, env: { ...process.env, TMPDIR: temporary } });
  await killedWhenBusy(child, temporary);
});
