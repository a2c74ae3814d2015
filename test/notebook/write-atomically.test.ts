import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { writeAtomically } from "../../src/notebook/write-atomically";

const folder = mkdtempSync(join(tmpdir(), "klab 写 "));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a file written in one step", () => {
  test("is made where there is none, as readable as any new file", () => {
    const file = join(folder, "新.txt");
    writeAtomically(file, "一");
    expect(readFileSync(file, "utf8")).toBe("一");
    if (process.platform === "win32") return;
    expect(statSync(file).mode & 0o777).toBe(0o666 & ~process.umask());
  });

  test.runIf(process.platform !== "win32").each([0o600, 0o640, 0o755, 0o444])(
    "replaces one of mode %o and keeps the mode",
    (mode) => {
      const file = join(folder, `mode ${mode}`);
      writeAtomically(file, "old");
      chmodSync(file, mode);
      writeAtomically(file, new Uint8Array([110, 101, 119]));
      expect(readFileSync(file, "utf8")).toBe("new");
      expect(statSync(file).mode & 0o777).toBe(mode);
    },
  );

  test("is left alone where it holds something else than was read, or is gone", () => {
    const file = join(folder, "edited");
    writeAtomically(file, "read");
    expect(writeAtomically(file, "ours", "read")).toBe(true);
    expect(writeAtomically(file, "ours again", "read")).toBe(false);
    expect(readFileSync(file, "utf8")).toBe("ours");
    rmSync(file);
    expect(writeAtomically(file, "ours", "ours")).toBe(false);
    expect(readdirSync(folder).filter((name) => name.includes("edited"))).toEqual([]);
  });

  test("that cannot be written leaves nothing behind", () => {
    const taken = join(folder, "taken");
    mkdirSync(join(taken, "file"), { recursive: true });
    expect(() => writeAtomically(join(taken, "file"), "x")).toThrow();
    expect(readdirSync(taken)).toEqual(["file"]);
    expect(() => writeAtomically(join(folder, "no", "such"), "x")).toThrow(/ENOENT/);
  });
});
