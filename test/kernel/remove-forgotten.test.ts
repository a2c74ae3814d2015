import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { removeForgotten } from "../../src/kernel/remove-forgotten";

const parent = mkdtempSync(join(tmpdir(), "klab 遗留 "));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

/** A folder with a file in it that was made so many minutes ago. */
function made(name: string, minutes: number): string {
  const folder = join(parent, name);
  mkdirSync(folder);
  writeFileSync(join(folder, "connection.json"), "{}");
  const then = Date.now() / 1000 - 60 * minutes;
  utimesSync(folder, then, then);
  return folder;
}

test("what a killed runner left an hour ago is removed, and nothing else", () => {
  made("klab-kernel-old", 61);
  made("klab-kernel-older", 100_000);
  made("klab-kernel-new", 59);
  made("klab-kernel-to-come", -600);
  const other = made("another", 1000);
  if (process.platform !== "win32") symlinkSync(other, join(parent, "klab-kernel-link"));
  removeForgotten(parent, "klab-kernel-");
  expect(readdirSync(parent).filter((name) => name !== "klab-kernel-link")).toEqual([
    "another",
    "klab-kernel-new",
    "klab-kernel-to-come",
  ]);
  expect(existsSync(join(other, "connection.json"))).toBe(true);
});

test("a folder that is not there has nothing to remove", () => {
  expect(() => removeForgotten(join(parent, "none"), "klab-kernel-")).not.toThrow();
});
