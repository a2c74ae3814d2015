import { existsSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";

const slashes = (path: string): string => path.replace(/\\/g, "/");
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map(slashes);

/** Folders of test/ for what no folder of src is: real machines, the course, values and tools. */
const ofTheirOwn = ["bench", "deno", "lab", "matrix", "notebooks", "reference", "support"];

describe("test mirrors src", () => {
  test("every numeric file of math has a test of its own", () => {
    const generated = ["simd/kernel-bytes.ts"];
    const missing = filesIn("src/math")
      .filter((name) => name.endsWith(".ts") && !generated.includes(name))
      .filter((name) => !existsSync(`test/math/${name.replace(/\.ts$/, ".test.ts")}`));
    expect(missing).toEqual([]);
  });

  test("every test lies in a folder that src has as well", () => {
    const homeless = filesIn("test")
      .filter((name) => name.endsWith(".test.ts") && name.includes("/"))
      .map((name) => name.slice(0, name.lastIndexOf("/")))
      .filter((folder) => !ofTheirOwn.includes(folder.split("/")[0]))
      .filter((folder) => !existsSync(`src/${folder}`));
    expect([...new Set(homeless)]).toEqual([]);
  });

  test("a test is named by its subject, not by where it came from", () => {
    const origin = /defect|hold-?out|slip|battery|subtle|regress|issue|misc|bug|new-|more-|extra/;
    const named = filesIn("test").filter((name) => name.endsWith(".test.ts") && origin.test(name));
    expect(named).toEqual([]);
  });
});
