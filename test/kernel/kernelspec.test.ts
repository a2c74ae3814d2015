import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { isAbsolute, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openConnection } from "../../src/kernel/connection";
import { findTslab } from "../../src/kernel/find-tslab";
import { KernelClient, type ZeroMq } from "../../src/kernel/kernel-client";
import { within } from "../../src/kernel/kernel-process";
import { userDataFolder } from "../../src/kernel/kernelspec";
import { onLinux, Workspace } from "./workspace";

const workspace = new Workspace();
afterAll(() => workspace.remove());

const names = ["shell_port", "iopub_port", "stdin_port", "control_port", "hb_port"] as const;

/** Ports that were free a moment ago, all held at once so that they differ. */
async function freePorts(): Promise<Record<(typeof names)[number], number>> {
  const servers = names.map(() => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((done) =>
          server.listen(0, "127.0.0.1", () => done((server.address() as AddressInfo).port)),
        ),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return Object.fromEntries(names.map((name, i) => [name, ports[i]])) as Record<
    (typeof names)[number],
    number
  >;
}

test("klab install writes a kernelspec whose kernel starts without PATH and says where", async () => {
  const ended = await workspace.klab(["install", "--prefix", "前 缀"]);
  const file = join(workspace.folder, "前 缀/share/jupyter/kernels/tslab/kernel.json");
  expect(ended).toMatchObject({ code: 0, stderr: "" });
  expect(ended.stdout).toContain(file);
  const spec = JSON.parse(readFileSync(file, "utf8"));
  expect(spec).toMatchObject({ display_name: "TypeScript", language: "typescript" });
  const [program, ...args] = spec.argv as string[];
  expect(isAbsolute(program) && existsSync(program)).toBe(true);

  // As Jupyter does: the connection file names ports.
  const { info: places, file: connectionFile, release } = await openConnection();
  const info = { ...places, ...(await freePorts()) };
  writeFileSync(connectionFile, JSON.stringify(info));
  const child = spawn(
    program,
    args.map((arg) => arg.replace("{connection_file}", connectionFile)),
    { cwd: workspace.folder, env: {}, stdio: "ignore" },
  );
  const zeromq = (await import(findTslab(workspace.folder).zeromq)) as ZeroMq;
  const client = new KernelClient(zeromq, info, () => {});
  try {
    let reply: Awaited<ReturnType<KernelClient["request"]>> | undefined;
    while (!reply) reply = await within(500, client.request("kernel_info_request", {}));
    expect(reply.content).toMatchObject({ language_info: { name: "typescript" } });
  } finally {
    client.close(new Error("the test is over"));
    child.kill("SIGKILL");
    release();
  }
});

test.each([
  ["an empty HOME", [], { HOME: "" }],
  ["a HOME under /proc", [], { HOME: "/proc/nobody" }],
  ["a prefix below a file", ["--prefix", "file/below"], {}],
])("klab install with %s says so in one line, exit 2, and writes nothing", async (_, args, env) => {
  if (!onLinux) return console.log("not tested here: HOME and /proc are Linux's");
  workspace.write("file", "");
  const files = readdirSync(workspace.folder);
  const variables = { JUPYTER_DATA_DIR: "", XDG_DATA_HOME: "", ...env };
  const ended = await workspace.klab(["install", ...args], variables);
  expect(ended).toMatchObject({ code: 2, stdout: "" });
  expect(ended.stderr).toMatch(/^klab install: [^\n]+\n$/);
  expect(readdirSync(workspace.folder)).toEqual(files);
});

test.each([
  ["linux", {}, "/home/me/.local/share/jupyter"],
  ["linux", { XDG_DATA_HOME: "/data" }, "/data/jupyter"],
  ["darwin", {}, "/home/me/Library/Jupyter"],
  ["win32", { APPDATA: "/app" }, "/app/jupyter"],
  ["darwin", { JUPYTER_DATA_DIR: "/own" }, "/own"],
])("on %s with %j Jupyter's data folder is %s", (platform, env, folder) => {
  expect(userDataFolder(env, platform, "/home/me")).toBe(join(folder));
});
