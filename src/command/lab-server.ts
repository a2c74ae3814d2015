import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import { within } from "../kernel/kernel-process";
import { killTree, treeMark } from "../kernel/process-tree";
import type { Program } from "./lab-python";
import { untilItAccepts } from "./until-it-accepts";

/** How long the server may take to end its kernels before it is ended with them. */
const stopGrace = 10_000;

/** A running Jupyter server with all it starts, in a process group of its own. */
export class LabServer {
  /** Resolves with the address (token included) once the server accepts connections; undefined if it ended before. */
  readonly url: Promise<string | undefined>;
  /** Resolves with the server's exit code; null if a signal ended it. */
  readonly ended: Promise<number | null>;
  /** What the server said while it started. */
  startLog = "";
  private readonly child: ChildProcess;
  private readonly mark = randomUUID();
  private readonly pid: number;
  private stopping = false;

  /** `onLine` hears the server's warnings and errors once it listens. */
  constructor(
    { command, args }: Program,
    options: readonly string[],
    where: { readonly cwd: string; readonly env: Readonly<Record<string, string | undefined>> },
    onLine: (line: string) => void,
  ) {
    this.child = spawn(command, [...args, ...options], {
      cwd: where.cwd,
      env: { ...process.env, ...where.env, [treeMark]: this.mark },
      stdio: ["ignore", "ignore", "pipe"],
      // Ctrl-C is for us: the server would ask a question, and its kernels stop what they are at.
      detached: process.platform !== "win32",
      windowsHide: true,
    });
    this.pid = this.child.pid ?? 0;
    this.ended = new Promise((resolve) => {
      this.child.once("error", (error) => {
        this.startLog += error.message;
        resolve(null);
      });
      this.child.once("exit", resolve);
    });
    const address = this.listen(onLine).then(async (url) => {
      await untilItAccepts(url);
      return url;
    });
    this.url = Promise.race([address, this.ended.then(() => undefined)]);
  }

  /** Asks the server to end its kernels and itself; after a grace ends all there still is. */
  async stop(): Promise<void> {
    this.stopping = true;
    if (this.pid && process.platform !== "win32") {
      this.child.kill("SIGTERM");
      await within(stopGrace, this.ended);
    }
    this.kill();
    await within(5_000, this.ended);
  }

  /** Ends the server and all it started, at once and synchronously. */
  kill(): void {
    if (this.pid) killTree(this.pid, this.mark);
  }

  private listen(onLine: (line: string) => void): Promise<string> {
    return new Promise((resolve) => {
      let listening = false;
      const { stderr } = this.child;
      if (!stderr) return;
      createInterface({ input: stderr }).on("line", (line) => {
        const url = /https?:\/\/\S+\/lab\S*/.exec(line)?.[0];
        if (!listening) this.startLog += `${line}\n`;
        if (!listening && url) {
          listening = true;
          resolve(url);
          // A line's head alone is the banner's, which says again what we say.
        } else if (listening && !this.stopping && /^\[[WEC] [^\]]*\] *\S/.test(line)) {
          onLine(line);
        }
      });
    });
  }
}
