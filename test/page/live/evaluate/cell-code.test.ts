import { describe, expect, test } from "vitest";
import { cellCode } from "../../../../src/page/live/evaluate/cell-code";

const earlier = { names: new Set(["kl", "w"]), constants: new Set(["w"]) };
const textOf = (source: string): string => cellCode(source, earlier).text;

type Cell = (
  scope: Record<string, unknown>,
  load: (name: string) => Promise<object>,
  end: (value: unknown) => void,
) => Promise<void>;

/** Runs cells one after the other, as a page does; the value of the last. */
async function run(...cells: string[]): Promise<unknown> {
  const scope: Record<string, unknown> = { kl: (...x: unknown[]) => x, w: 1 };
  const names = new Set(earlier.names);
  let last: unknown;
  for (const source of cells) {
    const code = cellCode(source, { names, constants: new Set() });
    const make = new Function(
      `return async (klab$,klab$import,klab$end)=>{"use strict";${code.text}\n}`,
    );
    last = undefined;
    await (make() as Cell)(
      scope,
      async (name) => ({ name, default: name, twice: (x: number) => 2 * x }),
      (value) => {
        last = value;
      },
    );
    for (const name of code.names) names.add(name);
  }
  return last;
}

describe("what a cell leaves to the next", () => {
  test.each<[string, string[], unknown]>([
    ["variables", ["const a = 1, b = a + 1", "a + b"], 3],
    [
      "patterns",
      ["const { x, y: [z = 5, ...rest] } = { x: 1, y: [undefined, 2, 3] }", "[x, z, rest]"],
      [1, 5, [2, 3]],
    ],
    ["functions before their line", ["f(); function f() { return 7 }", "f()"], 7],
    ["classes", ["class A { static of() { return new A() } m() { return 3 } }", "A.of().m()"], 3],
    [
      "imports, renamed and whole",
      ['import { twice as t } from "m"; import * as all from "m"', "[t(4), all.name]"],
      [8, "m"],
    ],
    [
      "an import in an expression",
      ['const m = await import("m"); const later = () => import("n")'],
      undefined,
    ],
    [
      "and what it gives",
      [
        'const m = await import("m"); const later = () => import("n")',
        "[m.twice(3), (await later()).name]",
      ],
      [6, "n"],
    ],
    ["an enum", ["enum E { 甲, 乙 }", "E.乙"], 1],
    [
      "var of a loop and of a block",
      ["for (var i = 0; i < 3; i++) { var j = i }", "[i, j]"],
      [3, 2],
    ],
    ["an exported constant", ["export const e = 4", "e"], 4],
    ["a name in Chinese", ["const 天气 = [0.7, 0.3]", "({ 天气 })"], { 天气: [0.7, 0.3] }],
  ])("%s", async (_, cells, expected) => {
    expect(await run(...cells)).toEqual(expected);
  });

  test.each<[string, string[], unknown]>([
    ["a later cell declares again", ["const a = 1", "const a = 2", "a"], 2],
    ["a function sees what is newest", ["let a = 1; const f = () => a", "a = 2", "f()"], 2],
    ["a later cell assigns", ["let a = NaN", "a = 3; a += 1", "a"], 4],
    [
      "a pattern assigns",
      ["let a = 1, b = 2", "[a, b] = [b, a]; ({ a, c: b = 9 } = { a: a + 10 })", "[a, b]"],
      [12, 9],
    ],
    [
      "a block has its own",
      ["const a = 1", "{ const a = 2; } for (const a of [3]) {} try { throw 4 } catch (a) {}", "a"],
      1,
    ],
    ["a parameter has its own", ["const a = 1", "((a, { b = a }) => [a, b])(5, {})"], [5, 5]],
    [
      "a label and a property are no names",
      ["const a = 1", "a: for (;;) { break a } ({ a: 2 }).a"],
      2,
    ],
    ["shorthand", ["const a = 1", "({ a, w })"], { a: 1, w: 1 }],
    ["an update", ["let n = 1", "n++; --n; n++", "n"], 2],
  ])("%s", async (_, cells, expected) => {
    expect(await run(...cells)).toEqual(expected);
  });
});

describe("the value of a cell", () => {
  test.each<[string, unknown]>([
    ["1 + 1", 2],
    ["(1 + 1);", 2],
    ["({ a: 1 })", { a: 1 }],
    ["await Promise.resolve(3)", 3],
    ["(await Promise.resolve(3)).toFixed(1)", "3.0"],
    ["1, 2", 2],
    [`\`a\${1}\``, "a1"],
    ["const a = 1", undefined],
    ["if (true) 5", undefined],
    ["// nothing", undefined],
    ["", undefined],
  ])("%s", async (source, expected) => {
    expect(await run(source)).toEqual(expected);
  });

  test("calls are calls of no object", async () => {
    const seen = await run("function f() { return this }; let g = f", "[f(), g()]");
    expect(seen).toEqual([undefined, undefined]);
  });

  test("functions keep the names of their variables", async () => {
    expect(await run("const f = () => 1, G = class {}", "[f.name, G.name]")).toEqual(["f", "G"]);
  });
});

describe("lines", () => {
  test.each([
    "import {\n  a,\n  type B,\n} from 'm'\nthrow new Error()",
    "interface A {\n  a: 1\n}\ntype C = {\n b: 2\n}\nconst x: A = 1 as unknown as A\nx",
    "const f = <T,>(a: T): T => {\n  return a\n}\nf(1)\n",
    `const a = 1\nconst b = \`\n\${a}\n\`\nb`,
  ])("stay where they are: %j", (source) => {
    expect(textOf(source).split("\n")).toHaveLength(source.split("\n").length);
  });

  test.each<[string, string[], unknown]>([
    ["a call", ["const a = 2\nkl(a)"], [2]],
    ["a bracket", ["let x = 1\nconst f = () => {}\n;(x)"], 1],
    ["a call after an arrow", ["const f = () => 1\nkl(3)"], [3]],
    ["a call in a body", ["let out\nif (true)\n  kl(1)\nelse\n  kl(2)\nout = kl(4)\nout"], [4]],
  ])("end without a semicolon before %s", async (_, cells, expected) => {
    expect(await run(...cells)).toEqual(expected);
  });
});

describe("what cannot run", () => {
  test.each([
    ["const = 1", 1],
    ["let a = 1;\nfoo(", 2],
    ["let a = 1;\n\nlet a = 2;", 3],
    ["w = 3", 1],
    ["const a = 1\na++", 2],
    ["const a = 1\n\n;[a] = [2]", 3],
    ["kl(\n1\n}", 3],
  ])("%j is told with its line, in two languages", (source, line) => {
    let error: unknown;
    try {
      textOf(source);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ name: "SyntaxError", line });
    expect((error as Error).message).toMatch(/[\u4e00-\u9fff].* \/ [a-z]/);
  });
});
