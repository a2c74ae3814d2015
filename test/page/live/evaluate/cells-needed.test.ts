import { readdirSync, readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";
import { describe, expect, test } from "vitest";
import * as klab from "../../../../src";
import * as klabDerivation from "../../../../src/derivations";
import { hasTag, joinText, type Notebook } from "../../../../src/notebook/nbformat";
import { CellRunner } from "../../../../src/page/live/evaluate/cell-runner";
import { cellsNeeded } from "../../../../src/page/live/evaluate/cells-needed";
import type { FromLive } from "../../../../src/page/live/live-messages";

const planned = (sources: readonly string[], ran: readonly number[] = []): string[] =>
  cellsNeeded(sources.map((source, i) => ({ cell: `${i}`, source, hasRun: ran.includes(i) })));

describe("the cells that a cell needs", () => {
  test.each<[string, string[], string[]]>([
    ["nothing but what it uses", ["const a = 1;", "const b = 2;", "a + 1"], ["0"]],
    ["through others", ["const a = 1;", "const b = a;", "const c = 3;", "b"], ["0", "1"]],
    [
      "through functions",
      ["let k = 2;", "const f = (x: number) => k * x;", "console.log(9)", "f(1)"],
      ["0", "1"],
    ],
    [
      "imports",
      ['import { kl } from "klab"; console.log(1);', "const q = 3;", "kl([1], [1])"],
      ["0"],
    ],
    [
      "what prints a name only reads it",
      ["const a = [1];", "console.log(a);", "a.map(String)", "a"],
      ["0"],
    ],
    ["what changes a list", ["const a = [1];", "a.push(2);", "a.length"], ["0", "1"]],
    ["what sets a member", ["const o = { x: 1 };", "o.x = 2;", "o.x"], ["0", "1"]],
    ["what counts", ["let n = 0;", "n++;", "console.log(5);", "n"], ["0", "1"]],
    [
      "draws of a sequence",
      [
        'import { seeded } from "klab"; const dice = seeded(1);',
        "dice();",
        "const z = 1;",
        "dice()",
      ],
      ["0", "1"],
    ],
    [
      "draws through a function",
      [
        'import { seeded } from "klab"; const dice = seeded(1);',
        "const roll = () => dice();",
        "const days = [roll(), roll()];",
        "console.log(2);",
        "roll()",
      ],
      ["0", "1", "2"],
    ],
    [
      "draws handed over",
      [
        'import { seeded, normal } from "klab"; const dice = seeded(1);',
        "const xs = normal(0, 1).sample(9, dice);",
        "normal(0, 1).sample(2, dice)",
      ],
      ["0", "1"],
    ],
    [
      "a list that a function shuffles",
      [
        "const shuffle = (c: number[]) => { c.reverse(); };",
        "const deck = [1, 2];",
        "shuffle(deck);",
        "deck[0]",
      ],
      ["0", "1", "2"],
    ],
    [
      "a counter that a function made",
      [
        "const maker = () => { let n = 0; return () => ++n; };",
        "const next = maker();",
        "next();",
        "next()",
      ],
      ["0", "1", "2"],
    ],
    [
      "an instance that has methods",
      [
        "class Bag { n = 0; add() { this.n += 1; } }",
        "const bag = new Bag();",
        "bag.add();",
        "bag.n",
      ],
      ["0", "1", "2"],
    ],
    ["the same name again", ["const p = 1;", "const p = 2;", "p"], ["0", "1"]],
    [
      "the language of messages",
      ['import { locale } from "klab";', 'locale("en");', "1 + 1"],
      ["0", "1"],
    ],
    ["globals", ["globalThis.x = 1;", "1"], ["0"]],
    [
      "a generator that others read",
      [
        "function* count() { yield 1; yield 2; }",
        "const it = count();",
        "for (const x of it) break;",
        "[...it]",
      ],
      ["0", "1", "2"],
    ],
    [
      "another name of a list",
      ["const a = [1];", "const b = a;", "b.push(2);", "a.length"],
      ["0", "1", "2"],
    ],
    [
      "a name of what lies in an object",
      ["const o = { list: [1] };", "const l = o.list; l.push(1);", "o.list.length"],
      ["0", "1"],
    ],
    [
      "a name taken out of a list",
      ["const xs = [1];", "const [x, y] = [xs, 2];", "x.push(1)", "xs.length"],
      ["0", "1", "2"],
    ],
    [
      "a name that was given later",
      ["const a = [1]; let b = [];", "b = a;", "b.push(2);", "a"],
      ["0", "1", "2"],
    ],
    [
      "an object that holds a list",
      ["const a = [1];", "const o = { a };", "o.a.push(2);", "const z = 1;", "a"],
      ["0", "1", "2"],
    ],
    [
      "lists in a loop's hands",
      ["const rows = [[1], [2]];", "for (const r of rows) r.push(0);", "rows[0].length"],
      ["0", "1"],
    ],
    [
      "lists in a callback's hands",
      ["const rows = [[1], [2]];", "rows.forEach((r) => r.push(0));", "rows[0].length"],
      ["0", "1"],
    ],
    [
      "what a loop takes out of a map",
      ["const m = new Map([[1, [2]]]);", "for (const [k, v] of m) v.push(k);", "m.get(1).length"],
      ["0", "1"],
    ],
    [
      "two that change places",
      ["const deck = [1, 2];", "[deck[0], deck[1]] = [deck[1], deck[0]];", "deck[0]"],
      ["0", "1"],
    ],
    ["Object.assign", ["const deck = [1, 2];", "Object.assign(deck, [3]);", "deck[0]"], ["0", "1"]],
    ["Reflect.set", ["const deck = [1, 2];", "Reflect.set(deck, 0, 3);", "deck[0]"], ["0", "1"]],
    [
      "a function that counts",
      ["let n = 0; const inc = () => { n += 1; };", "inc();", "n"],
      ["0", "1"],
    ],
    [
      "a method that counts",
      ["const c = { n: 0, inc() { this.n += 1; } };", "c.inc();", "c.n"],
      ["0", "1"],
    ],
    [
      "a getter that counts",
      ["let n = 0; const o = { get x() { n += 1; return n; } };", "o.x;", "n"],
      ["0", "1"],
    ],
    [
      "a counter in an object that a function made",
      [
        "const counter = () => { let n = 0; return { up() { return ++n; } }; };",
        "const c = counter();",
        "c.up();",
        "c.up()",
      ],
      ["0", "1", "2"],
    ],
    [
      "a method that changes what it is given",
      [
        "const ops = { add(l: number[]) { l.push(1); } };",
        "const list = [1];",
        "ops.add(list);",
        "list.length",
      ],
      ["0", "1", "2"],
    ],
    [
      "a function that changes it by another name",
      [
        "const f = (l: number[]) => { const c = l; c.push(1); };",
        "const a = [1]; const o = { a };",
        "f(o.a);",
        "a.length",
      ],
      ["0", "1", "2"],
    ],
    [
      "a function that is handed over",
      [
        "const add = (l: number[]) => { l.push(1); };",
        "const list = [[1]];",
        "list.forEach(add);",
        "list[0].length",
      ],
      ["0", "1", "2"],
    ],
    [
      "a function that hands on",
      [
        "const swap = (d: number[]) => { [d[0], d[1]] = [d[1], d[0]]; };",
        "const twice = (d: number[]) => { swap(d); swap(d); };",
        "const deck = [1, 2];",
        "twice(deck);",
        "deck[0]",
      ],
      ["0", "1", "2", "3"],
    ],
    [
      "an instance that changes what it was given",
      [
        "class B { l; constructor(l: number[]) { this.l = l; } add() { this.l.push(1); } }",
        "const list = [1]; const bag = new B(list);",
        "bag.add();",
        "list.length",
      ],
      ["0", "1", "2"],
    ],
    [
      "an iterator",
      [
        "const a = [1]; const it = a.values();",
        "const [x] = it;",
        "const z = 1;",
        "[...it].length",
      ],
      ["0", "1"],
    ],
    [
      "what all lists have",
      ["const k = 1;", "Array.prototype.last = function () { return this.at(-1); };", "[1].last()"],
      ["1"],
    ],
    ["what the language has", ["const k = 1;", "Math.random = () => 0.5;", "Math.random()"], ["1"]],
    [
      "a timer",
      [
        "let n = 0;",
        "setTimeout(() => { n = 5; }, 0);",
        "await new Promise((r) => setTimeout(r, 9));",
        "n",
      ],
      ["0", "1", "2"],
    ],
    [
      "not what changes a copy",
      [
        "const a = [3, 1];",
        "const s = [...a]; s.sort();",
        "const t = a.slice().sort();",
        "Object.freeze(a)",
        "a",
      ],
      ["0"],
    ],
    [
      "not what has the same name in a function",
      ["const w = [1];", "const f = () => { const w = []; w.push(1); return w; };", "f();", "w"],
      ["0"],
    ],
    ["what cannot be read", ["const a = ;", "const b = 1;", "2"], ["0", "1"]],
  ])("%s", (_, sources, needed) => {
    expect(planned(sources)).toEqual(needed);
  });

  test("what ran does not run again, unless a cell that runs now declares or changes the same", () => {
    const sources = ["const p = 1;", "const p = 2;", "const q = 3;", "p + q"];
    expect(planned(sources, [0, 1])).toEqual(["2"]);
    expect(planned(sources, [1, 2])).toEqual(["0", "1"]);
    expect(planned(["let n = 0;", "n += 1;", "n += 2;", "n"], [2])).toEqual(["0", "1", "2"]);
  });
});

/** Runs cells in one scope of their own; what each put out, without places and times. */
async function run(cells: readonly (readonly [string, string])[]): Promise<Map<string, string>> {
  const heard: FromLive[] = [];
  const scope = Object.assign(globalThis, { klab, klabDerivation });
  const { console: real } = globalThis;
  const runner: CellRunner = new CellRunner({
    scope,
    now: () => 0, // what is printed comes in one piece
    post: (message) => void heard.push(message),
    evaluate: (text, file) => void runInThisContext(text, { filename: file }),
  });
  const outputs = new Map<string, string>();
  globalThis.console = runner.console as unknown as Console;
  try {
    for (const [cell, source] of cells) {
      heard.length = 0;
      await runner.run(1, cell, source);
      outputs.set(
        cell,
        JSON.stringify(heard).replace(/klab-[\w-]+|"displayId":"[^"]*"|还需 [\d.]+ s/g, ""),
      );
    }
  } finally {
    globalThis.console = real;
  }
  return outputs;
}

const isFull = process.env.KLAB_FULL === "1";
const lessons = readdirSync("notebooks")
  .filter((name) => name.endsWith(".ipynb"))
  .sort();

describe("a cell run with what it needs puts out what it does after all cells", () => {
  test.each(isFull ? lessons : lessons.filter((name) => /^0[12]/.test(name)))(
    "%s",
    async (name) => {
      const { cells } = JSON.parse(readFileSync(`notebooks/${name}`, "utf8")) as Notebook;
      const code = cells.flatMap((cell, i): [string, string][] =>
        cell.cell_type === "code" && !hasTag(cell, "training") && !hasTag(cell, "kernel-only")
          ? [[`${i + 1}`, joinText(cell.source)]]
          : [],
      );
      const whole = await run(code);
      const targets = isFull ? code.map((_, i) => i) : [4, 9, 14, 19, code.length - 1];
      let ran = 0;
      for (const at of targets.filter((i) => i < code.length)) {
        const before = code.slice(0, at + 1);
        const needed = new Set(
          cellsNeeded(before.map(([cell, source]) => ({ cell, source, hasRun: false }))),
        );
        const [cell] = code[at];
        const alone = await run(before.filter(([other]) => needed.has(other) || other === cell));
        expect([cell, alone.get(cell)]).toEqual([cell, whole.get(cell)]);
        ran += needed.size / Math.max(1, at);
      }
      expect(ran / targets.length).toBeLessThan(0.8);
      if (isFull)
        console.log(`${name}: ${Math.round((100 * ran) / targets.length)} % of the cells before`);
    },
    300_000,
  );
});
