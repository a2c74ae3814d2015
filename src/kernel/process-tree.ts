import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";

/** The environment variable by which the processes of one kernel are known, wherever they went. */
export const treeMark = "KLAB_KERNEL_TREE";

/**
 * Ends the process `pid` and all it started, at once and synchronously.
 *
 * POSIX: the whole group, of which `pid` must be the leader; on Linux also those that left the group but
 * still carry the mark in their environment. Windows: `taskkill /T`.
 */
export function killTree(pid: number, mark: string): void {
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/PID", String(pid), "/T", "/F"], {
      stdio: "ignore",
      windowsHide: true,
    });
    return;
  }
  kill(-pid);
  if (process.platform === "linux") for (const straggler of marked(mark)) kill(straggler);
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // it has ended already
  }
}

/** The processes whose environment holds `mark`. */
function marked(mark: string): number[] {
  const entry = `${treeMark}=${mark}`;
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/environ`, "latin1").split("\0").includes(entry);
      } catch {
        return false; // another user's, or gone
      }
    })
    .map(Number);
}
