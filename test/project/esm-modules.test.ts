import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { withImports } from "../../src/project/esm-modules.mjs";

const require = createRequire(import.meta.url);
const { exports: doors, sideEffects } = JSON.parse(readFileSync("package.json", "utf8")) as {
  readonly exports: Readonly<Record<string, { readonly module?: { readonly default: string } }>>;
  readonly sideEffects: unknown;
};
const modules = Object.entries(doors).flatMap(([door, { module }]) =>
  module ? [[door.replace(/^\./, "klab"), module.default] as const] : [],
);

const urlOf = (file: string): string => JSON.stringify(pathToFileURL(resolve(file)).href);

/** What a Node of its own prints as JSON: here Vitest would compile each of the modules first. */
function printed(code: string): unknown[] {
  const args = ["--input-type=module", "--eval", code];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" })) as unknown[];
}

const texts = readdirSync("dist/esm", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".mjs"))
  .map((file) => [file, readFileSync(join("dist/esm", file), "utf8")] as const);

describe("a require of a package becomes an import", () => {
  test.each([
    [
      'const { a, b } = require("x") as X;',
      'import { a as package0_a, b as package0_b } from "x";\nconst { a, b } = { a: package0_a, b: package0_b } as X;',
    ],
    ['const all = require("x/y");', 'import * as package0 from "x/y";\nconst all = package0;'],
    [
      'f(require("x"), require("y"))',
      'import * as package0 from "x";\nimport * as package1 from "y";\nf(package0, package1)',
    ],
    ['return require("klab/learn");', 'return require("klab/learn");'],
    ['tslab.requires("x")', 'tslab.requires("x")'],
  ])("%s", (text, expected) => {
    expect(withImports(text)).toBe(expected);
  });
});

describe("the modules of bundlers", () => {
  test("are those of the doors that are no Node's alone, and may be left out", () => {
    expect(modules.map(([door]) => door)).toEqual(["klab", "klab/derivation", "klab/learn"]);
    expect(sideEffects).toBe(false);
  });

  test.each(modules)("%s has the names that require gives", (door, file) => {
    const code = `console.log(JSON.stringify(Object.keys(await import(${urlOf(file)}))))`;
    expect(printed(code).sort()).toEqual(Object.keys(require(door)).sort());
  });

  test("kl and normal of them answer as those of the library", () => {
    const code = (source: string): string => `const { kl, normal } = ${source};
      console.log(JSON.stringify([kl(normal(0, 1), normal(1, 2)), kl([0.5, 0.5], [0.25, 0.75])]))`;
    const { kl, normal } = require("klab");
    const expected = [kl(normal(0, 1), normal(1, 2)), kl([0.5, 0.5], [0.25, 0.75])];
    expect(printed(code(`await import(${urlOf("dist/esm/index.mjs")})`))).toEqual(expected);
    expect(printed(code(`await import(${urlOf("dist/browser/klab.mjs")})`))).toEqual(expected);
  });

  test("import nothing for its effect alone, and require nothing", () => {
    expect(texts.length).toBeGreaterThan(300);
    expect(texts.filter(([, text]) => /^import "/m.test(text)).map(([file]) => file)).toEqual([]);
    const calls = texts.flatMap(([file, text]) =>
      Array.from(text.matchAll(/require\("([^"]+)"\)/g), ([, name]) => `${file}: ${name}`),
    );
    // klab/learn, where an explorer asks for it; tslab, by the notebook's own require.
    expect(calls.filter((call) => !/: (?:klab\/learn|tslab)$/.test(call))).toEqual([]);
  });
});

test("klab/browser is a script that defines klab, and CommonJS", () => {
  const names = Object.keys(require("klab")).sort();
  expect(Object.keys(require("klab/browser")).sort()).toEqual(names);
  const script = readFileSync(require.resolve("klab/browser"), "utf8");
  const klab = new Function(`${script}; return klab;`)() as Record<string, unknown>;
  expect(Object.keys(klab).sort()).toEqual(names);
});
