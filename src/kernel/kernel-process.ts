import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import type { Socket } from "node:net";
import { join } from "node:path";
import { guardExit } from "./guard-exit";
import { KernelDiedError } from "./kernel-error";
import { family, killTree, type Relative, treeMark } from "./process-tree";

/** Enough for V8's report of a full heap. */
const stderrKept = 16_384;

export interface KernelPlace {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Where the connection file is, removed when we are killed. */
  readonly folder: string;
  /** Where the kernel says which ports it has bound. */
  readonly portsFile: string;
  readonly outputLimit?: number;
}

/** process-tree as the kernel can load it; from the sources too, where there is a build. */
function builtProcessTree(): string | undefined {
  return [
    join(__dirname, "process-tree.js"),
    join(__dirname, "../../dist/kernel/process-tree.js"),
  ].find((file) => existsSync(file));
}

/**
 * What a kernel must not see of our surroundings: it is nobody's session but ours, also when a notebook's cell started
 * us, and figures are told apart by it. (What it must not hand on to its own children, tslab-kernel.cjs deletes.)
 */
const hiddenFromKernel = { JPY_SESSION_NAME: undefined };

/** The kernel's process and all it starts. */
export class KernelProcess {
  readonly pid: number;
  /** Resolves when the process has ended, however it did. */
  readonly died: Promise<KernelDiedError>;
  /** What the process wrote to its own standard error, the last of it. */
  stderr = "";
  private readonly child: ChildProcess;
  private readonly mark = randomUUID();
  private readonly unguard: () => void;
  private ended = false;
  private known: readonly Relative[] = [];

  /** Runs this Node with `args`: no shell, no PATH. `onEnd` is called once, when all has ended. */
  constructor(
    args: readonly string[],
    where: KernelPlace,
    private readonly onEnd: () => void = () => {},
  ) {
    this.child = spawn(process.execPath, [...args], {
      cwd: where.cwd,
      env: {
        ...process.env,
        ...hiddenFromKernel,
        ...where.env,
        [treeMark]: this.mark,
        KLAB_KERNEL_RUN: JSON.stringify({
          outputLimit: where.outputLimit,
          portsFile: where.portsFile,
          watch: { pipe: 3, folder: where.folder, processTree: builtProcessTree() },
        }),
      },
      // The last is never written to: its closing tells the kernel that we have gone, also after kill -9.
      stdio: ["ignore", "pipe", "pipe", "pipe"],
      detached: process.platform !== "win32", // a group of its own, which Ctrl-C in the terminal spares
      windowsHide: true,
    });
    this.pid = this.child.pid ?? 0;
    this.child.stdout?.resume();
    this.lifeline?.on("error", () => {}).resume();
    this.child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.stderr = (this.stderr + text).slice(-stderrKept);
    });
    this.died = new Promise((resolve) => {
      const report = (code: number | null, signal: string | null): void =>
        resolve(new KernelDiedError(code, signal, this.stderr));
      this.child.once("error", (error) => {
        this.stderr += error.message;
        report(null, null);
      });
      // "exit", not "close": a grandchild may hold the pipes open. What is in them is read first.
      this.child.once("exit", (code, signal) => setTimeout(report, 20, code, signal));
    });
    this.unguard = guardExit(() => this.kill());
  }

  /** Ctrl-C in the kernel; false where the platform has no such thing. */
  interrupt(): boolean {
    return process.platform !== "win32" && this.child.kill("SIGINT");
  }

  /** Takes note of what the process started: once it has ended, some can no longer be told to be its. */
  remember(): void {
    this.known = family(this.pid, this.mark);
  }

  /** Ends the process and all it started, at once. */
  kill(): void {
    if (this.ended) return;
    this.ended = true;
    this.unguard();
    if (this.pid) killTree(this.pid, this.mark, this.known);
    this.onEnd();
  }

  /** As `kill`, after up to `grace` milliseconds for it to end by itself; resolves when it is gone. */
  async end(grace: number): Promise<void> {
    if (grace > 0) await within(grace, this.died);
    this.kill();
    await within(5_000, this.died);
    this.child.stdout?.destroy();
    this.child.stderr?.destroy();
    this.lifeline?.destroy();
  }

  private get lifeline(): Socket | undefined {
    return this.child.stdio[3] as Socket | undefined;
  }
}

/** `promise`, or undefined after `milliseconds`. */
export async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, milliseconds, undefined);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
