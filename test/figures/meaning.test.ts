import { describe, expect, test } from "vitest";
import { logCellMass } from "../../src/figures/parts/log-cell-mass";
import {
  bernoulli,
  beta,
  crossEntropy,
  entropy,
  type Figure,
  figures,
  kl,
  mixture,
  normal,
  seeded,
} from "../../src/index";
import { numberText } from "../../src/words/number-text";

// biome-ignore lint/suspicious/noExplicitAny: parts of Plotly's JSON
type Any = Readonly<Record<string, any>>;
const trace = (figure: Figure, at: number): Any => figure.data.at(at) as Any;

describe("what a figure shows is so", () => {
  test("coins: the curves are the two directions, 0 at a only", () => {
    const figure = figures.coinAsymmetry(0.3, { base: 2 });
    const [forward, reverse] = [trace(figure, 0), trace(figure, 1)];
    const at = forward.x.indexOf(0.9);
    expect(forward.y[at]).toBeCloseTo(kl([0.3, 0.7], [0.9, 0.1], { base: 2 }), 12);
    expect(reverse.y[at]).toBeCloseTo(kl([0.9, 0.1], [0.3, 0.7], { base: 2 }), 12);
    expect(forward.x.filter((_: number, i: number) => forward.y[i] === 0)).toEqual([0.3]);
    expect(forward.y[0]).toBeNull();
    expect(() => figures.coinAsymmetry(1)).toThrow(RangeError);
  });

  test("contours: the marked minimum is where no other normal is nearer", () => {
    const P = mixture([0.5, 0.5], [normal(-1, 1), normal(1, 1)]);
    const figure = figures.klContours(P, { points: 9 });
    const [forward, reverse] = [trace(figure, 2), trace(figure, 3)];
    expect(forward.x[0]).toBeCloseTo(0, 4);
    expect(forward.y[0]).toBeCloseTo(Math.SQRT2, 4);
    const least = kl(normal(reverse.x[0], reverse.y[0]), P);
    for (const [dm, ds] of [
      [0.01, 0],
      [-0.01, 0],
      [0, 0.01],
      [0, -0.01],
    ]) {
      expect(kl(normal(reverse.x[0] + dm, reverse.y[0] + ds), P)).toBeGreaterThan(least);
    }
    expect(() => figures.klContours(normal(0, 1), { sds: [-1, 2] })).toThrow(RangeError);
  });

  test("code lengths: the lines are H(p) and H(p, q), their distance is D", () => {
    const [p, q] = [
      [0.6, 0.3, 0.1],
      [0.2, 0.3, 0.5],
    ];
    const figure = figures.codeLengths(p, q);
    const shapes = figure.layout.shapes as Any[];
    const [h, cross] = shapes.flatMap(({ line, y0 }) => (line.dash === "dot" ? [y0] : []));
    expect(shapes.some(({ y0, y1 }) => y0 === h && y1 === cross)).toBe(true);
    expect(h).toBeCloseTo(entropy(p, { base: 2 }), 12);
    expect(cross).toBeCloseTo(crossEntropy(p, q, { base: 2 }), 12);
    expect(figures.codeLengths([0.5, 0.5], [1, 0]).alt).toContain("D(p‖q) = ∞ bit");
    expect(() => figures.codeLengths(p, q, { codewords: ["0"] })).toThrow(TypeError);
  });

  test("code tree: depth is length, leaves do not meet; a word that begins another is refused", () => {
    const words = ["0", "10", "110", "111"];
    const leaves = trace(figures.codeTree(words), 2);
    expect(leaves.x).toEqual(words.map((word) => word.length));
    expect(new Set(leaves.y).size).toBe(4);
    expect(() => figures.codeTree(["0", "01"])).toThrow(/codewords\[0\].*codewords\[1\]/);
    expect(() => figures.codeTree(["0", "2"])).toThrow(RangeError);
  });

  test("Kraft: pieces lie end to end and add up to the sum; what is over budget is said", () => {
    const figure = figures.kraftBudget(["0", "10", "11", "111"]);
    let spent = 0;
    for (const piece of figure.data as readonly Any[]) {
      expect(piece.base[0]).toBe(spent);
      spent += piece.x[0];
    }
    expect(spent).toBe(1.125);
    expect(figure.alt).toContain("超出0.125");
    expect(figure.alt).toContain("11是111的开头");
    expect(figures.kraftBudget(["0", "1"]).alt).toContain("恰好用完");
  });

  test("simplex: on a level line the divergence is what the line says; q is inside all of them", () => {
    const q = [0.5, 0.25, 0.25];
    const { data, layout } = figures.simplexMap(q);
    const mark = data.find((trace) => trace.xaxis === "x" && trace.name === "q") as Any;
    expect([mark.x[0], mark.y[0]]).toEqual([0.375, 0.25 * Math.sqrt(0.75)]);
    const labels = (layout.annotations as Any[]).filter(({ text }) => /^[\d.]+$/.test(text));
    expect(labels.length).toBeGreaterThan(3);
    for (const { text, x, y, xref } of labels) {
      const third = y / Math.sqrt(0.75);
      const p = [1 - x - third / 2, x - third / 2, third];
      expect(xref === "x" ? kl(p, q) : kl(q, p)).toBeCloseTo(Number(text), 3);
    }
    // Each line of the first panel, point by point: its inner part is lighter.
    const lines = data.filter((t) => t.xaxis === "x" && t.fill === "toself").slice(1) as Any[];
    const levels = lines.map(({ x, y }) => {
      const values = x.map((xi: number, i: number) => {
        const third = Math.max(0, y[i] / Math.sqrt(0.75));
        const second = Math.max(0, xi - third / 2);
        return kl([Math.max(0, 1 - second - third), second, third], q, { normalize: true });
      });
      return [Math.min(...values), Math.max(...values)];
    });
    for (const [i, [, most]] of levels.entries()) {
      if (i > 0) expect(most).toBeLessThan(levels[i - 1][1]);
      // No scallops: what is not cut off by an edge lies on one level.
      expect([0.02, 0.05, 0.1, 0.2, 0.5, 1].some((l) => Math.abs(l - most) < 2e-3)).toBe(true);
    }
  });

  test("updating: each bar is D(posterior‖posterior before)", () => {
    const figure = figures.coinUpdating([1, 0], { prior: [2, 3], base: 2 });
    const gains = trace(figure, -1).y;
    const sum = gains.reduce((a: number, b: number) => a + b, 0);
    expect(figure.caption).toContain(`相加是${numberText(sum)} bit`);
    expect(gains[0]).toBeCloseTo(kl(beta(3, 3), beta(2, 3), { base: 2 }), 10);
    expect(gains[1]).toBeCloseTo(kl(beta(3, 4), beta(3, 3), { base: 2 }), 10);
    expect(() => figures.coinUpdating([1, 2])).toThrow(/tosses\[1\]/);
    expect(() => figures.coinUpdating([])).toThrow(TypeError);
  });

  test("likelihood: the likeliest parameter is the sample's mean, the nearest the truth's", () => {
    const truth = normal(0.4, 1);
    const xs = truth.sample(50, seeded(1));
    const figure = figures.likelihood(xs, (mu) => normal(mu, 1), { range: [-2, 3], truth });
    expect(trace(figure, 3).x[0]).toBeCloseTo(xs.reduce((a, b) => a + b, 0) / 50, 6);
    expect(trace(figure, 4).x[0]).toBeCloseTo(0.4, 6);
    const [curve, floor] = [trace(figure, 1), trace(figure, 2)];
    expect(curve.y[0] - floor.y[0]).toBeCloseTo(kl(truth, normal(-2, 1)), 10);
  });

  test("likelihood: the parameter's name is written everywhere, θ only by default", () => {
    for (const locale of ["zh-CN", "en"] as const) {
      const named = figures.likelihood([1, 2], (mu) => normal(mu, 1), {
        range: [-2, 3],
        truth: normal(0, 1),
        parameter: "μ",
        locale,
      });
      const text = JSON.stringify(named);
      expect(text).not.toContain("θ");
      expect(text).toContain("log L(μ)");
      expect(text).toContain("P<sub>μ</sub>");
      expect(named.alt).toContain("P_μ");
      const plain = figures.likelihood([1, 0], bernoulli, { range: [0.1, 0.9], locale });
      expect(JSON.stringify(plain)).toContain("log L(θ)");
    }
    expect(() => figures.likelihood([2], bernoulli, { range: [0.1, 0.9], parameter: "π" })).toThrow(
      /没有一个π.*no π/,
    );
  });

  test("mean log-likelihood: the level is −H(P) − D(P‖G), and the same seed gives the same lines", () => {
    const [P, G] = [normal(0, 1), normal(1, 2)];
    const figure = figures.meanLogLikelihood(P, G, { samples: 500, paths: 2 });
    expect(trace(figure, -1).y[0]).toBeCloseTo(-entropy(P) - kl(P, G), 12);
    expect(figures.meanLogLikelihood(P, G, { samples: 500, paths: 2 }).data).toEqual(figure.data);
    expect(trace(figure, 1).x.at(-1)).toBe(500);
  });

  test("fits: forward has P's mean and spread, reverse sits on one mode and nothing near is better", () => {
    const P = mixture([0.5, 0.5], [normal(-5, 1), normal(5, 1)]);
    const { table, frames } = figures.normalFits(P);
    expect(table.rows.at(-1)).toEqual(["∞", "0", "5.099", "5", "1"]);
    expect((frames!.at(-1) as Any).data[0].y).toEqual(trace(figures.normalFits(P), 1).y);
    const near = mixture([0.5, 0.5], [normal(-3, 1), normal(3, 1)]);
    const [mean, sd] = figures.normalFits(near).table.rows.at(-1)!.slice(3).map(Number);
    const least = kl(normal(mean, sd), near);
    for (const [dm, ds] of [
      [0.02, 0],
      [-0.02, 0],
      [0, 0.02],
      [0, -0.02],
    ]) {
      expect(kl(normal(mean + dm, sd + ds), near)).toBeGreaterThan(least);
    }
  });

  test("focal weights: γ = 0 is plain relative entropy, and weights grow with D", () => {
    const figure = figures.focalWeights({ gammas: [0, 2] });
    expect(trace(figure, 2).y).toEqual(trace(figure, 2).x);
    const weights: number[] = trace(figure, 1).y;
    expect(weights.every((w, i) => i === 0 || w > weights[i - 1])).toBe(true);
    expect(() => figures.focalWeights({ gammas: [-1] })).toThrow(RangeError);
  });

  test("arena: an interval that misses the truth is drawn apart from one that covers it", () => {
    const figure = figures.estimatorArena(
      [
        { name: "a", value: Math.LN2, interval: [0.6, 0.8] },
        { name: "b", value: -0.1, interval: [-0.2, 0] },
      ],
      0.7,
      { base: 2 },
    );
    expect(trace(figure, 0).line.dash).not.toBe(trace(figure, 1).line.dash);
    expect(trace(figure, 2).x[0]).toBeCloseTo(1, 12);
    expect(figure.table.rows.map((row) => row[4])).toEqual(["是", "否"]);
    expect(() => figures.estimatorArena([], 1)).toThrow(TypeError);
  });

  test("draws an interval that is open to ∞ as far as the frame, with an arrow there", () => {
    const figure = figures.estimatorArena(
      [
        { name: "bound", value: 2, interval: [1.5, Infinity] },
        { name: "both", value: 1, interval: [-Infinity, Infinity] },
        { name: "below", value: 1, interval: [-Infinity, 1.2] },
        { name: "whole", value: 1.4, interval: [1, 2] },
      ],
      1.4,
    );
    const drawn = JSON.parse(JSON.stringify(figure.data)) as typeof figure.data;
    expect(drawn).toEqual(figure.data); // JSON has no ∞
    const { range } = figure.layout.xaxis as { range: [number, number] };
    const lines = figure.data.filter(({ mode }) => mode === "lines").map(({ x }) => x);
    expect(lines).toEqual([[1.5, range[1]], range, [range[0], 1.2], [1, 2]]);
    const arrows = figure.data.at(-1);
    expect(arrows?.x).toEqual([range[1], range[0], range[1], range[0]]);
    expect(arrows?.y).toEqual([0, 1, 1, 2]);
    expect(figure.table.rows.map((row) => row.slice(2))).toEqual([
      ["1.5", "∞", "否"],
      ["−∞", "∞", "是"],
      ["−∞", "1.2", "否"],
      ["1", "2", "是"],
    ]);
  });

  test.each([
    ["an estimate that is infinite", { value: Infinity, interval: [1, Infinity] }],
    ["an end that is no number", { value: 1, interval: [Number.NaN, 2] }],
    ["ends the wrong way round", { value: 1, interval: [2, 0] }],
  ] as const)("refuses %s", (_, entry) => {
    expect(() => figures.estimatorArena([{ name: "a", ...entry }], 1)).toThrow(RangeError);
  });

  test("binning: E16's values, never above D, never less for halved cells", () => {
    const figure = figures.discretization(normal(0, 1), normal(1, 2), {
      widths: [2, 1, 0.5, 0.01],
    });
    const values: number[] = trace(figure, 1).y;
    expect(values.map((v) => v.toFixed(3))).toEqual(["0.353", "0.419", "0.437", "0.443"]);
    const d = kl(normal(0, 1), normal(1, 2));
    expect(values.every((v) => v <= d)).toBe(true);
    expect(d - values[3]).toBeLessThan(1e-4);
    // A model far narrower than P: its tails are tiny, not empty.
    const narrow = figures.discretization(normal(0, 1), normal(0, 0.1), { widths: [0.1, 0.02] });
    expect(trace(narrow, 1).y[1]).toBeCloseTo(kl(normal(0, 1), normal(0, 0.1)), 0);
    expect(logCellMass(normal(0, 1), 40, 41)).toBeCloseTo(
      normal(0, 1).logProb(40) - Math.log(40),
      1,
    );
  });

  test("triangle: E7's detour is shorter, and a case where it is not says so", () => {
    expect(figures.triangleInequality(normal(0, 1), normal(1, 1), normal(2, 1)).alt).toContain(
      "0.5 nat + 0.5 nat与D(A‖C) = 2 nat。绕道反而近",
    );
    const far = figures.triangleInequality(normal(0, 1), normal(9, 1), normal(1, 1));
    expect(far.alt).toContain("这里绕道不更近");
  });

  test("generators: all touch 0 at u = 1 and are nowhere below", () => {
    for (const curve of figures.generatorFamily().data as readonly Any[]) {
      expect(Math.min(...curve.y)).toBeGreaterThanOrEqual(-1e-15);
      const at = curve.x.findIndex((u: number) => Math.abs(u - 1) < 0.03);
      expect(curve.y[at]).toBeLessThan(0.02);
    }
  });

  test("history: events stand in order of their years, each with its paper", () => {
    const { rows } = figures.historyTimeline({ locale: "en" }).table;
    expect(rows.map(([year]) => year)).toEqual([1951, 2000, 2013, 2017, 2018]);
    expect(rows[0][2]).toContain("On Information and Sufficiency");
  });
});
