import { readFileSync } from "node:fs";
import { KernelError } from "./kernel-error";

/** A kernel holds 44 files open before its cells open any; we hold 32 with one kernel, and 7 more for each other. */
const leastFiles = 64;
const filesOfOurs = 32;
const filesOfKernel = 8;

/**
 * With fewer open files ZeroMQ ends the process where it stands, and tslab falls silent: asked before.
 *
 * Linux only: elsewhere the limit is not told without a shell. Node raises the soft limit to the hard one.
 *
 * @throws KernelError where the limit is too low for a kernel
 */
export function checkFileLimit(least: number = leastFiles): void {
  const limit = fileLimit();
  if (limit >= least) return;
  throw new KernelError(
    `只能打开 ${limit} 个文件，内核要 ${least} 个，请提高 ulimit -n / only ${limit} files may be open, a kernel needs ${least}: raise ulimit -n`,
  );
}

/** How many kernels at a time the limit allows, of `wanted`. */
export function kernelsAtATime(wanted: number): number {
  const room = Math.floor((fileLimit() - filesOfOurs) / filesOfKernel);
  return Math.max(1, Math.min(wanted, room));
}

function fileLimit(): number {
  if (process.platform !== "linux") return Number.POSITIVE_INFINITY;
  try {
    const line = /^Max open files\s+(\d+)/m.exec(readFileSync("/proc/self/limits", "latin1"));
    return line ? Number(line[1]) : Number.POSITIVE_INFINITY;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
