import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { makePath } from "../notebook/make-path";
import { readRegularFile } from "../notebook/regular-file";
import { systemReason } from "../notebook/system-reason";
import { writeAtomically } from "../notebook/write-atomically";
import { HandoutError } from "./handout-error";

/** What the system refuses in words of writing, where they say more than those it has for all. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: "不能建这个文件夹 / the folder cannot be made",
  EEXIST: "路径中有一段是文件 / a part of the path is a file",
  ENOTDIR: "路径中有一段是文件 / a part of the path is a file",
};

const explained = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  return reasons[code ?? ""] ?? systemReason(error) ?? message;
};

/**
 * Makes a folder.
 *
 * @throws HandoutError if it cannot be made
 */
export function makeFolder(folder: string): void {
  try {
    makePath(resolve(folder));
    if (!statSync(folder).isDirectory()) throw Object.assign(new Error(), { code: "ENOTDIR" });
  } catch (error) {
    throw new HandoutError(`${folder}: 无法写入 / cannot be written: ${explained(error)}`);
  }
}

/** Whether a file is already what it is to be. */
function isCurrent(file: string, content: string | Uint8Array): boolean {
  try {
    return readRegularFile(file).equals(Buffer.from(content));
  } catch {
    return false; // not there, or a folder: writing will tell
  }
}

/**
 * Writes a file whole or not at all; one that already is so keeps its date, and what watches it sleeps.
 *
 * @throws HandoutError if it cannot be written
 */
export function writeWhole(file: string, text: string | Uint8Array): void {
  if (isCurrent(file, text)) return;
  makeFolder(dirname(file));
  try {
    writeAtomically(file, text);
  } catch (error) {
    throw new HandoutError(`${file}: 无法写入 / cannot be written: ${explained(error)}`);
  }
}
