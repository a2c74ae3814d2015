import { describe, expect, test } from "vitest";
import { readSpec } from "../../src/page/explorer-markup";

const slider = { kind: "slider", value: 0, low: -1, high: 1, step: 0.1 };
const stored = { controls: { a: slider }, source: "(klab, v) => ({ data: [] })", locale: "zh-CN" };
const many = (count: number, of: unknown): object =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`c${i}`, of]));

describe("what a hostile notebook stores as an explorer", () => {
  test.each<[string, unknown]>([
    ["a hundred thousand controls", { ...stored, controls: many(100_000, slider) }],
    [
      "as many with an order",
      {
        ...stored,
        controls: many(100_000, slider),
        order: Array.from({ length: 100_000 }, (_, i) => `c${99_999 - i}`),
      },
    ],
    ["no bound", { ...stored, controls: { a: { ...slider, low: Number.NaN } } }],
    [
      "an infinite bound",
      { ...stored, controls: { a: { ...slider, high: Number.POSITIVE_INFINITY } } },
    ],
    ["bounds the wrong way round", { ...stored, controls: { a: { ...slider, low: 2 } } }],
    ["bounds that are one", { ...stored, controls: { a: { ...slider, low: 1 } } }],
    ["a step of nothing", { ...stored, controls: { a: { ...slider, step: 0 } } }],
    ["a step backwards", { ...stored, controls: { a: { ...slider, step: -1 } } }],
    ["a function for a value", { ...stored, controls: { a: { ...slider, value: "() => 1" } } }],
    ["a list of controls", { ...stored, controls: [slider].map(() => "x") }],
    ["a name without end", { ...stored, controls: { ["x".repeat(1e5)]: slider } }],
    ["another module", { ...stored, use: ["fs"] }],
    ["a prototype for controls", { ...stored, controls: JSON.parse('{"__proto__":7}') }],
  ])("with %s, is no explorer, at once", (_, value) => {
    const start = performance.now();
    expect(readSpec(value)).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test("what is too much of an otherwise good one is left out", () => {
    const spec = readSpec({
      ...stored,
      controls: {
        a: { ...slider, label: "<b>".repeat(1000), onclick: "alert(1)" },
        b: { kind: "select", value: "x", choices: Array(50_000).fill("x") },
      },
      order: Array(1e6).fill("b"),
      axes: { xaxis: [0, 1], __proto__: [0, 1], constructor: [0, 1], yaxis: [Number.NaN, 1] },
      handles: Array(1e5).fill({ control: "a", curve: "p" }),
      goals: Array(1e5).fill({ text: "x", source: "() => true" }),
    });
    expect(Object.keys(spec?.controls ?? {})).toEqual(["b", "a"]);
    expect(spec?.controls.a).toEqual(slider);
    expect(spec?.controls.b).toEqual({ kind: "select", value: "x", choices: Array(100).fill("x") });
    expect(spec?.axes).toEqual({ xaxis: [0, 1] });
    expect([spec?.handles?.length, spec?.goals?.length]).toEqual([12, 8]);
  });

  test("a control named as the prototype stays a control", () => {
    const controls = JSON.parse(`{"__proto__":${JSON.stringify(slider)}}`);
    const spec = readSpec({ ...stored, controls });
    expect(Object.entries(spec?.controls ?? {})).toEqual([["__proto__", slider]]);
    expect(({} as { kind?: unknown }).kind).toBeUndefined();
  });
});
