import { readFileSync, statSync } from "node:fs";

/**
 * The bytes of a file that a reader names.
 *
 * A pipe without a writer would never let go of this thread, and no signal would reach it.
 *
 * @throws an error of the system's kind, ENOTREG, where `path` is a pipe, a device or a socket
 */
export function readRegularFile(path: string): Buffer {
  refuseDevice(path);
  return readFileSync(path);
}

/**
 * A file that takes the place of a device takes the device away, for every program of the machine.
 *
 * @throws ENOTREG where `path` is there and neither a file nor a folder
 */
export function refuseDevice(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found || found.isFile() || found.isDirectory()) return;
  throw Object.assign(new Error(`ENOTREG: not a regular file: ${path}`), { code: "ENOTREG", path });
}
