import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { folderRows, sourceFiles } from "./support/architecture";

const rows = new Map(folderRows.map((row) => [row.folder, row]));
const slashes = (path: string): string => path.replace(/\\/g, "/");
const houseOf = (folder: string): string => folder.split("/")[0];
const folderOf = (file: string): string => slashes(dirname(file));

interface Import {
  readonly file: string;
  readonly target: string;
}

/** Imports of any kind: of values, of types, bare, by call. */
const importsOf = (text: string): readonly string[] =>
  ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);

const imports: readonly Import[] = sourceFiles.flatMap((file) =>
  importsOf(readFileSync(join("src", file), "utf8")).map((target) => ({ file, target })),
);

/** The folder of src that a relative import leads to; undefined outside of src, as for package.json. */
function folderReached({ file, target }: Import): string | undefined {
  const to = slashes(normalize(join(dirname(file), target)));
  if (to.startsWith("..")) return undefined;
  return existsSync(join("src", to, "index.ts")) ? to : folderOf(to);
}

/** Whether the name `name` in the row of `from` covers `into`: itself, or, in another house, a folder around it. */
const covers = (from: string, name: string, into: string): boolean =>
  name === into || (houseOf(from) !== houseOf(into) && into.startsWith(`${name}/`));

const isAllowed = (from: string, into: string): boolean =>
  from === into || (rows.get(from)?.mayImport ?? []).some((name) => covers(from, name, into));

describe("the table of folders in ARCHITECTURE.md", () => {
  test("is read, and so are the imports", () => {
    expect(folderRows.length).toBeGreaterThan(25);
    expect(imports.length).toBeGreaterThan(500);
  });

  test("has a row for every folder with sources, and none besides", () => {
    const folders = new Set(sourceFiles.map(folderOf).filter((folder) => folder !== "."));
    expect([...rows.keys()].sort()).toEqual([...folders].sort());
    const named = folderRows.flatMap(({ mayImport }) => mayImport);
    expect(named.filter((name) => !rows.has(name))).toEqual([]);
  });

  test("names each import of a file", () => {
    const upward = imports
      .filter(({ file, target }) => target.startsWith(".") && file.includes("/"))
      .filter((each) => {
        const into = folderReached(each);
        return into !== undefined && !isAllowed(folderOf(each.file), into);
      })
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(upward).toEqual([]);
  });

  test("allows no more than is used: a name that no file needs is taken out", () => {
    const reached = imports
      .filter(({ target }) => target.startsWith("."))
      .map((each) => ({ from: folderOf(each.file), into: folderReached(each) }));
    const unused = folderRows.flatMap(({ folder, mayImport }) =>
      mayImport
        .filter(
          (name) =>
            !reached.some(({ from, into }) => {
              return from === folder && into !== undefined && covers(folder, name, into);
            }),
        )
        .map((name) => `${folder} names ${name}, but imports nothing of it`),
    );
    expect(unused).toEqual([]);
  });

  test("goes down: between houses, a row names only houses above it in the table", () => {
    const order = [...new Set(folderRows.map(({ folder }) => houseOf(folder)))];
    const upward = folderRows.flatMap(({ folder, mayImport }) =>
      mayImport
        .filter((name) => order.indexOf(houseOf(name)) > order.indexOf(houseOf(folder)))
        .map((name) => `${folder} names ${name}, which comes later`),
    );
    expect(upward).toEqual([]);
  });
});

const isNodeOnly = (file: string): boolean => rows.get(folderOf(file))?.isNodeOnly ?? false;

describe("what a reader imports", () => {
  // mathjs and acorn are dependencies of the package; the rest is bundled into pages and doors by the build, or, as
  // tslab is, only there in a notebook. klab/learn is the package's own other door, opened when an explorer asks for it.
  const packages =
    /^(?:acorn|mathjs|mathjs\/number|sucrase|node-inspect-extracted|tslab|klab\/learn|@unified-latex\/[\w-]+)$/;

  test("knows no package but these, and no Node module", () => {
    const impure = imports
      .filter(({ file, target }) => !isNodeOnly(file) && !target.startsWith("."))
      .filter(({ target }) => !packages.test(target))
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(impure).toEqual([]);
  });

  test("has doors that open no room for Node only", () => {
    const impure = imports
      .filter(({ file, target }) => !file.includes("/") && target.startsWith("."))
      .filter((each) => rows.get(folderReached(each) ?? "")?.isNodeOnly)
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(impure).toEqual([]);
  });

  test.each([
    ['import { a } from "./a";', "./a"],
    ['import type { A } from "./a";', "./a"],
    ['import "./a";', "./a"],
    ['export * from "./a";', "./a"],
    ['const a = await import("./a");', "./a"],
    ['type A = import("./a").A;', "./a"],
    ['const fs = require("fs");', "fs"],
  ])("is found: %s", (text, target) => {
    expect(importsOf(text)).toEqual([target]);
  });

  test("imports nothing that is for Node only", () => {
    const impure = folderRows
      .filter((row) => !row.isNodeOnly)
      .flatMap(({ folder, mayImport }) =>
        mayImport.filter((name) => rows.get(name)?.isNodeOnly).map((name) => `${folder}: ${name}`),
      );
    expect(impure).toEqual([]);
  });

  test("never imports plotly: a kernel has no page to draw in", () => {
    const found = imports.filter(({ file, target }) => !isNodeOnly(file) && /^plotly/.test(target));
    expect(found).toEqual([]);
  });
});

test("no folder of src holds more than 45 files directly, the families aside", () => {
  const folders = ["", ...rows.keys()].filter((folder) => folder !== "distributions/families");
  const crowded = folders
    .map((folder) => {
      const files = readdirSync(join("src", folder), { withFileTypes: true });
      return { folder, count: files.filter((entry) => entry.isFile()).length };
    })
    .filter(({ count }) => count > 45);
  expect(crowded).toEqual([]);
});
