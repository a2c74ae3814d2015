import { Console } from "node:console";
import { Writable } from "node:stream";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellConsole } from "../../../../src/page/live/evaluate/cell-console";

/** What Node itself prints. */
function inNode(...values: [unknown, string[]?]): string {
  let text = "";
  const stdout = new Writable({
    write(chunk, _, done) {
      text += String(chunk);
      done();
    },
  });
  new Console({ stdout }).table(...values);
  return text;
}

function inPage(...values: unknown[]): string {
  let text = "";
  cellConsole(
    (_, more) => {
      text += more;
    },
    () => 0,
  ).table(...values);
  return text;
}

class Point {
  constructor(
    readonly x: number,
    readonly y?: unknown,
  ) {}
}

describe("console.table prints in a page as in Node", () => {
  test.each<[unknown, string[]?]>([
    [
      [
        { a: 1, b: "x" },
        { a: 22, b: "yy" },
      ],
    ],
    [
      [
        [1, 2],
        [3, 4, 5],
      ],
    ],
    [
      [{ a: 1, b: 2 }, { c: 3 }],
      ["b", "c"],
    ],
    [[{ a: 1 }], ["none"]],
    [{ 一行: { 概率: 0.5 }, 二: { 概率: "半" } }],
    [["甲", "乙ab"]],
    [[1, { a: 2 }, null, undefined, true]],
    [new Set([1, "b", { c: 1 }])],
    [
      new Map<unknown, unknown>([
        ["k", 1],
        [{ o: 1 }, [1, 2]],
      ]),
    ],
    [new Float64Array([0.5, 1e-9, -0])],
    [[new Point(1, [1, 2, 3, 4]), new Point(2, { deep: { er: 1 } })]],
    [[() => 1, Symbol("s"), 5n, new Date(0), new Error("e").message]],
    [[]],
    [{}],
    [5],
    ["文"],
    [null],
    ["%s是%d"],
    [[{ a: "多\n行" }]],
    [Object.assign(Object.create(null), { a: 1 })],
  ])("%#", (...values) => {
    expect(inPage(...values)).toBe(inNode(...values));
  });

  test("many rows", () => {
    const lines = inPage(Array.from({ length: 200_000 }, (_, i) => i)).split("\n");
    expect(lines.slice(-3)).toEqual(["│ 199999  │ 199999 │", "└─────────┴────────┘", ""]);
  });

  test("whatever is in it", () => {
    const cell = fc.oneof(fc.integer(), fc.constantFrom("a", "概率", "", "长长的文"), fc.boolean());
    const rows = fc.array(fc.dictionary(fc.constantFrom("a", "b", "熵"), cell), { maxLength: 4 });
    fc.assert(
      fc.property(rows, (data) => {
        expect(inPage(data)).toBe(inNode(data));
      }),
      { numRuns: 200 },
    );
  });
});
