import { createServer } from "node:net";
import { delimiter, join } from "node:path";
import { KernelError } from "../kernel/kernel-error";
import { writeKernelspec } from "../kernel/kernelspec";
import { cacheFolder } from "../pictures/cache-folder";
import { CommandError } from "./command-error";
import { findJupyterLab } from "./find-jupyter-lab";
import { type LabProject, labProject } from "./lab-project";
import { LabServer } from "./lab-server";
import { parseCommand } from "./parse-command";

/**
 * `klab lab [--no-browser] [--port N] [--print-url] [-- JUPYTER-OPTIONS]`: JupyterLab in the project's folder.
 *
 * Listens on this machine only, with a token. `--print-url` prints the address alone on standard output and
 * opens no browser. Ends with the server and all its kernels on Ctrl-C.
 */
export async function labCommand(args: string[]): Promise<number> {
  const split = args.includes("--") ? args.indexOf("--") : args.length;
  const { values, positionals } = parseCommand(args.slice(0, split), {
    "no-browser": { type: "boolean" },
    "print-url": { type: "boolean" },
    port: { type: "string" },
  });
  if (positionals.length > 0) {
    throw new CommandError(
      `klab lab: 多余的参数 / unexpected argument: ${positionals[0]}（Jupyter 的选项写在 -- 之后 / Jupyter's options go after --）`,
    );
  }
  const port = await portOptions(values.port);
  const project = labProject(process.cwd());
  const kernels = registerKernel();
  if (!project.hasNodeTypes) {
    console.error(
      "单元不会认得 console、require：请运行 npm i -D @types/node / cells will not know console or require: run npm i -D @types/node",
    );
  }
  const jupyter = await findJupyterLab(project.root, (line) => console.error(line));
  const quiet = values["no-browser"] || values["print-url"];
  const options = [
    `--ServerApp.root_dir=${project.root}`,
    `--LabApp.default_url=${project.page}`,
    "--ServerApp.ip=127.0.0.1",
    ...port,
    ...(quiet ? ["--no-browser"] : []),
    // Jupyter refuses to run for root, which is who one is in most containers.
    ...(process.getuid?.() === 0 ? ["--allow-root"] : []),
    ...args.slice(split + 1),
  ];
  const env = { JUPYTER_PATH: searchPath(kernels, process.env.JUPYTER_PATH) };
  const server = new LabServer(jupyter, options, { cwd: project.root, env }, (line) =>
    console.error(line),
  );
  return await serve(server, project, values["print-url"] ?? false);
}

/** Says where the server is and waits until it, or the reader, ends it. */
async function serve(server: LabServer, { root }: LabProject, printUrl: boolean): Promise<number> {
  let stopping: Promise<void> | undefined;
  const stop = (): void => {
    if (!stopping) console.error("\n正在关闭 Lab 和内核 / closing Lab and its kernels …");
    stopping ??= server.stop();
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const kill = (): void => server.kill();
  for (const signal of signals) process.on(signal, stop);
  process.on("exit", kill);
  try {
    const url = await server.url;
    if (url === undefined && !stopping) {
      const log = server.startLog.trim().split("\n").slice(-5).join("\n");
      throw new CommandError(`klab lab: JupyterLab 没有启动 / did not start:\n${log}`);
    }
    if (url !== undefined && !stopping) {
      if (printUrl) console.log(url);
      else
        console.log(
          `JupyterLab：${url}\n  文件夹 / folder: ${root}\n  按 Ctrl-C 结束 / Ctrl-C ends it`,
        );
    }
    const code = await server.ended;
    await stopping;
    if (stopping || code === 0) return 0;
    throw new CommandError(`klab lab: JupyterLab 意外结束 / ended unexpectedly (${code})`, 1);
  } finally {
    for (const signal of signals) process.off(signal, stop);
    server.kill();
    process.off("exit", kill);
  }
}

/** Writes our kernelspec where no other Jupyter looks; returns the folder for JUPYTER_PATH, which comes first. */
function registerKernel(): string {
  const folder = cacheFolder("jupyter");
  if (folder === undefined) {
    throw new CommandError(
      "klab lab: node_modules 和临时文件夹都不可写 / neither node_modules nor the temporary folder can be written",
    );
  }
  try {
    writeKernelspec(join(folder, "kernels", "tslab"));
    return folder;
  } catch (error) {
    if (error instanceof KernelError) throw new CommandError(`klab lab: ${error.message}`);
    throw error;
  }
}

function searchPath(first: string, rest: string | undefined): string {
  return rest ? `${first}${delimiter}${rest}` : first;
}

/** A port asked for is that port or an error, never the next one; 0 is any that is free. */
async function portOptions(port: string | undefined): Promise<string[]> {
  if (port === undefined) return [];
  const number = /^\d+$/.test(port) ? Number(port) : Number.NaN;
  if (!(number <= 65535)) {
    throw new CommandError(
      `klab lab: --port ${port} 应为0到65535的整数 / --port must be an integer from 0 to 65535`,
    );
  }
  const chosen = number === 0 ? await freePort() : number;
  return [`--ServerApp.port=${chosen}`, "--ServerApp.port_retries=0"];
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
