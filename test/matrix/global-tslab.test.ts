import { spawn } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openConnection } from "../../src/kernel/connection";
import { KernelClient, type ZeroMq } from "../../src/kernel/kernel-client";
import { within } from "../../src/kernel/kernel-process";
import { stringifyNotebook } from "../../src/notebook/nbformat";
import { notebookOf } from "../kernel/workspace";
import { npm } from "./npm-beside";
import { OwnFolder } from "./own-folder";

const missing =
  process.env.KLAB_FULL !== "1"
    ? "set KLAB_FULL=1, or run npm run test:full"
    : process.platform === "win32"
      ? "it starts the kernel by the name that npm gives it on Unix"
      : undefined;
if (missing) console.log(`skipped: a global tslab: ${missing}`);

const cell = `import { figures, normal, show } from "klab";
show(figures.pmfPair([0.5, 0.5], [0.9, 0.1]));
figures.densityPair(normal(0, 1), normal(1, 2));`;
const bundle = ["application/vnd.plotly.v1+json", "text/html", "text/plain"];

describe.skipIf(missing)("with tslab installed globally and klab in a folder", () => {
  let own: OwnFolder;
  let prefix: string;
  let path: string;

  beforeAll(() => {
    own = new OwnFolder("@types/node");
    prefix = join(own.root, "全局 prefix");
    mkdirSync(prefix);
    const { status, text } = npm(["install", "--global", "--prefix", prefix, "tslab"], own.folder);
    expect(status, text).toBe(0);
    expect(existsSync(join(own.folder, "node_modules/tslab"))).toBe(false);
    path = [join(prefix, "bin"), process.env.PATH].join(delimiter);
  }, 300_000);
  afterAll(() => own?.remove());

  test("its kernel, started as its kernelspec says, shows klab's figures whole", async () => {
    const { info, file, release } = await openConnection();
    const kernel = spawn("tslab", ["kernel", "--config-path", file], {
      cwd: own.folder,
      env: { ...process.env, PATH: path },
      stdio: "ignore",
    });
    const types: string[][] = [];
    const errors: unknown[] = [];
    const zeromq = createRequire(join(prefix, "lib/node_modules/tslab/package.json"))("zeromq");
    const client = new KernelClient(zeromq as ZeroMq, info, (_, { header, content }) => {
      if (header.msg_type === "display_data")
        types.push(Object.keys(content.data as object).sort());
      if (header.msg_type === "error" || content.name === "stderr") errors.push(content);
    });
    try {
      while (!(await within(500, client.request("kernel_info_request", {}))));
      const options = { silent: false, store_history: true, user_expressions: {} };
      const request = { code: cell, ...options, allow_stdin: false, stop_on_error: true };
      const { content } = await client.request("execute_request", request);
      expect(errors).toEqual([]);
      expect(content.status).toBe("ok");
      expect(types).toEqual([bundle, bundle]);
    } finally {
      client.close(new Error("the test is over"));
      kernel.kill("SIGKILL");
      release();
    }
  }, 120_000);

  test("npx klab run finds it by PATH", () => {
    own.write("first.ipynb", stringifyNotebook(notebookOf(cell)));
    const { status, text } = own.npx(["klab", "run", "first.ipynb", "--write"], { PATH: path });
    expect(status, text).toBe(0);
    expect(own.shown("first.ipynb").map((types) => types.sort())).toEqual([
      [...bundle, ...bundle].sort(),
    ]);
  }, 120_000);
});
