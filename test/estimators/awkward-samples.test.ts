import { describe, expect, it } from "vitest";
import {
  cauchy,
  type Estimate,
  estimateKl,
  exponential,
  gamma,
  type KlMethod,
  kl,
  laplace,
  logNormal,
  multivariateNormal,
  normal,
  pareto,
  poisson,
  seeded,
  uniform,
  weibull,
} from "../../src";

const methods: readonly KlMethod[] = [
  "nearestNeighbours",
  "histogram",
  "kde",
  "classifier",
  "donskerVaradhan",
];
const draw = (mean: number, sd: number, n: number, seed: number): number[] =>
  normal(mean, sd).sample(n, seeded(seed));
const kinds = (estimate: Estimate): string[] => estimate.notes.map(({ kind }) => kind);
const holds = ({ interval: [low, high] }: Estimate, truth: number): boolean =>
  low <= truth && truth <= high;

describe("one outlier ruins no method", () => {
  const ys = draw(0, 1, 2000, 2);
  it.each([10, 100, 1e6, -1e6, 1e12])(
    "%s among 2000 of N(1, 1), D = 0.5 to and from N(0, 1)",
    (x) => {
      const xs = [...draw(1, 1, 1999, 1), x];
      for (const method of methods) {
        for (const [a, b] of [
          [xs, ys],
          [ys, xs],
        ]) {
          const estimate = estimateKl(a, b, { method, resamples: 20 });
          expect(Math.abs(estimate.value - 0.5), `${method} ${estimate}`).toBeLessThan(
            method === "donskerVaradhan" ? 0.35 : 0.12,
          );
          expect(holds(estimate, 0.5), `${method} ${estimate}`).toBe(true);
          expect(kinds(estimate)).toEqual([]);
        }
      }
    },
  );

  it("in the plane neither, nor five of them", () => {
    const plane = (mean: number, seed: number): number[][] =>
      multivariateNormal(
        [mean, 0],
        [
          [1, 0],
          [0, 1],
        ],
      ).sample(1000, seeded(seed));
    const [a, b] = [plane(1, 1), plane(0, 2)];
    for (let i = 0; i < 5; i++) b[i] = [1e5 * (i + 1), -7e4];
    for (const method of ["nearestNeighbours", "kde", "classifier"] as const) {
      const estimate = estimateKl(a, b, { method, resamples: 20 });
      expect(Math.abs(estimate.value - 0.5), `${method} ${estimate}`).toBeLessThan(0.12);
    }
  });
});

describe("points in both samples", () => {
  const xs = draw(0, 1, 1000, 3);
  it.each(methods)("are said, and an estimate of x against x holds 0: %s", (method) => {
    const estimate = estimateKl(xs, xs, { method, resamples: 40 });
    expect(kinds(estimate)).toEqual(["sharedPoints"]);
    expect(Math.abs(estimate.value)).toBeLessThan(0.02);
    expect(holds(estimate, 0)).toBe(true);
  });

  it("are left out where points are compared: half of them, a few, rows", () => {
    for (const common of [500, 20, 1]) {
      const ys = [...xs.slice(0, common), ...draw(0, 1, 1000 - common, 8)];
      for (const method of ["nearestNeighbours", "kde"] as const) {
        const estimate = estimateKl(xs, ys, { method, locale: "en" });
        expect(holds(estimate, 0), `${method} ${estimate}`).toBe(true);
        expect(String(estimate)).toContain(`${common} of 1000 xs are also among the ys`);
      }
    }
    const rows = xs.map((x, i) => [x, xs[(i + 1) % 1000] ** 3]);
    expect(Math.abs(estimateKl(rows, rows).value)).toBeLessThan(1e-12);
  });

  it("are no word worth where none is shared", () => {
    expect(estimateKl(xs, draw(0, 1, 1000, 9)).notes).toEqual([]);
  });
});

describe("supports that do not touch", () => {
  const pairs = [
    [
      "N(100, 1) and N(10000, 1), D = 4.9e7",
      draw(100, 1, 2000, 1),
      draw(10_000, 1, 2000, 2),
      49_005_000,
    ],
    ["N(0, 1) and N(10, 1), D = 50", draw(0, 1, 300, 1), draw(10, 1, 300, 2), 50],
    [
      "U(0, 1) and U(2, 3), D = ∞",
      uniform(0, 1).sample(500, seeded(1)),
      uniform(2, 3).sample(500, seeded(2)),
      Infinity,
    ],
    [
      "U(0, 1) and U(0.5, 1.5), D = ∞",
      uniform(0, 1).sample(500, seeded(1)),
      uniform(0.5, 1.5).sample(500, seeded(2)),
      Infinity,
    ],
    [
      "a tenth of xs elsewhere",
      [...draw(0, 1, 900, 1), ...draw(50, 1, 100, 3)],
      draw(0, 1, 1000, 2),
      125,
    ],
    [
      "one in a hundred very far",
      [...draw(0, 1, 990, 1), ...draw(1e4, 1, 10, 3)],
      draw(0, 1, 1000, 2),
      5e5,
    ],
    ["constants", Array<number>(100).fill(1), Array<number>(100).fill(2), Infinity],
  ] as const;
  it.each(pairs)("%s: a lower bound, and the interval has no upper end", (_, xs, ys, truth) => {
    for (const method of methods) {
      if (xs[0] === xs[1] && (method === "nearestNeighbours" || method === "kde")) continue;
      const estimate = estimateKl(xs, ys, { method, resamples: 20, locale: "en" });
      expect(kinds(estimate)).toContain("lowerBound");
      expect(estimate.interval[1]).toBe(Infinity);
      expect(holds(estimate, truth), `${method} ${estimate}`).toBe(true);
      expect(String(estimate)).toMatch(
        /95% \[[\d.e+-]+, ∞\][\s\S]*a lower bound: [\d.]+% of the xs/,
      );
    }
  });

  it("in the plane and in Chinese", () => {
    const rows = (mean: number): number[][] =>
      draw(mean, 1, 600, mean + 1).map((x, i, all) => [x, all[599 - i]]);
    const estimate = estimateKl(rows(0), rows(30));
    expect(kinds(estimate)).toEqual(["lowerBound"]);
    expect(String(estimate)).toContain("这只是下界");
  });

  it("no word where they touch, tails and all", () => {
    for (const [a, b] of [
      [draw(0, 1, 1000, 1), draw(1, 2, 1000, 2)],
      [draw(0, 1, 1000, 3), draw(1, 1, 1000, 4)],
      [draw(0, 1, 200, 5), draw(0, 1, 200, 6)],
    ]) {
      expect(estimateKl(a, b).notes).toEqual([]);
    }
  });
});

describe("repeated values", () => {
  const [p, q] = [normal(0, 1), normal(1, 2)];
  const round = (values: readonly number[], step: number): number[] =>
    values.map((x) => Math.round(x / step) * step);
  const [xs, ys] = [draw(0, 1, 1000, 4), draw(1, 2, 1000, 5)];

  it.each([0.001, 0.01, 0.05, 0.1, 0.2])("of data rounded to %s are spread over it", (step) => {
    const estimate = estimateKl(round(xs, step), round(ys, step), { locale: "en" });
    expect(holds(estimate, kl(p, q)), String(estimate)).toBe(true);
    expect(Math.abs(estimate.value - kl(p, q))).toBeLessThan(0.08);
    if (step > 0.001) expect(String(estimate)).toContain(`rounded to ${step}: spread evenly`);
  });

  it("of counts are spread too: Poisson(400) against Poisson(420)", () => {
    const [a, b] = [poisson(400), poisson(420)];
    const estimate = estimateKl(a.sample(1000, seeded(1)), b.sample(1000, seeded(2)));
    expect(holds(estimate, kl(a, b)), String(estimate)).toBe(true);
  });

  it("of a few values are refused, with calls that answer", () => {
    for (const [a, b] of [
      [round(xs, 1), round(ys, 1)],
      [xs.map((x, i) => (i % 2 ? 0 : x)), ys.map((x, i) => (i % 2 ? 0 : x))],
      [Array<number>(300).fill(1), Array<number>(300).fill(2)],
      [xs.map((x) => Number(x > 0)), ys.map((x) => Number(x > 0))],
    ]) {
      for (const method of ["nearestNeighbours", "kde"] as const) {
        expect(() => estimateKl(a, b, { method })).toThrow(
          /repeats too often .* estimateFromCounts\(xs, ys, .* method: "histogram"/,
        );
      }
      expect(estimateKl(a, b, { method: "histogram" }).value).toBeGreaterThanOrEqual(0);
    }
  });

  it.each([
    [0, 0.5, 0.5],
    [0, 0.7, 0.3],
    [-1, 0.2, 0.4],
    [5, 0.3, 0.15],
  ])("%s as a spike, %s of xs and %s of ys: the message's own sum answers", (spike, s, t) => {
    const spiked = (values: readonly number[], share: number): number[] =>
      values.map((x, i) => (i < share * values.length ? spike : x));
    const [a, b] = [spiked(draw(0, 1, 2000, 7), s), spiked(draw(1, 2, 2000, 8), t)];
    expect(() => estimateKl(a, b)).toThrow(
      /for one spike .* D = kl\(\[s, 1 − s\], \[t, 1 − t\]\) \+ \(1 − s\)·estimateKl/,
    );
    const rest = (values: readonly number[]): number[] => values.filter((x) => x !== spike);
    const answer = kl([s, 1 - s], [t, 1 - t]) + (1 - s) * estimateKl(rest(a), rest(b)).value;
    const truth = kl([s, 1 - s], [t, 1 - t]) + (1 - s) * kl(p, q);
    expect(Math.abs(answer - truth)).toBeLessThan(0.1);
  });

  it("of ys alone, where no x is, are no hindrance: D(N ‖ ½N + ½ at 0) = ln 2", () => {
    const half = draw(0, 1, 2000, 6).map((x, i) => (i % 2 ? 0 : x));
    expect(Math.abs(estimateKl(xs, half).value - Math.LN2)).toBeLessThan(0.1);
  });

  it("of labels are named", () => {
    expect(() => estimateKl(["a", "b"] as never, ["a", "b"] as never)).toThrow(
      /xs\[0\] is "a" \(string\).*labels are for estimateFromCounts/,
    );
  });
});

describe("columns that say nothing of their own are refused by name", () => {
  const [xs, ys, us, vs] = [1, 2, 3, 4].map((seed) => draw(0, 1, 300, seed));
  const pairs: Record<string, (a: number, b: number) => number[]> = {
    "column 1 of xs and ys is a linear function of column 0": (a) => [a, a],
    "column 2 of xs and ys is a linear function of column 0": (a, b) => [a, b, 3 - 2 * a],
    "column 2 of xs and ys is a linear function of columns 0, 1": (a, b) => [a, b, a + b],
    "column 1 of xs and ys does not vary": (a) => [a, 7],
    "column 0 of xs and ys does not vary": (a) => [0.1, a],
  };
  it.each(Object.entries(pairs))("%s", (says, row) => {
    const [a, b] = [xs.map((x, i) => row(x, us[i])), ys.map((y, i) => row(y, vs[i]))];
    for (const method of ["nearestNeighbours", "kde"] as const) {
      let message = "";
      try {
        estimateKl(a, b, { method });
      } catch (error) {
        message = (error as Error).message;
      }
      expect(message).toMatch(new RegExp(`${says}|coordinate 0 of xs does not vary|coordinate 1`));
    }
    // What fits a function of the columns is not misled by a copy.
    expect(Math.abs(estimateKl(a, b, { method: "classifier" }).value)).toBeLessThan(0.1);
  });

  it("one side in a plane: D is ∞, said", () => {
    const plane = xs.map((x) => [x, x]);
    const whole = ys.map((y, i) => [y, vs[i]]);
    expect(() => estimateKl(plane, whole)).toThrow(/column 1 of xs .* D is ∞/);
    expect(() => estimateKl(whole, plane)).toThrow(/column 1 of ys .* D is ∞/);
  });

  it("nearly dependent columns are not", () => {
    const near = (a: number[], b: number[]): number[][] => a.map((x, i) => [x, x + 1e-3 * b[i]]);
    expect(Math.abs(estimateKl(near(xs, us), near(ys, vs)).value)).toBeLessThan(0.3);
  });
});

it("∞ and notes survive in JSON", () => {
  const far = estimateKl(draw(0, 1, 50, 1), draw(1e3, 1, 50, 2));
  const read = JSON.parse(JSON.stringify({ far }));
  expect(read.far.interval).toEqual([far.interval[0], "∞"]);
  expect(read.far.notes[0].kind).toBe("lowerBound");
  expect(
    JSON.parse(JSON.stringify(estimateKl([1, 2, 4, 8], [3, 5, 6, 9], { k: 1, resamples: 0 }))),
  ).toMatchObject({
    standardError: null,
    interval: [null, null],
  });
});

it.each([
  [0, 1, 1],
  [0, 1, 2],
  [0, 2, 2],
  [1, 0, 1.5],
])("kde of the logarithms of log-normals (μ %s against %s, σ = %s) keeps D", (a, b, sigma) => {
  const [p, q] = [logNormal(a, sigma), logNormal(b, sigma)];
  const logs = (values: readonly number[]): number[] => values.map(Math.log);
  const [xs, ys] = [p.sample(1000, seeded(1)), q.sample(1000, seeded(2))];
  const { value } = estimateKl(logs(xs), logs(ys), { method: "kde", resamples: 0 });
  expect(Math.abs(value - kl(p, q))).toBeLessThan(0.08);
});

it.each([
  ["logNormal of σ = 3", logNormal(0, 3), logNormal(1, 3)],
  ["logNormal of σ = 2", logNormal(0, 2), logNormal(1, 2)],
  ["pareto", pareto(1, 0.5), pareto(1, 0.8)],
  ["weibull of shape 0.4", weibull(0.4, 1), weibull(0.5, 1)],
  ["gamma of shape 0.1", gamma(0.1, 1), gamma(0.2, 1)],
] as const)("kde refuses the %s as it is, and its remedy answers", (_, p, q) => {
  const [xs, ys] = [p.sample(1000, seeded(1)), q.sample(1000, seeded(2))];
  const kde = { method: "kde", resamples: 0 } as const;
  expect(() => estimateKl(xs, ys, kde)).toThrow(/xs\.map\(Math\.log\)/);
  const logs = (values: readonly number[]): number[] => values.map(Math.log);
  expect(Math.abs(estimateKl(logs(xs), logs(ys), kde).value - kl(p, q))).toBeLessThan(0.12);
});

it("kde answers where both tails are heavy, or one a little longer", () => {
  for (const [p, q] of [
    [cauchy(0, 1), cauchy(1, 1)],
    [exponential(1), exponential(2)],
    [laplace(0, 1), laplace(1, 1)],
  ] as const) {
    const [xs, ys] = [p.sample(1000, seeded(1)), q.sample(1000, seeded(2))];
    const { value } = estimateKl(xs, ys, { method: "kde", resamples: 0 });
    expect(Math.abs(value - kl(p, q))).toBeLessThan(0.12);
  }
});
