import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

const load = createRequire(import.meta.filename);
const { isLargeDeclaration, leanTypeScript, withoutComments } = load(
  "../../src/kernel/kernel-lean-program.cjs",
) as {
  isLargeDeclaration(file: string): boolean;
  leanTypeScript<T extends object>(ts: T): T;
  withoutComments(text: string): string;
};
const fromTslab = createRequire(load.resolve("tslab/package.json"));
const file = fromTslab.resolve("@tslab/typescript-for-tslab");
const ts = fromTslab(file) as typeof import("typescript");

const printer = ts.createPrinter({ removeComments: true });

/** What TypeScript reads of a text, its comments apart. */
const meaning = (text: string): string =>
  printer.printFile(ts.createSourceFile("it.d.ts", text, ts.ScriptTarget.ES2022));

const folders = [dirname(file), join(dirname(load.resolve("@types/node/package.json")))];
const declarations = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((name) => isLargeDeclaration(name) && !/lib\.(?:dom|webworker)\b/.test(name)),
);

test("the declarations of the language and of Node lose their comments only", () => {
  expect(declarations.length).toBeGreaterThan(100);
  let [before, after] = [0, 0];
  for (const declaration of declarations) {
    const text = readFileSync(declaration, "utf8");
    const bare = withoutComments(text);
    expect(bare.split("\n").length, declaration).toBe(text.split("\n").length);
    expect(meaning(bare) === meaning(text), declaration).toBe(true);
    before += text.length;
    after += bare.length;
  }
  expect(after).toBeLessThan(before * 0.6);
});

test("comments go, strings and directives stay, and each line keeps its number", () => {
  const text = `/// <reference lib="x" />
/** one
 * two */
declare const a: 1; // three
/**/ declare const b: "/* four */"; /* five */
/***/ declare const c: 2;
`;
  expect(withoutComments(text)).toBe(`/// <reference lib="x" />


declare const a: 1; // three
/**/ declare const b: "/* four */"; /* five */
 declare const c: 2;
`);
});

describe("a watch program without the state of builds", () => {
  const source = (name: string): string => `/home/me/${name}`;
  const files = new Map([
    [
      source("cell.ts"),
      'import { b } from "./b"; export const a: string = b + later; let own = 1;',
    ],
    [source("b.ts"), 'import { c } from "./c"; export const b = c;'],
    [source("c.ts"), 'export { b } from "./b"; export const c = "c";'],
    [source("alone.ts"), "export const alone = 1;"],
  ]);

  const programOf = (typescript: typeof ts) => {
    const sys = {
      ...ts.sys,
      getCurrentDirectory: () => "/home/me",
      readFile: (name: string) => files.get(name) ?? ts.sys.readFile(name),
      fileExists: (name: string) => files.has(name) || ts.sys.fileExists(name),
      setTimeout: undefined,
      directoryExists: (name: string) => name === "/home/me" || ts.sys.directoryExists(name),
      watchFile: () => ({ close() {} }),
      watchDirectory: () => ({ close() {} }),
    };
    const options = { target: ts.ScriptTarget.ES2022, lib: ["lib.es2022.d.ts"], types: [] };
    const roots = [source("cell.ts"), source("alone.ts")];
    const host = typescript.createWatchCompilerHost(
      roots,
      options,
      sys,
      undefined,
      () => {},
      () => {},
    );
    type Builder = import("typescript").EmitAndSemanticDiagnosticsBuilderProgram;
    let builder: Builder | undefined;
    host.afterProgramCreate = (made) => {
      builder = made as Builder;
    };
    typescript.createWatchProgram(host).close();
    if (!builder) throw new Error("no program was made");
    return builder;
  };

  test("finds the same dependencies, names, errors and output", () => {
    const [lean, plain] = [programOf(leanTypeScript(ts)), programOf(ts)];
    const said = (builder: typeof lean) => {
      const cell = builder.getSourceFile(source("cell.ts"));
      if (!cell) throw new Error("no cell");
      const names = [...((cell as unknown as { locals: Map<string, unknown> }).locals ?? [])];
      const dependencies = builder.getAllDependencies(cell).filter((name) => files.has(name));
      const errors = ts.getPreEmitDiagnostics(builder.getProgram(), cell);
      const output: string[] = [];
      builder.emit(cell, (name, text) => output.push(name, text));
      return {
        names: names.map(([name]) => name),
        dependencies: dependencies.sort(),
        errors: errors.map(({ start, messageText }) => [start, messageText]),
        output,
      };
    };
    expect(said(lean)).toEqual(said(plain));
    expect(said(lean).names).toEqual(["b", "a", "own"]);
    expect(said(lean).dependencies).toEqual(["b.ts", "c.ts", "cell.ts"].map(source));
    expect(said(lean).errors).toMatchObject([[54, "Cannot find name 'later'."]]);
  });
});
