import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** The environment variable by which the processes of one kernel are known, wherever they went. */
export const treeMark = "KLAB_KERNEL_TREE";

/** A process; `started` tells it from a later one of the same number. */
export interface Relative {
  readonly pid: number;
  readonly started: string;
}

/**
 * Ends the process `pid` and all it started, at once and synchronously.
 *
 * POSIX: the whole group, of which `pid` must be the leader. On Linux also the family, see there, and `known`, an
 * earlier one: a process whose parent has gone may no longer be told. Windows: `taskkill /T`.
 */
export function killTree(pid: number, mark: string, known: readonly Relative[] = []): void {
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/PID", String(pid), "/T", "/F"], {
      stdio: "ignore",
      windowsHide: true,
    });
    return;
  }
  const relatives = [...known, ...family(pid, mark)]; // before their parent goes
  kill(-pid);
  for (const { pid: relative, started } of relatives) {
    if (readProcess(relative)?.started === started) kill(relative);
  }
  for (const { pid: late } of family(pid, mark)) kill(late); // started in between
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // it has ended already
  }
}

/**
 * What `pid` started, directly or not, by Linux's process table; elsewhere nothing.
 *
 * These are its session, all that carry the mark in their environment, and the descendants of them and of `pid`. A
 * process that has left the session, cleared its environment and lost its parent cannot be told from a stranger's.
 */
export function family(pid: number, mark: string): Relative[] {
  if (process.platform !== "linux") return [];
  const entry = `${treeMark}=${mark}`;
  const children = new Map<number, Relative[]>();
  const found: Relative[] = [];
  for (const name of readdirSync("/proc")) {
    const id = Number(name);
    const status = Number.isInteger(id) && id !== process.pid ? readProcess(id) : undefined;
    if (!status || id === pid) continue;
    const relative = { pid: id, started: status.started };
    children.set(status.parent, [...(children.get(status.parent) ?? []), relative]);
    if (status.session === pid || hasEntry(id, entry)) found.push(relative);
  }
  const seen = new Set(found.map((relative) => relative.pid));
  const parents = [pid, ...seen];
  for (let parent = parents.pop(); parent !== undefined; parent = parents.pop()) {
    for (const child of children.get(parent) ?? []) {
      if (seen.has(child.pid)) continue;
      seen.add(child.pid);
      found.push(child);
      parents.push(child.pid);
    }
  }
  return found;
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function readProcess(
  pid: number,
): { parent: number; session: number; started: string } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // From the third field on: the second, the command's name in parentheses, may hold anything.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { parent: Number(fields[1]), session: Number(fields[3]), started: fields[19] ?? "" };
  } catch {
    return undefined; // gone
  }
}

function hasEntry(pid: number, entry: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, "latin1").split("\0").includes(entry);
  } catch {
    return false; // another user's, or gone
  }
}
