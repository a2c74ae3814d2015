import { createRequire } from "node:module";
import { type Connection, type ConnectionInfo, openConnection } from "./connection";
import { findTslab, kernelArguments, type Tslab } from "./find-tslab";
import { KernelClient, type Reply, type SettleLimits } from "./kernel-client";
import { KernelError } from "./kernel-error";
import { KernelProcess, within } from "./kernel-process";
import type { OpenHandle } from "./run-result";
import type { Message } from "./wire";

export interface KernelOptions {
  /** The kernel's working folder: the notebook's. */
  readonly cwd: string;
  /** Environment variables in addition to this process's. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Each output, with the id of the request that caused it. */
  readonly onOutput?: (parent: string, message: Message) => void;
  /** JavaScript (jslab) in place of TypeScript. */
  readonly isJavaScript?: boolean;
  /** Bytes of a cell's outputs that are passed on; the rest is dropped where it arises, and a note says so. */
  readonly outputLimit?: number;
}

/** How long a kernel may take to answer first: starts of 1 to 2 s are usual, on a loaded machine many more. */
const startTimeout = 60_000;

const load = createRequire(__filename);

/** A running tslab kernel. */
export class Kernel {
  constructor(
    private readonly process: KernelProcess,
    private readonly client: KernelClient,
  ) {
    void process.died.then((death) => client.close(death));
  }

  get pid(): number {
    return this.process.pid;
  }

  /** What its process wrote to its own standard error, outside of any cell's output. */
  get complaints(): string {
    return this.process.stderr;
  }

  /**
   * Sends a request and waits for its reply and for the outputs before it.
   *
   * @throws KernelDiedError as soon as the process ends
   */
  request(
    type: string,
    content: Readonly<Record<string, unknown>> = {},
    onSent?: (id: string) => void,
  ): Promise<Reply> {
    return this.client.request(type, content, onSent);
  }

  /** Runs `code`; the reply's `status` is "ok", "error" or, after an error just before, "abort". */
  execute(code: string, onSent?: (id: string) => void): Promise<Reply> {
    const content = {
      code,
      silent: false,
      store_history: true,
      user_expressions: {},
      allow_stdin: false,
      stop_on_error: true,
    };
    return this.request("execute_request", content, onSent);
  }

  /** Waits, at most `limits`, until cells have nothing open that ends by itself; tells what is open then. */
  settle(limits: SettleLimits): Promise<readonly OpenHandle[]> {
    return this.client.settle(limits);
  }

  /** Ctrl-C in the kernel; false where the platform has no such thing. */
  interrupt(): boolean {
    return this.process.interrupt();
  }

  /** Ends the kernel and every process it started. `busy`: it would not answer, so it is not asked. */
  async close({ busy = false }: { readonly busy?: boolean } = {}): Promise<void> {
    this.process.remember();
    if (!busy) await within(500, this.request("shutdown_request", { restart: false })).catch(noop);
    this.client.close(new KernelError("内核已关闭 / the kernel is closed"));
    await this.process.end(busy ? 0 : 200);
  }
}

/**
 * Starts tslab in `cwd` and waits until it answers.
 *
 * @throws KernelError if tslab is missing or does not start
 */
export async function startKernel(options: KernelOptions): Promise<Kernel> {
  const result = await launch(findTslab(options.cwd), await openConnection(), options);
  if (result instanceof Kernel) return result;
  const reason = result.trim().split("\n")[0];
  throw new KernelError(`tslab 内核没有启动 / the tslab kernel did not start: ${reason}`);
}

/** A kernel that answers, or why there is none. */
async function launch(
  tslab: Tslab,
  connection: Connection,
  { cwd, env, onOutput = noop, isJavaScript = false, outputLimit }: KernelOptions,
): Promise<Kernel | string> {
  let process: KernelProcess;
  try {
    const args = kernelArguments(tslab, connection.file, isJavaScript);
    const { folder, portsFile } = connection;
    process = new KernelProcess(
      args,
      { cwd, env, folder, portsFile, outputLimit },
      connection.release,
    );
  } catch (error) {
    connection.release();
    throw error;
  }
  const stop = new AbortController();
  const failed = Promise.race([
    process.died.then(({ message, stderr }) => `${stderr}\n${message}`),
    complaint(process, stop.signal),
  ]);
  let client: KernelClient | undefined;
  try {
    const info = await Promise.race([boundPorts(connection, stop.signal), failed]);
    if (typeof info === "object") client = new KernelClient(load(tslab.zeromq), info, onOutput);
    const failure = client
      ? await Promise.race([firstAnswer(client, stop.signal), failed])
      : String(info);
    if (client && failure === undefined) return new Kernel(process, client);
    client?.close(new KernelError(String(failure)));
    await process.end(0);
    return String(failure);
  } catch (error) {
    client?.close(error);
    await process.end(0);
    throw error;
  } finally {
    stop.abort();
  }
}

/** Where the kernel listens, once it does. */
async function boundPorts(
  connection: Connection,
  signal: AbortSignal,
): Promise<ConnectionInfo | undefined> {
  while (!signal.aborted) {
    const info = connection.bound();
    if (info) return info;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return undefined;
}

/** Asks until both channels answer: what a kernel publishes before our subscription has arrived is lost. */
async function firstAnswer(client: KernelClient, signal: AbortSignal): Promise<undefined> {
  while (!signal.aborted) {
    if (await within(200, client.request("kernel_info_request", {}))) return;
  }
}

/** What a starting kernel prints when it cannot go on (it then stays, deaf), or that it took too long. */
async function complaint(process: KernelProcess, signal: AbortSignal): Promise<string> {
  const deadline = Date.now() + startTimeout;
  while (!signal.aborted && Date.now() < deadline) {
    const found = /^(?:UnhandledPromiseRejection|UncaughtException): (.*)/m.exec(process.stderr);
    if (found) return found[1] ?? "";
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return `no answer in ${startTimeout / 1000} s`;
}

function noop(): void {}
