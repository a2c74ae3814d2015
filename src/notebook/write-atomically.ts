import { randomBytes } from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Writes a file in one step, so that no reader sees half of it; one that exists keeps its mode.
 *
 * Synchronous, so that Ctrl-C cannot come in between and leave the temporary file.
 */
export function writeAtomically(file: string, content: string | Uint8Array): void {
  const mode = statSync(file, { throwIfNoEntry: false })?.mode;
  const temporary = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    // Until it has the mode of the file that it replaces, nobody else reads it.
    const handle = openSync(temporary, "wx", mode === undefined ? 0o666 : 0o600);
    try {
      writeFileSync(handle, content);
      if (mode !== undefined && process.platform !== "win32") fchmodSync(handle, mode & 0o7777);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Whether `writeAtomically` may replace `file`. A file marked read-only is not, even for root, who could. */
export function isWritable(file: string): boolean {
  try {
    for (const path of [file, dirname(file)]) {
      accessSync(path, constants.W_OK);
      if (process.platform !== "win32" && (statSync(path).mode & 0o222) === 0) return false;
    }
    return true;
  } catch {
    return false;
  }
}
