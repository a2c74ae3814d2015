import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { mimeBundle, plotlyMime } from "../../../src/display/mime";
import { outsideNames } from "../../../src/figures/explorers/outside-names";
import { portableSource } from "../../../src/figures/explorers/portable-source";
import { explore, normal, number, select, slider, toggle } from "../../../src/index";

const names = (source: string): string[] => outsideNames(source).map(({ name }) => name);

describe("the names a function takes from outside", () => {
  test.each([
    ["(klab, v) => klab.kl(v.p, q)", ["q"]],
    ["(klab, { a, b: [c, ...d] = e }) => a + c + d", ["e"]],
    ["(k) => { const x = y; { let y = 1; } return x; }", ["y"]],
    ["(k) => { if (k) { var x = 1; } return x + z; }", ["z"]],
    ["(k) => { f(); function f() { return g; } }", ["g"]],
    ["function draw(k) { return draw(arguments); }", []],
    ["(k) => arguments", ["arguments"]],
    ["(k) => ({ a: 1, [b]: 2, c, k })", ["b", "c"]],
    ["(k) => { for (const [i, x] of xs.entries()) k(i, x); for (let j = 0; ; ) j; }", ["xs"]],
    ["(k) => { try { k() } catch (e) { e } finally { e } }", ["e"]],
    ["(k) => { switch (k) { case 1: let x = 2; default: x } }", []],
    ["(k) => { a: for (;;) { break a; } }", []],
    ["(k) => class B extends A { static m() { return B; } #p = q; }", ["A", "q"]],
    ["(k) => `$\u007bt}` + k?.x.y[z]", ["t", "z"]],
    ["(k) => k.map((x) => x + k.length).filter(Boolean)", ["Boolean"]],
    ["(k, x = y) => x", ["y"]],
    ["(k) => this.x + (() => this)()", ["this", "this"]],
    ["(k) => { class A { x = this; static { let y = this; y; } m() { return this; } } }", []],
    ["function f(k) { return [this, new.target]; }", []],
    ["(k) => import('x')", ["import"]],
    ["(k) => 'import(1)' + /import(2)/.source", []],
    ["(k) => { [a, { b: c.d }] = k; e++; f ??= 1; }", ["a", "c", "e", "f"]],
    [
      "(k) => ({ m() { return n; }, get [o]() { return this.p; }, async *q(r = s) {} })",
      ["n", "o", "s"],
    ],
    ["(k) => { for (x of k); for (const y in k) y; }", ["x"]],
    ["async (k) => { for await (const z of k) z; await w; }", ["w"]],
    ["(k) => { const [a = b, { [c]: d, ...e } = f] = k; return a + d + e; }", ["b", "c", "f"]],
    ["(k) => tag`$\u007bx}`", ["tag", "x"]],
    ["(k) => typeof x === 'undefined' || delete y.z", ["x", "y"]],
  ])("of %s", (source, expected) => {
    expect(names(source)).toEqual(expected);
  });

  test.each(["1", "0); evil(); (0", "(k) => 1, 2", "k => {", ""])("%s is no function", (source) => {
    expect(() => outsideNames(source)).toThrow(SyntaxError);
  });
});

describe("explore", () => {
  const controls = { mu: slider(-3, 3, 0), sigma: slider(0.2, 3, 1) };
  const explorer = explore(
    (klab, v) => klab.figures.densityPair(klab.normal(0, 1), klab.normal(v.mu, v.sigma)),
    controls,
  );

  test("computes the figure, the table and the line at the first values", () => {
    expect(explorer.readout).toBe("D(P‖Q) = 0 nat");
    expect(explorer.at({ mu: 1 }).alt).toContain("D(P‖Q) = 0.5 nat");
    expect(explorer.table).toBe(explorer.figure.table);
  });

  test("prints its controls and no value, which would not follow them", () => {
    expect(inspect(explorer)).toBe("图，可调：mu、sigma");
    const english = explore(
      (klab, v) => klab.figures.coinAsymmetry(v.a, { locale: "en" }),
      { a: slider(0.1, 0.9, 0.5, { label: "heads" }) },
      { locale: "en" },
    );
    expect(inspect([english])).toBe("[ Figure with controls: heads ]");
  });

  test("names what its function closes over as the user wrote it, compiled by TypeScript or not", () => {
    const compiled = (body: string): (() => void) =>
      new Function("klab_1", "exports", `return (klab, v) => ${body}`)({}, {});
    const inLibrary = (name: string): boolean => name === "normal";
    expect(() =>
      portableSource("explore", compiled("(0, klab_1.normal)(v.mu, exports.sigma)"), inLibrary),
    ).toThrow(/normal、sigma，.*klab\.normal，sigma 请做成控件/);
    expect(() => portableSource("explore", compiled("fetch('x')"))).toThrow(/fetch/);
    expect(() => portableSource("explore", compiled("import('x')"))).toThrow(
      /外面的 import，.*那里没有 import/,
    );
    expect(() =>
      portableSource("explore", compiled("Promise.resolve(__importStar(require('x')))")),
    ).toThrow(/外面的 import，/);
    expect(() => explore(() => normal(0, 1) as never, controls)).toThrow(/klab\.normal/);
  });

  test("says of what only a kernel or a page has that it is not there, not to make it a control", () => {
    const sources = [() => process, () => document, () => require, () => console, () => fetch("x")];
    for (const source of sources as (() => unknown)[]) {
      expect(() => portableSource("explore", source)).toThrow(/那里没有 \w+ \//);
    }
    const shadowed = new Function("exports", "return () => exports.performance")({});
    expect(() => portableSource("explore", shadowed)).toThrow(/performance 请做成控件/);
  });

  test("refuses what is no plain function, no controls, no figure", () => {
    expect(() => explore((async () => 1) as never, controls)).toThrow(TypeError);
    expect(() => explore(Math.max as never, controls)).toThrow(/箭头函数/);
    expect(() => explore("x" as never, controls)).toThrow(/arrow function/);
    expect(() => explore((klab) => klab.figures.historyTimeline(), {})).toThrow(/slider/);
    expect(() => explore((() => 7) as never, controls)).toThrow(/Figure/);
    expect(() => explore((klab) => klab.figures.historyTimeline(), { a: 3 as never })).toThrow(
      /a /,
    );
  });

  test("gives other viewers one slider of at most 21 positions and 200 kB, whose steps are the figures", () => {
    const plotly = explorer[mimeBundle]()[plotlyMime] as {
      layout: {
        sliders: {
          active: number;
          steps: { label: string; method: string; args: [{ y: number[][] }, object] }[];
        }[];
        meta: { explorer: { source: string } };
      };
    };
    const [{ steps, active }] = plotly.layout.sliders;
    expect(plotly.layout.sliders.length).toBe(1);
    expect(steps.length).toBeLessThanOrEqual(21);
    expect(steps.length).toBeGreaterThan(5);
    expect(JSON.stringify(plotly).length).toBeLessThan(240_000);
    expect(JSON.stringify(steps).length).toBeLessThanOrEqual(200_000);
    expect(steps[active].label).toBe("0");
    const last = steps[steps.length - 1];
    expect(last.method).toBe("update");
    const wanted = explorer
      .at({ mu: Number(last.label) })
      .data.map((trace) => (trace.y as number[])[40]);
    for (const [i, y] of last.args[0].y.entries()) expect(y[40]).toBeCloseTo(wanted[i], 4);
    expect(plotly.layout.meta.explorer.source).toBe(explorer.source);
  });

  test("leaves out the slider where figures have other traces at each position", () => {
    const growing = explore(
      (klab, v) =>
        new klab.Figure({
          data: Array.from({ length: 1 + v.n }, () => ({ type: "scatter" })),
          layout: {},
          alt: "",
          table: { columns: [], rows: [] },
        }),
      { n: slider(0, 3, 0, { step: 1 }) },
    );
    const plotly = growing[mimeBundle]()[plotlyMime] as { layout: object };
    expect("sliders" in plotly.layout).toBe(false);
  });
});

describe("a control", () => {
  test("says what is wrong with its bounds, value, step or choices", () => {
    expect(() => slider(1, 0)).toThrow(/\[1, 0\]/);
    expect(() => slider(0, 1, 2)).toThrow(RangeError);
    expect(() => slider(0, 1, 0.5, { step: -1 })).toThrow(/step/);
    expect(() => number(Number.NaN)).toThrow(RangeError);
    expect(() => select([])).toThrow(TypeError);
    expect(() => select(["a", "a"])).toThrow(TypeError);
    expect(() => select(["a"], "b" as never)).toThrow(/"b"/);
    expect(() => toggle(1 as never)).toThrow(TypeError);
  });

  test("steps by a round number unless told", () => {
    expect(slider(0.2, 3, 1).step).toBe(0.02);
    expect(slider(0, 1000).step).toBe(10);
    expect(number(37).step).toBe(2);
  });
});
