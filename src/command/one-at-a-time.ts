import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** No work of ours takes longer: by then a killed owner's number may be another process's. */
const longest = 20 * 60_000;

/**
 * Does `work` while no other process does what the lock `file` stands for; waits for one that does.
 *
 * The file holds its owner's process number, so that one left by a process that was killed binds nobody.
 */
export async function oneAtATime<T>(file: string, work: () => Promise<T>): Promise<T> {
  while (!take(file)) await released(file);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Waits until no living process holds the lock. */
export async function released(file: string): Promise<void> {
  while (isHeld(file)) await sleep(200);
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function isHeld(file: string): boolean {
  try {
    const owner = Number(readFileSync(file, "utf8"));
    const isFresh = Date.now() - statSync(file).mtimeMs < longest;
    if (isFresh && (owner === 0 || isRunning(owner))) return true; // 0: made, and not yet written
  } catch {
    return false; // released meanwhile
  }
  rmSync(file, { force: true });
  return false;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
