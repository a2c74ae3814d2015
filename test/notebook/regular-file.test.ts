import { spawnSync } from "node:child_process";
import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readEntries } from "../../src/handout/index-entry";
import { studentObstacle } from "../../src/handout/student-notebook";
import { writeWhole } from "../../src/handout/write-whole";
import { readNotebookFiles } from "../../src/notebook/notebook-file";
import { readRegularFile } from "../../src/notebook/regular-file";
import { writeAtomically } from "../../src/notebook/write-atomically";

const folder = mkdtempSync(join(tmpdir(), "klab 管道 "));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const hasPipes = spawnSync("mkfifo", [join(folder, "pipe.ipynb")]).status === 0;

/** Pipes nobody writes to, by themselves and behind a link; a device that never ends. */
const pipe = join(folder, "pipe.ipynb");
const link = join(folder, "link.ipynb");
if (hasPipes) {
  symlinkSync("pipe.ipynb", link);
  spawnSync("mkfifo", [join(folder, "page.html")]);
}

describe.runIf(hasPipes)("what is no file but a pipe or a device", () => {
  test.each([pipe, link, "/dev/zero"])("is not waited for: %s", (path) => {
    expect(() => readRegularFile(path)).toThrow(/not a regular file/);
    expect(() => readNotebookFiles([path])).toThrow(/a pipe or a device, not a regular file/);
  });

  test("is passed over among a folder's pages, and is nobody's own notebook", () => {
    expect(readEntries(folder)).toEqual([]);
    expect(studentObstacle(pipe)).toBe("edited");
  });

  test.each([pipe, link, "/dev/null"])("is not replaced by a file: %s", (path) => {
    const before = lstatSync(path);
    expect(() => writeAtomically(path, "text")).toThrow(/not a regular file/);
    expect(() => writeWhole(path, "text")).toThrow(/a pipe or a device/);
    expect(lstatSync(path)).toMatchObject({ mode: before.mode, ino: before.ino });
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});

test.runIf(process.platform !== "win32")("a file behind a link is written; the link stays", () => {
  const [file, name] = [join(folder, "real.txt"), join(folder, "name.txt")];
  writeFileSync(file, "old");
  symlinkSync("real.txt", name);
  writeAtomically(name, "new");
  expect(readFileSync(file, "utf8")).toBe("new");
  expect(lstatSync(name).isSymbolicLink()).toBe(true);
});
