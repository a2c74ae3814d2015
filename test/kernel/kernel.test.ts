import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import * as connections from "../../src/kernel/connection";
import { findTslab } from "../../src/kernel/find-tslab";
import { startKernel } from "../../src/kernel/kernel";
import { KernelDiedError } from "../../src/kernel/kernel-error";
import { runNotebook } from "../../src/kernel/run-notebook";
import { notebookOf, Workspace } from "./workspace";

const opened = vi.hoisted(() => ({ change: undefined as undefined | ((file: string) => void) }));
vi.mock("../../src/kernel/connection", async (load) => {
  const actual = await load<typeof connections>();
  return {
    ...actual,
    async openConnection() {
      const connection = await actual.openConnection();
      opened.change?.(connection.file);
      return connection;
    },
  };
});

const workspace = new Workspace();
vi.setConfig({ testTimeout: 180_000 }); // kernels start in seconds, on a loaded machine in many
afterAll(() => workspace.remove());
const cwd = workspace.folder;

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test("a connection is on loopback, its key random, its file and folder private, its ports distinct", async () => {
  const [one, two] = await Promise.all([
    connections.openConnection(),
    connections.openConnection(),
  ]);
  const ports = [one, two].flatMap(({ info }) =>
    Object.entries(info).flatMap(([name, port]) => (name.endsWith("_port") ? [port] : [])),
  );
  expect(new Set(ports).size).toBe(10);
  expect(one.info).toMatchObject({ ip: "127.0.0.1", transport: "tcp" });
  expect(one.info.key).toMatch(/^[0-9a-f]{64}$/);
  expect(one.info.key).not.toBe(two.info.key);
  expect(JSON.parse(readFileSync(one.file, "utf8"))).toEqual(one.info);
  if (process.platform !== "win32") {
    expect(statSync(one.file).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(one.file)).mode & 0o777).toBe(0o700);
  }
  one.release();
  two.release();
  expect(existsSync(dirname(one.file))).toBe(false);
});

test("a port that another program took in the meantime is tried no longer", async () => {
  const taken = createServer();
  await new Promise<void>((done) => taken.listen(0, "127.0.0.1", done));
  const { port } = taken.address() as AddressInfo;
  let tries = 0;
  opened.change = (file) => {
    if (tries++ > 0) return;
    const info = JSON.parse(readFileSync(file, "utf8"));
    writeFileSync(file, JSON.stringify({ ...info, iopub_port: port }));
  };
  try {
    const kernel = await startKernel({ cwd });
    await kernel.close();
    expect(tries).toBe(2);
  } finally {
    opened.change = undefined;
    taken.close();
  }
});

test("a request in flight is rejected at once when the kernel dies", async () => {
  const kernel = await startKernel({ cwd });
  const endless = kernel.execute("while (true) {}");
  setTimeout(() => process.kill(kernel.pid, "SIGKILL"), 200);
  await expect(endless).rejects.toThrow(KernelDiedError);
  await expect(kernel.execute("1")).rejects.toThrow("SIGKILL");
  await kernel.close();
});

test("a closed kernel is gone", async () => {
  const kernel = await startKernel({ cwd });
  await kernel.execute("setInterval(() => {}, 1000)");
  expect(isAlive(kernel.pid)).toBe(true);
  await kernel.close();
  expect(isAlive(kernel.pid)).toBe(false);
});

test("where there is no tslab, klab's own is taken", () => {
  const empty = mkdtempSync(join(tmpdir(), "klab-test-"));
  try {
    expect(findTslab(empty).script).toMatch(/tslab/);
    expect(findTslab(empty)).toEqual(findTslab(cwd));
  } finally {
    rmSync(empty, { recursive: true });
  }
});

test("an update reaches the picture of an earlier cell, and what is printed late its own cell", async () => {
  const { ok, notebook, cells } = await runNotebook(
    notebookOf(
      `import * as tslab from "tslab";
const place = tslab.newDisplay(); place.text("old");
setTimeout(() => console.log("late"), 50);
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
await pause(150)`,
      `place.text("new")`,
      "  \n",
    ),
    { cwd },
  );
  expect(ok).toBe(true);
  expect(notebook.cells.map(({ execution_count }) => execution_count)).toEqual([1, 2, null]);
  expect(notebook.cells[0]!.outputs).toMatchObject([
    { data: { "text/plain": ["new"] } },
    { text: ["late\n"] },
  ]);
  expect(notebook.cells[1]!.outputs).toEqual([]);
  expect(cells.map(({ index }) => index)).toEqual([0, 1]);
});

test("runNotebook tells its progress, takes environment variables and changes nothing it is given", async () => {
  const given = notebookOf("process.env.KLAB_TEST", "throw new TypeError('no')", "1");
  const before = JSON.stringify(given);
  const states: string[] = [];
  const { ok, failure, notebook } = await runNotebook(given, {
    cwd,
    env: { KLAB_TEST: "汉字" },
    onProgress: ({ codeCell, codeCells, state }) =>
      states.push(`${codeCell}/${codeCells} ${state}`),
  });
  expect(ok).toBe(false);
  expect(failure).toMatchObject({ cellIndex: 1, kind: "error", message: "TypeError: no" });
  expect(notebook.cells[0]!.outputs).toMatchObject([{ text: ["汉字\n"] }]);
  expect(notebook.cells[2]).toMatchObject({ outputs: [], execution_count: null });
  expect(states).toEqual(["1/3 running", "1/3 passed", "2/3 running", "2/3 failed"]);
  expect(JSON.stringify(given)).toBe(before);
});

test("an aborted run ends at once, kernel and all, with the reason of its signal", async () => {
  const stop = new AbortController();
  const run = runNotebook(notebookOf("while (true) {}"), {
    cwd,
    signal: stop.signal,
    onProgress: () => setTimeout(() => stop.abort(new Error("enough")), 200),
  });
  await expect(run).rejects.toThrow("enough");
  if (process.platform === "linux") expect(workspace.processes()).toEqual([]);
});
