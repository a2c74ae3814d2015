import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cauchy, figures, normal } from "../../../src/index";
import { EnglishTexts } from "../../../src/page/reader/english-texts";
import { figureInUnit, unitOfFigure } from "../../../src/page/reader/figure-in-unit";
import { pageEnglish } from "../../../src/page/reader/page-english";
import { inUnit, scaledNumber, unitIn } from "../../../src/page/reader/unit-texts";
import { figureEnglish } from "../../../src/page/scripts/figure-english";
import { numberText } from "../../../src/words/number-text";

const { codeTree, densityPair, evidenceBars, triangleInequality } = figures;

const read = (text: string): number => Number(text.replaceAll("−", "-"));

describe("a value in another unit", () => {
  test("is true to one place of its third digit, as what it was rounded from allows", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1e12, noNaN: true }), fc.boolean(), (x, isBit) => {
        const factor = isBit ? 1 / Math.LN2 : Math.LN2;
        const shown = scaledNumber(numberText(x), factor);
        const wanted = x * factor;
        const place = 10 ** (Math.floor(Math.log10(wanted)) - 2);
        expect(Math.abs(read(shown) - wanted)).toBeLessThanOrEqual(0.87 * place);
      }),
    );
  });

  test.each([
    ["D(P‖Q) = 0.4431 nat，D(Q‖P) = 1.307 nat", "D(P‖Q) = 0.639 bit，D(Q‖P) = 1.89 bit"],
    ["H(p,q) − H(p) = 1.38629 − 0.693147 = 0.693147 nat", "H(p,q) − H(p) = 2 − 1 = 1 bit"],
    [
      "真值从0.256升到0.442 nat，总在D = 0.4431 nat以下",
      "真值从0.369升到0.638 bit，总在D = 0.639 bit以下",
    ],
    ["p ln(p/q)　<b>0.4431 nat</b>", "p log₂(p/q)　<b>0.639 bit</b>"],
    ["D(Q‖猜) = 0.5772，D(猜‖Q) = 0.2560 nat", "D(Q‖猜) = 0.833，D(猜‖Q) = 0.369 bit"],
    ["D = ∞ nat，熵−0.0096 nat，误差4e−16 nat", "D = ∞ bit，熵−0.01385 bit，误差6e−16 bit"],
    ["θ = 0.5处，10次里8次，0 nat", "θ = 0.5处，10次里8次，0 bit"],
    ["N(0, 1)与N(1, 2)，x = 0.5", "N(0, 1)与N(1, 2)，x = 0.5"],
  ])("%s", (text, wanted) => {
    expect(inUnit(text, "bit", "nat")).toBe(wanted);
    expect(inUnit(wanted, "bit", "nat")).toBe(wanted);
  });

  test("digits of a code are counted, not measured", () => {
    expect(unitIn("已读比特数（bit）")).toBeUndefined();
    expect(inUnit("已读比特数（bit）", "nat", "bit")).toBe("已读比特数（bit）");
  });
});

describe("a figure in another unit", () => {
  const drawing = {
    data: [
      { type: "scatter", name: "p ln(p/q)", x: [0, 1], y: [Math.LN2, 2 * Math.LN2] },
      { type: "scatter", name: "p", x: [0, 1], y: [0.5, 0.5], yaxis: "y2" },
    ],
    layout: {
      title: { text: "D = 0.6931 nat" },
      yaxis: { title: { text: "D（nat）" }, range: [0, 3 * Math.LN2] },
      yaxis2: { title: { text: "概率" }, range: [0, 1] },
      annotations: [{ text: "+0.3466", x: 0.5, y: Math.LN2 / 2, xref: "x", yref: "y" }],
      shapes: [{ y0: 0, y1: Math.LN2, yref: "y", x0: 0, x1: 1 }],
    },
  };

  test("scales what lies on its axes in the unit, and nothing else", () => {
    expect(unitOfFigure(drawing)).toBe("nat");
    const { data, layout } = figureInUnit(drawing, "nat", "bit");
    expect(data[0]).toMatchObject({
      name: "p log₂(p/q)",
      x: [0, 1],
      y: [expect.closeTo(1, 12), expect.closeTo(2, 12)],
    });
    expect(data[1]).toEqual(drawing.data[1]);
    expect(layout).toMatchObject({
      title: { text: "D = 1 bit" },
      yaxis: { title: { text: "D（bit）" }, range: [0, expect.closeTo(3, 12)] },
      yaxis2: { range: [0, 1] },
      annotations: [{ text: "+0.5", x: 0.5, y: expect.closeTo(0.5, 12) }],
      shapes: [{ y0: 0, y1: expect.closeTo(1, 12), x0: 0, x1: 1 }],
    });
  });

  test("scales what colours tell in numbers, and of what it does not scale leaves the unit", () => {
    const map = {
      type: "contour",
      z: [[0, Math.LN2, null]],
      zmax: 2 * Math.LN2,
      contours: { start: 0, size: Math.LN2 / 2, coloring: "lines" },
      colorbar: { title: { text: "D（nat）" }, dtick: 0.5, thickness: 14 },
      hovertemplate: "%{x}<br>%{z:.3g} nat",
    };
    const rest = [
      { x: [0], y: [1], customdata: [Math.LN2], hovertemplate: "%{customdata:.3g} nat" },
      { x: [0], y: [1], hovertemplate: "%{x:.3g} nat" },
      { x: [0], y: [1], customdata: [[1, 2]], hovertemplate: "%{customdata[1]} nat" },
      { x: [0], y: [1], yaxis: "y2", hovertemplate: "%{y} nat" },
      { x: [0], y: [Math.LN2], hovertemplate: "%{y} nat" },
    ];
    const { data } = figureInUnit({ ...drawing, data: [map, ...rest] }, "nat", "bit");
    expect(data[0]).toEqual({
      type: "contour",
      z: [[0, expect.closeTo(1, 12), null]],
      zmax: expect.closeTo(2, 12),
      contours: { start: 0, size: expect.closeTo(0.5, 12), coloring: "lines" },
      colorbar: { title: { text: "D（bit）" }, thickness: 14 },
      hovertemplate: "%{x}<br>%{z:.3g} bit",
    });
    expect(data[1]).toMatchObject({ customdata: [1], hovertemplate: "%{customdata:.3g} bit" });
    for (const i of [1, 2, 3]) {
      const { hovertemplate, x, customdata } = rest[i];
      expect(data[i + 1]).toMatchObject({
        hovertemplate,
        x,
        ...(customdata ? { customdata } : {}),
      });
    }
    expect(data[5]).toMatchObject({ y: [expect.closeTo(1, 12)], hovertemplate: "%{y} bit" });
  });

  test.each([
    ["array", { array: [Math.LN2] }, { array: [expect.closeTo(1, 12)] }],
    ["constant", { type: "constant", value: Math.LN2 }, { value: expect.closeTo(1, 12) }],
    ["percent", { type: "percent", value: 10 }, { value: 10 }],
  ])("scales error bars as long as they say: %s", (_, error, wanted) => {
    const trace = { x: [0], y: [1], error_y: error };
    const { data } = figureInUnit({ ...drawing, data: [trace] }, "nat", "bit");
    expect(data[0]).toMatchObject({ error_y: wanted });
  });

  test("one about the natural logarithm has none", () => {
    const layout = { ...drawing.layout, title: { text: "ln t ≤ t − 1" } };
    expect(unitOfFigure({ ...drawing, layout })).toBeUndefined();
  });
});

describe("texts in English", () => {
  const english = new EnglishTexts([
    ["密度", "density"],
    ["被积函数（\ue000/单位x）", "integrand (\ue000 per unit x)"],
    ["\ue000值", "\ue000 value"],
    ["\ue000 个结果的码长，单位 \ue001。", "Code lengths of \ue000 outcomes in \ue001."],
  ]);

  test.each([
    ["密度", "density"],
    ["被积函数（bit/单位x）", "integrand (bit per unit x)"],
    ["3 个结果的码长，单位 nat。", "Code lengths of 3 outcomes in nat."],
    ["3个结果的码长，单位nat。", "Code lengths of 3 outcomes in nat."],
    ["密度（nat）", "density (nat)"],
    ["<b>密度</b><br>x = 1", "<b>density</b><br>x = 1"],
    // Half of a word is none.
    ["分格后的真值", "分格后的真值"],
    ["晴", "晴"],
    ["x", "x"],
  ])("%s", (text, wanted) => {
    expect(english.say(text)).toBe(wanted);
  });

  test.each<[string, () => { readonly alt: string }]>([
    [
      "a list that is taken apart",
      () => triangleInequality(normal(0, 1), normal(1, 1), normal(2, 1)),
    ],
    ["what may be missing", () => densityPair(cauchy(0, 1), normal(0, 1))],
    ["items with marks alone", () => evidenceBars(-2, [{ name: "q", elbo: -2.5 }])],
    ["a count", () => codeTree(["0", "10", "11"], { labels: ["a", "b", "c"] })],
  ])("leave no caption of ours Chinese: %s", (_, figure) => {
    const { alt } = figure();
    expect(alt).toMatch(/[\u4e00-\u9fff]/);
    const pairs = new EnglishTexts([...pageEnglish, ...figureEnglish]);
    expect(pairs.say(alt)).not.toMatch(/[\u3001-\u303f\u4e00-\u9fff\uff00-\uffef]/);
  });

  test.each(["到", "第行", "，", "图：", "从升到"])(
    "none holds a page up: %s again and again",
    (part) => {
      const pairs = new EnglishTexts([...pageEnglish, ...figureEnglish]);
      const begun = process.cpuUsage();
      for (const length of [200, 700, 20_000]) {
        const text = part.repeat(Math.floor(length / part.length));
        expect(pairs.say(text).length).toBeGreaterThan(0);
      }
      // What else the machine does takes time of the clock, and none of this process.
      expect(process.cpuUsage(begun).user / 1000).toBeLessThan(3000);
    },
  );
});
