import { describe, expect, it } from "vitest";
import * as klab from "../../src";
import { type CountMeasure, estimateFromCounts, normal, seeded } from "../../src";
import { drawHypergeometric } from "../../src/estimators/draw-hypergeometric";

const exact: Record<CountMeasure, (p: number[], q: number[]) => number> = {
  kl: klab.kl,
  jeffreys: klab.jeffreys,
  jensenShannon: klab.jensenShannon,
  totalVariation: klab.totalVariation,
  hellinger: klab.hellinger,
  chiSquared: klab.chiSquaredDivergence,
};
const measures = Object.keys(exact) as CountMeasure[];
const full = Boolean(process.env.KLAB_FULL);

/** The mass of N(mean, 1) between the deciles of N(0, 1). */
function decileMasses(mean: number): number[] {
  const edges = Array.from({ length: 9 }, (_, i) => normal(0, 1).quantile((i + 1) / 10));
  const below = [0, ...edges.map((x) => normal(mean, 1).cdf(x)), 1];
  return below.slice(1).map((x, i) => x - below[i]);
}

function sampleCounts(masses: number[], n: number, prng: () => number): Map<number, number> {
  const counts = new Map<number, number>();
  for (let k = 0; k < n; k++) {
    let [u, i] = [prng(), 0];
    while (i < masses.length - 1 && u >= masses[i]) u -= masses[i++];
    counts.set(i, (counts.get(i) ?? 0) + 1);
  }
  return counts;
}

describe.each(measures)("%s from counts", (measure) => {
  it("is by plug-in the measure of the frequencies", () => {
    const { plugIn, n, m, cells } = estimateFromCounts(
      { a: 10, b: 30, c: 60 },
      { a: 50, b: 100, c: 50 },
      { measure },
    );
    expect(plugIn).toBeCloseTo(exact[measure]([0.1, 0.3, 0.6], [0.25, 0.5, 0.25]), 12);
    expect([n, m, cells]).toEqual([100, 200, 3]);
  });

  it("nears the truth with many samples, inside its interval", () => {
    const [p, q] = [decileMasses(0), decileMasses(0.5)];
    const prng = seeded(3);
    const estimate = estimateFromCounts(
      sampleCounts(p, 20_000, prng),
      sampleCounts(q, 20_000, prng),
      { measure },
    );
    const truth = exact[measure](p, q);
    expect(Math.abs(estimate.value / truth - 1)).toBeLessThan(0.08);
    expect(estimate.interval[0]).toBeLessThan(truth);
    expect(estimate.interval[1]).toBeGreaterThan(truth);
    expect(estimate.pValue).toBeLessThan(0.01);
  });

  it("without drift: the plain value is what is expected, the other about 0, and its interval holds 0", () => {
    const p = decileMasses(0);
    const prng = seeded(8);
    let [plain, expected, value, holds] = [0, 0, 0, 0];
    for (let i = 0; i < 60; i++) {
      const estimate = estimateFromCounts(sampleCounts(p, 200, prng), sampleCounts(p, 300, prng), {
        measure,
        draws: 100,
        prng,
      });
      plain += estimate.plugIn / 60;
      expected += estimate.expectedWithoutDrift / 60;
      value += estimate.value / 60;
      if (estimate.interval[0] <= 0 && estimate.interval[1] >= 0) holds++;
    }
    expect(Math.abs(plain / expected - 1)).toBeLessThan(0.25);
    expect(Math.abs(value)).toBeLessThan(plain / 2);
    expect(holds).toBeGreaterThanOrEqual(54);
  });
});

describe("estimateFromCounts", () => {
  it("expects (B − 1)(1/n + 1/m) of Jeffreys without drift, as of the PSI", () => {
    const { expectedWithoutDrift } = estimateFromCounts(
      { a: 1, b: 2, c: 7 },
      { a: 3, b: 9, c: 8 },
      { measure: "jeffreys" },
    );
    expect(expectedWithoutDrift).toBeCloseTo(2 * (1 / 10 + 1 / 20), 14);
  });

  it("takes a Map, a record or labels, of one answer", () => {
    const forms = [
      [
        new Map([
          ["x", 2],
          ["y", 3],
        ]),
        new Map([
          ["x", 4],
          ["y", 1],
        ]),
      ],
      [
        { x: 2, y: 3 },
        { x: 4, y: 1 },
      ],
      [
        ["x", "y", "x", "y", "y"],
        ["x", "x", "y", "x", "x"],
      ],
      [
        new Map([
          ["x", 2n],
          ["y", 3n],
        ]),
        ["x", "x", "y", "x", "x"],
      ],
      [
        { y: 3, x: 2, z: 0 },
        new Map([
          ["x", 4],
          ["y", 1],
        ]),
      ],
    ] as const;
    const texts = forms.map(([p, q]) => estimateFromCounts(p, q).plugIn);
    for (const value of texts) expect(value).toBeCloseTo(klab.kl([0.4, 0.6], [0.8, 0.2]), 14);
  });

  it("takes equal numbers for one label, whatever their type, and others for others", () => {
    const same = estimateFromCounts([1, -0, Number.NaN, 3], [1n, 0, Number.NaN, 3n]);
    expect(same.cells).toBe(4);
    expect(same.plugIn).toBe(0);
    expect(estimateFromCounts({ 1: 2, 2: 2 }, [1, 2, 1, 2]).plugIn).toBe(0);
    expect(estimateFromCounts(Int32Array.of(1, 2), Float64Array.of(2, 1)).plugIn).toBe(0);
    expect(estimateFromCounts([true, null, "true"], [true, null, "true"]).cells).toBe(3);
    const strange = { ["__proto__x"]: 1, constructor: 2, "汉字; DROP TABLE": 3 };
    expect(estimateFromCounts(strange, strange).cells).toBe(3);
  });

  it("leaves ∞ as it is, with the cell that makes it so, and says how small it may be", () => {
    for (const measure of measures) {
      const estimate = estimateFromCounts(
        { a: 50, b: 43, c: 7 },
        { a: 60, b: 40 },
        { measure, locale: "en" },
      );
      const infinite = measure === "kl" || measure === "jeffreys" || measure === "chiSquared";
      expect(estimate.value === Infinity).toBe(infinite);
      expect(estimate.witness?.label).toBe(infinite ? "c" : undefined);
      if (!infinite) continue;
      expect(estimate.witness?.text).toBe('"c": 7 of 100 in p, 0 of 100 in q');
      expect(estimate.interval[1]).toBe(Infinity);
      expect(Number.isFinite(estimate.interval[0])).toBe(true);
      expect(estimate.pValue).toBeLessThan(0.05);
      const read = JSON.parse(JSON.stringify(estimate));
      expect([read.value, read.interval[1], read.witness.label]).toEqual(["∞", "∞", "c"]);
    }
    // What q alone has is no ∞ of kl, but of Jeffreys.
    expect(estimateFromCounts({ a: 5 }, { a: 5, b: 5 }).plugIn).toBeCloseTo(Math.LN2, 14);
    expect(
      estimateFromCounts({ a: 5 }, { a: 5, b: 5 }, { measure: "jeffreys" }).witness?.label,
    ).toBe("b");
  });

  it("smooths only where asked to, and names the rule", () => {
    const [p, q] = [
      { a: 6, b: 3, c: 1 },
      { a: 5, b: 5 },
    ];
    for (const [smoothing, pseudo, says] of [
      ["jeffreys", 0.5, "smoothing jeffreys: 0.5 added to each of 3 cells of both"],
      ["laplace", 1, "smoothing laplace: 1 added"],
      ["perks", 1 / 3, "smoothing perks: 0.333333 added"],
      [0.01, 0.01, "smoothing Dirichlet: 0.01 added"],
    ] as const) {
      const estimate = estimateFromCounts(p, q, { smoothing, locale: "en" });
      const share = (counts: number[]): number[] =>
        counts.map((x) => (x + pseudo) / (10 + 3 * pseudo));
      expect(estimate.plugIn).toBeCloseTo(klab.kl(share([6, 3, 1]), share([5, 5, 0])), 13);
      expect(estimate.smoothing).toContain(says);
      expect(String(estimate)).toContain(says);
      expect(estimate.witness).toBeUndefined();
    }
    expect(estimateFromCounts(p, q).smoothing).toBeUndefined();
  });

  it("gives units by base, and the same for the same counts", () => {
    const counts = [
      { a: 30, b: 70 },
      { a: 50, b: 50 },
    ] as const;
    const [nats, bits] = [
      estimateFromCounts(...counts),
      estimateFromCounts(...counts, { base: 2 }),
    ];
    expect(bits.value).toBeCloseTo(nats.value / Math.LN2, 12);
    expect(bits.expectedWithoutDrift).toBeCloseTo(nats.expectedWithoutDrift / Math.LN2, 12);
    expect(estimateFromCounts(...counts)).toEqual(nats);
    const tv = estimateFromCounts(...counts, { measure: "totalVariation", base: 2 });
    expect(tv.plugIn).toBeCloseTo(0.2, 14);
  });

  it("answers for rounded, half-zero, constant and labelled samples, which neighbours refuse", () => {
    const xs = normal(0, 1).sample(1000, seeded(1));
    const ys = normal(1, 2).sample(1000, seeded(2));
    const rounded = estimateFromCounts(xs.map(Math.round), ys.map(Math.round), {
      smoothing: "jeffreys",
    });
    expect(Math.abs(rounded.value - 0.4)).toBeLessThan(0.15);
    expect(estimateFromCounts(Array(300).fill(1), Array(300).fill(2)).witness?.label).toBe(1);
    expect(estimateFromCounts(Array(300).fill(1), Array(300).fill(1)).value).toBeCloseTo(0, 12);
    const rows = [
      [1, 2],
      [1, 2],
      [3, 4],
    ];
    expect(estimateFromCounts(rows.map(String), rows.map(String)).cells).toBe(2);
  });

  it("answers at once for many cells and for very large counts", () => {
    const start = process.cpuUsage(); // what else the machine does takes none of it
    const many = (seed: number): Record<string, number> => {
      const prng = seeded(seed);
      return Object.fromEntries(
        Array.from({ length: 20_000 }, (_, i) => [`k${i}`, Math.floor(20 * prng())]),
      );
    };
    expect(
      estimateFromCounts(many(1), many(2), { measure: "jensenShannon" }).value,
    ).toBeGreaterThan(0);
    const large = estimateFromCounts({ a: 3e12, b: 7e12 }, { a: 3.00001e12, b: 7e12 });
    expect(large.value).toBeGreaterThan(0);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(10);
  });

  it.each([
    [
      { a: 0.5, b: 0.5 },
      { a: 1 },
      RangeError,
      'p["a"] is 0.5; give a count, an integer ≥ 0; for probabilities use kl',
    ],
    [{ a: -1 }, { a: 1 }, RangeError, 'p["a"] is -1'],
    [{ a: Number.NaN }, { a: 1 }, RangeError, 'p["a"] is NaN'],
    [{ a: Infinity }, { a: 1 }, RangeError, "is Infinity"],
    [{ a: "1" }, { a: 1 }, TypeError, 'p["a"] is string'],
    [{ a: 1 }, { a: 0 }, RangeError, "q counts no sample"],
    [[], ["a"], RangeError, "p counts no sample"],
    [{}, {}, RangeError, "p counts no sample"],
    ["aab", ["a"], TypeError, "got string"],
    [null, ["a"], TypeError, "got null"],
    [["a", undefined], ["a"], TypeError, "p[1] is undefined"],
    [[[1, 2]], ["a"], TypeError, "p[0] is array; a label is a text"],
    [new Set(["a"]), ["a"], TypeError, "got object"],
    [{ a: 2 ** 53 }, { a: 1 }, RangeError, "more than 2^53"],
  ])("refuses %j against %j", (p, q, error, says) => {
    let thrown: unknown;
    try {
      estimateFromCounts(p as never, q as never);
    } catch (caught) {
      thrown = caught;
    }
    expect(thrown).toBeInstanceOf(error);
    expect((thrown as Error).message).toContain(says);
    expect((thrown as Error).message).toMatch(/^estimateFromCounts: .*[\u4e00-\u9fff].* \/ /);
  });

  it.each([
    [{ measure: "psi" }, 'options.measure is "psi"; give one of "kl", "jeffreys"'],
    [{ mesure: "kl" }, "there is no option mesure"],
    [{ smoothing: "add-one" }, 'options.smoothing is "add-one"'],
    [{ smoothing: 0 }, "options.smoothing is 0"],
    [{ smoothing: null }, "got null"],
    [{ draws: 3 }, "options.draws is 3"],
    [{ locale: "fr" }, 'options.locale is "fr"'],
    [{ prng: 5 }, "options.prng must be a function"],
    [null, "got null"],
  ])("refuses options %j", (options, says) => {
    expect(() => estimateFromCounts({ a: 1 }, { a: 1 }, options as never)).toThrow(says);
  });
});

describe("the test of p = q", () => {
  it("is the exact one of 2 × 2 tables: three of three against none of three, P = 2/20", () => {
    const { pValue } = estimateFromCounts({ a: 3 }, { b: 3 });
    expect(Math.abs(pValue - 0.1)).toBeLessThan(0.035);
    expect(estimateFromCounts({ a: 3, b: 3 }, { a: 3, b: 3 }).pValue).toBe(1);
  });

  it(`raises at most 5.7 % alarms at 5 % without drift${full ? ", 10,000 draws" : ""}`, {
    timeout: 300_000,
  }, () => {
    const masses = decileMasses(0);
    const prng = seeded(12);
    const tries = full ? 10_000 : 400;
    let alarms = 0;
    for (let i = 0; i < tries; i++) {
      const [p, q] = [sampleCounts(masses, 100, prng), sampleCounts(masses, 100, prng)];
      if (estimateFromCounts(p, q, { measure: "jeffreys", draws: 100, prng }).pValue <= 0.05)
        alarms++;
    }
    // Of 400 tries with 5 % each, more than 8.3 % have probability 0.002.
    expect(alarms / tries).toBeLessThanOrEqual(full ? 0.057 : 0.083);
    expect(alarms / tries).toBeGreaterThan(0.02);
  });

  it.each(measures)(
    "beside it the interval of %s holds the truth of N(0, 1) against N(1, 1)",
    (measure) => {
      const [p, q] = [decileMasses(0), decileMasses(1)];
      const prng = seeded(4);
      const tries = full ? 600 : 60;
      let holds = 0;
      for (let i = 0; i < tries; i++) {
        const { interval } = estimateFromCounts(
          sampleCounts(p, 1000, prng),
          sampleCounts(q, 1000, prng),
          { measure, draws: 300, prng },
        );
        if (interval[0] <= exact[measure](p, q) && exact[measure](p, q) <= interval[1]) holds++;
      }
      expect(holds / tries).toBeGreaterThanOrEqual(full ? 0.9 : 0.85);
      if (full) expect(holds / tries).toBeLessThanOrEqual(0.995);
    },
  );
});

it("the moments of χ² over shuffles are Haldane's: p-values without drift are even", {
  timeout: 300_000,
}, () => {
  const prng = seeded(21);
  const many = full ? 1000 : 250;
  const masses = Array.from({ length: 2.5 * many }, (_, i) => 1 / (i + 5));
  const sum = masses.reduce((a, b) => a + b, 0);
  const law = masses.map((x) => x / sum);
  const values = Array.from({ length: 40 }, () => {
    const [p, q] = [sampleCounts(law, 3 * many, prng), sampleCounts(law, 2 * many, prng)];
    return estimateFromCounts(p, q, { measure: "jensenShannon", draws: 50, prng }).pValue;
  });
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  expect(Math.abs(mean - 0.5)).toBeLessThan(0.18);
  expect(values.filter((x) => x < 0.05).length).toBeLessThan(8);
});

it.each([
  [3, 5, 4],
  [40, 60, 30],
  [500, 20, 300],
  [100_000, 300_000, 50_000],
  [2e9, 3e9, 4e9],
])("draws from the hypergeometric law: %s good, %s bad, %s draws", (good, bad, draws) => {
  const prng = seeded(6);
  const size = 4000;
  const values = Array.from({ length: size }, () => drawHypergeometric(good, bad, draws, prng));
  const total = good + bad;
  const mean = (draws * good) / total;
  const variance = (mean * (bad / total) * (total - draws)) / (total - 1);
  const average = values.reduce((sum, x) => sum + x, 0) / size;
  const square = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / size;
  expect(Math.abs(average - mean)).toBeLessThan(4 * Math.sqrt(variance / size));
  expect(Math.abs(square / variance - 1)).toBeLessThan(0.12);
  const inside = (x: number): boolean =>
    x >= Math.max(0, draws - bad) && x <= Math.min(good, draws);
  expect(values.every((x) => Number.isInteger(x) && inside(x))).toBe(true);
});
