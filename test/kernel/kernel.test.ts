import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import * as connections from "../../src/kernel/connection";
import { findTslab, kernelArguments } from "../../src/kernel/find-tslab";
import { startKernel } from "../../src/kernel/kernel";
import type { ZeroMq } from "../../src/kernel/kernel-client";
import { KernelDiedError } from "../../src/kernel/kernel-error";
import { runNotebook } from "../../src/kernel/run-notebook";
import { encodeMessage, type Message } from "../../src/kernel/wire";
import { notebookOf, onLinux, Workspace } from "./workspace";

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

test("a connection is on loopback, its key random, its file and folder private, its ports not chosen yet", async () => {
  const [one, two] = await Promise.all([
    connections.openConnection(),
    connections.openConnection(),
  ]);
  expect(one.info).toMatchObject({ ip: "127.0.0.1", transport: "tcp" });
  expect(one.info.key).toMatch(/^[0-9a-f]{64}$/);
  expect(one.info.key).not.toBe(two.info.key);
  expect(JSON.parse(readFileSync(one.file, "utf8"))).toEqual(one.info);
  expect(one.bound()).toBeUndefined();
  if (process.platform !== "win32") {
    expect(statSync(one.file).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(one.file)).mode & 0o777).toBe(0o700);
  }
  one.release();
  two.release();
  expect(existsSync(dirname(one.file))).toBe(false);
});

test("kernels that start together have ports of their own, and hear no message but their own", async () => {
  const files: string[] = [];
  opened.change = (file) => files.push(file);
  const started = await Promise.all([startKernel({ cwd }), startKernel({ cwd })]);
  opened.change = undefined;
  const { Dealer } = (await import(findTslab(cwd).zeromq)) as ZeroMq;
  const strangers: InstanceType<typeof Dealer>[] = [];
  try {
    const ports = files.map((file) =>
      JSON.parse(readFileSync(join(dirname(file), "ports.json"), "utf8")),
    ) as Record<"shell_port" | "control_port", number>[];
    const all = ports.flatMap((each) => Object.values(each));
    expect(all.every((port) => port > 1023)).toBe(true);
    expect(new Set(all).size).toBe(10);
    const message = { header: { msg_type: "shutdown_request" }, parent_header: {}, metadata: {} };
    const signed = encodeMessage({ ...message, content: {} } as Message, "a stranger's key");
    for (const { shell_port, control_port } of ports) {
      for (const port of [shell_port, control_port]) {
        const stranger = new Dealer({ linger: 1_000 });
        strangers.push(stranger);
        stranger.connect(`tcp://127.0.0.1:${port}`);
        await stranger.send("hello");
        await stranger.send(signed);
        await stranger.send([...signed.slice(0, 2), "{", "{}", "{}", "{}"]);
      }
    }
    for (const kernel of started) {
      const reply = await kernel.execute("await new Promise((done) => setTimeout(done, 100)); 1");
      expect(reply.content).toMatchObject({ status: "ok" });
      expect(kernel.complaints).toBe("");
    }
    if (onLinux) expect(workspace.processes().sort()).toEqual(started.map(({ pid }) => pid).sort());
  } finally {
    for (const stranger of strangers) stranger.close();
    await Promise.all(started.map((kernel) => kernel.close()));
  }
  expect(files.filter((file) => existsSync(dirname(file)))).toEqual([]);
});

test("a kernel that is asked while its sockets still bind answers, and in order", async () => {
  const script = workspace.write(
    "early.js",
    `const { Publisher, Router, Subscriber } = require(${JSON.stringify(findTslab(cwd).zeromq)});
const [out, shell, subscriber] = [new Publisher(), new Router(), new Subscriber()];
const address = () => "tcp://127.0.0.1:0";
(async () => {
  const received = shell.receive();
  const bound = Promise.all([out.bind(address()), shell.bind(address())]);
  received.catch(() => {});
  await Promise.all([out.send("early"), shell.send(["nobody", "early"])]); // throws EBUSY in plain zeromq
  await bound;
  subscriber.connect(out.lastEndpoint);
  subscriber.subscribe();
  await new Promise((done) => setTimeout(done, 300));
  const again = out.bind(address());
  for (const text of ["1", "2"]) out.send(text);
  await again;
  out.send("3");
  const heard = [];
  while (heard.length < 3) heard.push(String((await subscriber.receive())[0]));
  console.log(heard.join(" "));
  process.exit(0);
})();`,
  );
  const args = kernelArguments({ ...findTslab(cwd), script }, "none");
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect({ stdout, stderr }).toEqual({ stdout: "1 2 3\n", stderr: "" });
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
  expect(notebook.cells[0].outputs).toMatchObject([
    { data: { "text/plain": ["new"] } },
    { text: ["late\n"] },
  ]);
  expect(notebook.cells[1].outputs).toEqual([]);
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
  expect(notebook.cells[0].outputs).toMatchObject([{ text: ["汉字\n"] }]);
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
