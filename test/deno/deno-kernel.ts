import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Connection, openConnection } from "../../src/kernel/connection";
import { findTslab } from "../../src/kernel/find-tslab";
import { KernelClient, type Reply, type ZeroMq } from "../../src/kernel/kernel-client";
import { within } from "../../src/kernel/kernel-process";
import type { Message } from "../../src/kernel/wire";
import { besideFolder, installedBeside } from "../matrix/npm-beside";

const platform = `${process.platform}-${process.arch}${process.platform === "linux" ? "-glibc" : ""}`;
const binary = `node_modules/@deno/${platform}/deno${process.platform === "win32" ? ".exe" : ""}`;
const folder = besideFolder("deno");

/** Why Deno's kernel cannot be tried here. */
export const missingDeno = (): string | undefined =>
  installedBeside("deno", { deno: "^2.9.0" }, [binary]);

type Output = Pick<Message, "content"> & { readonly type: string };

/** What running a cell gave. */
export interface DenoCell {
  readonly status: unknown;
  /** All outputs, in order, without the echo of the input. */
  readonly outputs: readonly Output[];
}

/** Deno's own Jupyter kernel, spoken to by klab's client. */
export class DenoKernel {
  private readonly outputs = new Map<string, Output[]>();

  private constructor(
    private readonly process: ChildProcess,
    private readonly connection: Connection,
    private readonly client: KernelClient,
  ) {}

  static async start(cwd: string): Promise<DenoKernel> {
    const connection = await openConnection();
    const args = ["jupyter", "--kernel", "--conn", connection.file];
    const env = { ...process.env, NO_COLOR: "1", DENO_DIR: join(folder, "deno-dir") };
    const child = spawn(join(folder, binary), args, { cwd, env, stdio: "ignore" });
    const zeromq = createRequire(__filename)(findTslab().zeromq) as ZeroMq;
    let kernel: DenoKernel | undefined;
    const client = new KernelClient(zeromq, connection.info, (parent, message) =>
      kernel?.take(parent, message),
    );
    child.once("exit", (code) => client.close(new Error(`Deno's kernel has ended: ${code}`)));
    kernel = new DenoKernel(child, connection, client);
    // What the kernel says before our subscription has arrived is lost.
    while (!(await within(500, client.request("kernel_info_request", {}))));
    return kernel;
  }

  async run(code: string): Promise<DenoCell> {
    const { id, content: reply } = await this.execute(code);
    // Deno tells that a cell has ended by another way than its outputs take, and may be quicker there: the
    // outputs are in when a later cell's is.
    const { id: mark } = await this.execute(
      'Deno.jupyter.broadcast("display_data", { data: {}, metadata: {} }); undefined',
    );
    for (const end = Date.now() + 20_000; !this.outputs.has(mark); ) {
      if (Date.now() > end) throw new Error("Deno's kernel has not shown what it was told to");
      await new Promise((resume) => setTimeout(resume, 10));
    }
    return { status: reply.status, outputs: this.outputs.get(id) ?? [] };
  }

  private execute(code: string): Promise<Reply> {
    const content = { code, silent: false, store_history: true, user_expressions: {} };
    const request = { ...content, allow_stdin: false, stop_on_error: true };
    return this.client.request("execute_request", request);
  }

  async close(): Promise<void> {
    const gone = once(this.process, "exit");
    this.process.kill("SIGKILL");
    await gone;
    this.connection.release();
  }

  private take(parent: string, { header, content }: Message): void {
    if (header.msg_type === "execute_input") return;
    this.outputs.set(parent, [
      ...(this.outputs.get(parent) ?? []),
      { type: header.msg_type, content },
    ]);
  }
}
