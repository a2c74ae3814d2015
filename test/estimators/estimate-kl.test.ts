import { describe, expect, it } from "vitest";
import * as klab from "../../src";

const { estimateKl, estimatorArena, normal, multivariateNormal, seeded } = klab;
const methods = ["nearestNeighbours", "histogram", "kde", "classifier", "donskerVaradhan"] as const;
const [p, q] = [normal(0, 1), normal(1, 2)];
const xs = p.sample(1000, seeded(1));
const ys = q.sample(1000, seeded(2));

describe.each(methods)("estimateKl by %s", (method) => {
  it("comes near D(N(0,1) ‖ N(1,4)) = 0.4431 and has an interval around its value", () => {
    const estimate = estimateKl(xs, ys, { method });
    expect(Math.abs(estimate.value - klab.kl(p, q))).toBeLessThan(0.15);
    expect(estimate.interval[0]).toBeLessThan(estimate.value);
    expect(estimate.interval[1]).toBeGreaterThan(estimate.value);
    expect(estimate.method).toBe(method);
    expect(String(estimate)).toMatch(/^[\d.−-]+ ± [\d.]+ \(/);
  });

  it("gives the same for the same samples, and bits as base 2", () => {
    const [a, b] = [estimateKl(xs, ys, { method }), estimateKl(xs, ys, { method, base: 2 })];
    expect(estimateKl(xs, ys, { method })).toEqual(a);
    expect(b.value).toBeCloseTo(a.value / Math.LN2, 12);
  });

  it("takes rows as well as numbers", () => {
    const rows = (values: number[]): number[][] => values.map((x) => [x]);
    const value = estimateKl(rows(xs), rows(ys), { method, resamples: 2 }).value;
    expect(value).toBe(estimateKl(xs, ys, { method, resamples: 2 }).value);
  });
});

describe("estimateKl", () => {
  it("may be negative where the truth is 0, and is not clipped", () => {
    const values = Array.from(
      { length: 12 },
      (_, i) =>
        estimateKl(p.sample(60, seeded(i)), p.sample(60, seeded(100 + i)), { resamples: 0 }).value,
    );
    expect(Math.min(...values)).toBeLessThan(0);
    expect(Math.max(...values)).toBeGreaterThan(0);
  });

  it("copes with ties by the next distinct neighbour, and refuses discrete data by name", () => {
    const rounded = (values: number[]): number[] => values.map((x) => Math.round(x * 50) / 50);
    const estimate = estimateKl(rounded(xs), rounded(ys), { k: 1 });
    expect(Math.abs(estimate.value - klab.kl(p, q))).toBeLessThan(0.3);
    expect(() => estimateKl(Array(300).fill(1), Array(300).fill(2))).toThrow(/repeats too often/);
  });

  it("agrees with a plain search for neighbours in three dimensions", () => {
    const row = (seed: number): number[][] =>
      Array.from({ length: 200 }, (_, i) => normal(0, 1).sample(3, seeded(seed + i)));
    const [a, b] = [row(1000), row(5000)];
    const distance = (u: number[], v: number[]): number =>
      Math.hypot(...u.map((x, j) => x - v[j]!));
    const kth = (u: number[], points: number[][], k: number): number =>
      points.map((v) => distance(u, v)).sort((x, y) => x - y)[k - 1]!;
    let sum = 0;
    for (const u of a) sum += 3 * Math.log(kth(u, b, 4) / kth(u, a, 5));
    const want = sum / 200 + Math.log(200 / 199);
    expect(estimateKl(a, b, { k: 4, resamples: 0 }).value).toBeCloseTo(want, 10);
  });

  it("says what is wrong", () => {
    expect(() => estimateKl([1], [1, 2])).toThrow(/xs has 1 samples/);
    expect(() => estimateKl([1, Number.NaN], [1, 2])).toThrow(/xs\[1\] is NaN/);
    expect(() =>
      estimateKl(
        [[1, 2], [3]],
        [
          [1, 2],
          [3, 4],
        ],
      ),
    ).toThrow(TypeError);
    expect(() =>
      estimateKl(
        [1, 2],
        [
          [1, 2],
          [3, 4],
        ],
      ),
    ).toThrow(TypeError);
    expect(() => estimateKl([1, 2, 3], [1, 2, 3], { method: "magic" as never })).toThrow(
      /no method/,
    );
    expect(() => estimateKl([1, 2, 3], [1, 2, 3], { k: 0 })).toThrow(/k is 0/);
  });
});

describe("the arena", () => {
  const identity = (n: number, off = 0): number[][] =>
    Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : off)));
  const zero = (n: number, x = 0): number[] => new Array<number>(n).fill(x);
  const cases = [
    [p, q],
    [multivariateNormal(zero(2), identity(2, 0.5)), multivariateNormal(zero(2), identity(2))],
    [multivariateNormal(zero(2), identity(2)), multivariateNormal([1, 0], identity(2))],
    [
      multivariateNormal(zero(10), identity(10)),
      multivariateNormal(zero(10, 0.2), identity(10, 0.3)),
    ],
  ] as const;
  /** Case and method for which the docstring promises 90 – 99 %. */
  const promised = new Set([
    "0 nearestNeighbours",
    "0 histogram",
    "0 classifier",
    "0 donskerVaradhan",
    "1 nearestNeighbours",
    "1 classifier",
    "2 classifier",
  ]);

  it.each(cases.map(([a, b], i) => [i, a, b] as const))(
    "prints bias and coverage of pair %i",
    (i, a, b) => {
      const rows = estimatorArena(a, b, {
        n: 500,
        repeats: i === 3 ? 8 : 40,
        methods: ["nearestNeighbours", "histogram", "classifier", "donskerVaradhan"],
        options: { resamples: 40 },
        prng: seeded(11),
      });
      console.log(
        rows
          .map(
            (r) =>
              `${r.method}: bias ${r.bias.toFixed(3)}, sd ${r.spread.toFixed(3)}, coverage ${r.coverage}`,
          )
          .join("\n"),
      );
      for (const { method, coverage } of rows) {
        // 40 tries at 95 %: below 0.82 has probability 0.003.
        if (promised.has(`${i} ${method}`)) expect(coverage).toBeGreaterThanOrEqual(0.82);
      }
    },
  );
});
