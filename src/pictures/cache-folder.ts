import { lstatSync, mkdirSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { writeAtomically } from "../notebook/write-atomically";

/** The node_modules folder that tools cache into: our own, or the one klab is installed in. */
function nodeModulesFolder(): string {
  const packageRoot = resolve(__dirname, "../..");
  const parent = dirname(packageRoot);
  return basename(parent) === "node_modules" ? parent : join(packageRoot, "node_modules");
}

/** Keeps what can be made again for the next time; where nothing can be written, it is made again. */
export function keepInCache(file: string, content: string | Uint8Array): void {
  try {
    writeAtomically(file, content);
  } catch {
    // A full disk must not stop a handout.
  }
}

/** True for a folder that we can write and that nobody else owns. */
function isOurs(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { uid } = lstatSync(folder);
    const ourUid = process.getuid?.();
    return ourUid === undefined || uid === ourUid;
  } catch {
    return false;
  }
}

/**
 * A private folder for things that can be made again, `<…>/klab/NAME`, made if missing.
 *
 * In node_modules/.cache, else in the system's temporary folder. What lies in it may be executed (a browser), so a
 * folder that another user owns is not used.
 *
 * @returns undefined where neither can be written
 */
export function cacheFolder(name: string): string | undefined {
  const ourName = `klab-${process.getuid?.() ?? userInfo().username}`;
  return [
    join(nodeModulesFolder(), ".cache", "klab", name),
    join(tmpdir(), ourName, "cache", name),
  ].find(isOurs);
}
