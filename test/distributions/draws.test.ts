import { describe, expect, it } from "vitest";
import * as klab from "../../src";
import { members } from "../support/families";
import { relativeError } from "../support/reference";

const { seeded, poisson, binomial, negativeBinomial, geometric, truncated, normal, gamma } = klab;
const inf = Number.POSITIVE_INFINITY;

const drawn: readonly klab.Distribution[] = [
  poisson(1e7),
  poisson(1e6),
  poisson(40),
  binomial(1e9, 0.3),
  binomial(1e12, 1e-3),
  binomial(1e6, 1 - 1e-4),
  negativeBinomial(0.3, 1e-7),
  negativeBinomial(1e6, 1e-3),
  geometric(1e-9),
  geometric(0.99),
  klab.categorical(Array.from({ length: 1e5 }, (_, i) => (i < 5e4 ? 1.5e-5 : 0.5e-5))),
  truncated(normal(0, 1), 8, 9),
  truncated(gamma(3, 1), 50, 60),
  truncated(poisson(3), 6, inf),
  truncated(poisson(1e6), 1e6 + 500, inf),
  klab.density((x) => 2 * x, { support: [0, 1] }),
  klab.density((x) => Math.exp(-Math.abs(x)) / 2, { support: [-inf, inf], kinks: [0] }),
  klab.mixture([0.5, 0.5], [poisson(1), poisson(30)]),
];

describe("draws by rejection and by tables", () => {
  it.each(drawn.map((d) => [String(d).slice(0, 60), d] as const))(
    "follow the distribution function: %s",
    (_, d) => {
      const n = 20_000;
      const sample = d.sample(n, seeded(3));
      // Kolmogorov and Smirnov's distance, on both sides of each jump; 1.95/√n is passed once in a thousand.
      const sorted = [...sample].sort((a, b) => a - b);
      let distance = 0;
      for (const [i, x] of sorted.entries()) {
        if (i + 1 < n && sorted[i + 1] === x) continue;
        distance = Math.max(distance, Math.abs(d.cdf(x) - (i + 1) / n));
      }
      expect(distance).toBeLessThan(1.95 / Math.sqrt(n));
      const [low, high] = d.support;
      expect(sample.every((x) => x >= low && x <= high)).toBe(true);
    },
  );

  it("take no more time for a great mean", () => {
    const start = performance.now();
    for (const d of [poisson(1e9), ...drawn]) d.sample(1000, seeded(4));
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe("no loop is endless", () => {
  const families = [normal(0, 1), gamma(0.3, 1), klab.vonMises(0, 3), poisson(1e9), poisson(3)];
  const more = [truncated(normal(0, 1), -1, 1), klab.beta(2, 3), klab.studentT(3, 0, 1)];
  it.each([
    ["NaN", () => Number.NaN],
    ["0", () => 0],
    ["1", () => 1],
    ["−1", () => -1],
    ["nothing", () => undefined as unknown as number],
  ])("a prng that gives %s always is refused", (_, prng) => {
    for (const d of [...families, ...more]) expect(() => d.sample(2, prng)).toThrow(RangeError);
  });

  it("sums and draws of extreme parameters end", () => {
    expect(relativeError(negativeBinomial(2.5, 1e-7).entropy, 17.84804351046337)).toBeLessThan(
      1e-9,
    );
    expect(negativeBinomial(5e-324, 5e-324).sample(3, seeded(0))).toHaveLength(3);
    expect(relativeError(truncated(poisson(3), 6, inf).mean, 6.604192774674452)).toBeLessThan(
      1e-12,
    );
    expect(relativeError(truncated(geometric(1e-6), 10, inf).mean, 1e6 + 9)).toBeLessThan(1e-9);
    expect(relativeError(poisson(1e9).entropy, Math.log(2e9 * Math.PI * Math.E) / 2)).toBeLessThan(
      1e-9,
    );
  });
});

describe("many draws of a mixture", () => {
  const mixed = [
    klab.mixture([0.3, 0.7], [truncated(poisson(3), 6, inf), poisson(2)]),
    klab.mixture([0.5, 0.5], [truncated(normal(0, 1), 8, 9), klab.beta(2, 3)]),
    klab.mixture([0.2, 0.8], [normal(-3, 1), klab.exponential(2)]),
  ];
  it.each(mixed.map((d) => [String(d).slice(0, 60), d] as const))(
    "%s: component by component",
    (_, d) => {
      const n = 40_000;
      const sample = d.sample(n, seeded(5));
      const mean = sample.reduce((sum, x) => sum + x, 0) / n;
      expect(Math.abs(mean - d.mean)).toBeLessThan(4 * Math.sqrt(d.variance / n));
      // Neighbours are independent: the order is that of the picks, not of the components.
      const both = sample.slice(1).reduce((sum, x, i) => sum + (x - mean) * (sample[i] - mean), 0);
      expect(Math.abs(both / n / d.variance)).toBeLessThan(4 / Math.sqrt(n));
      expect(d.sample(n, seeded(5))).toEqual(sample);
    },
  );
});

describe.runIf(process.env.KLAB_FULL)("a million draws", () => {
  it("take a second of processor time, of every family on the line", () => {
    const line = [Number.NEGATIVE_INFINITY, inf] as const;
    const bell = klab.density((x) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI), {
      support: line,
    });
    const all = [...members, ...drawn, bell, klab.mixture([0.5, 0.5], [bell, klab.vonMises(0, 3)])];
    const rows = all.map((d) => {
      const times = [1, 2].map((seed) => {
        const start = process.cpuUsage().user;
        d.sample(1_000_000, seeded(seed));
        return (process.cpuUsage().user - start) / 1e3;
      });
      return { name: String(d).slice(0, 70), ms: Math.round(Math.min(...times)) };
    });
    rows.sort((a, b) => b.ms - a.ms);
    console.log(rows.map(({ name, ms }) => `${ms} ms  ${name}`).join("\n"));
    expect(rows.filter(({ ms }) => ms > 1000)).toEqual([]);
  });
});
