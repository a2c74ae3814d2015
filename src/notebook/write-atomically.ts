import { randomBytes } from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { refuseDevice } from "./regular-file";

/**
 * Writes a file in one step, so that no reader sees half of it; one that exists keeps its mode, a link stays a link.
 *
 * Synchronous, so that Ctrl-C cannot come in between and leave the temporary file.
 *
 * @param before if given: what the file must still hold, else it is left as it is
 * @returns whether it was written
 * @throws ENOTREG where a pipe or a device stands, which would be replaced by the file
 */
export function writeAtomically(
  name: string,
  content: string | Uint8Array,
  before?: string,
): boolean {
  refuseDevice(name);
  const mode = statSync(name, { throwIfNoEntry: false })?.mode;
  const file = mode === undefined ? name : realpathSync(name);
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
    // As late as can be: what another program writes from here to the next line is lost.
    const isDue = before === undefined || holds(file, before);
    if (isDue) renameSync(temporary, file);
    else rmSync(temporary, { force: true });
    return isDue;
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function holds(file: string, text: string): boolean {
  try {
    return readFileSync(file, "utf8") === text;
  } catch {
    return false; // gone
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
