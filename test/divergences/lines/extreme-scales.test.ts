import { describe, expect, it } from "vitest";
import * as klab from "../../../src";

const { kl, renyi } = klab;
const inf = Number.POSITIVE_INFINITY;
const relativeError = (value: number, want: number): number =>
  value === want ? 0 : Math.abs(value - want) / Math.abs(want);

// Values by mpmath at 30 digits.
describe("scales far apart", () => {
  it.each([
    ["a normal below a Cauchy", klab.normal(0, 1e-200), klab.cauchy(0, 1e200), 920.759828550263],
    ["two Cauchys", klab.cauchy(0, 1e-200), klab.cauchy(0, 1e200), 919.6477428364984],
    ["two Cauchys, exchanged", klab.cauchy(0, 1e200), klab.cauchy(0, 1e-200), 919.6477428364984],
    ["a Laplace below a normal", klab.laplace(0, 1e-200), klab.normal(0, 1e200), 920.259828550263],
    ["two Gumbels", klab.gumbel(0, 1e-200), klab.gumbel(0, 1e200), 920.4568215327167],
    ["two Gumbels, nearer", klab.gumbel(0, 1e-160), klab.gumbel(0, 1), 367.8363992141458],
    ["two Gumbels, nearer yet", klab.gumbel(0, 1e-17), klab.gumbel(0, 1), 38.56673091599724],
    ["two logistics", klab.logistic(0, 1e-200), klab.logistic(0, 1e200), 920.4203315587382],
    ["a Gumbel below a Cauchy", klab.gumbel(0, 1e-200), klab.cauchy(0, 1e200), 920.6015514185661],
    ["two shapes of Weibulls", klab.weibull(1e17, 1), klab.weibull(1, 1), 38.56673091599724],
    ["two far shapes", klab.weibull(1e200, 1), klab.weibull(1, 1), 459.9398029339076],
  ])("%s: D(p ‖ q) is told", (_, p, q, want) => {
    expect(relativeError(kl(p, q), want)).toBeLessThan(1e-12);
  });

  it("is ∞ where the tail of p is too heavy, however little of it doubles can see", () => {
    for (const scale of [1e-17, 1e-120, 1e-160, 1e-250]) {
      expect(kl(klab.studentT(3, 0, scale), klab.gumbel(0, 1))).toBe(inf);
    }
    expect(kl(klab.cauchy(0, 1e-200), klab.normal(0, 1e200))).toBe(inf);
    expect(kl(klab.cauchy(0, 1e-200), klab.laplace(0, 1e200))).toBe(inf);
    expect(kl(klab.studentT(2, 0, 1e-200), klab.normal(0, 1e200))).toBe(inf);
    expect(kl(klab.studentT(3, 0, 1e-200), klab.normal(0, 1e200))).toBeLessThan(921);
  });
});

type Make = (scale: number) => klab.Distribution;
const line: readonly Make[] = [
  (s) => klab.normal(0.5 * s, s),
  (s) => klab.laplace(0, 2 * s),
  (s) => klab.logistic(0, 0.7 * s),
  (s) => klab.gumbel(0, s),
  (s) => klab.mixture([0.25, 0.75], [klab.normal(0, s), klab.laplace(s, s)]),
  (s) => klab.truncated(klab.normal(0, s), -s, 3 * s),
];
const halfLine: readonly Make[] = [
  (s) => klab.exponential(1 / s),
  (s) => klab.gamma(2.5, 1 / s),
  (s) => klab.inverseGamma(3, 2 * s),
  (s) => klab.logNormal(Math.log(s), 0.75),
  (s) => klab.triangular(0, s, 3 * s),
];
const measures: readonly (readonly [
  string,
  (p: klab.Distribution, q: klab.Distribution) => number,
])[] = [
  ["kl", kl],
  ["jensenShannon", klab.jensenShannon],
  ["totalVariation", klab.totalVariation],
  ["hellinger", klab.hellinger],
  ["renyi 0.3", (p, q) => renyi(p, q, { order: 0.3 })],
  ["renyi ∞", (p, q) => renyi(p, q, { order: inf })],
];

describe("the unit of length", () => {
  it.each(measures)("does not matter to %s", (_, measure) => {
    for (const makers of [line, halfLine]) {
      for (const [i, p] of makers.entries()) {
        const q = makers[(i + 1) % makers.length];
        const want = measure(p(1), q(1));
        for (const scale of [2 ** -990, 2 ** -300, 2 ** 330, 2 ** 990]) {
          const value = measure(p(scale), q(scale));
          expect(relativeError(value, want), `${p(scale)} ${q(scale)}`).toBeLessThan(1e-9);
        }
      }
    }
  });

  it.each([1, 2] as const)("is the unit of W%i", (order) => {
    for (const makers of [line, halfLine]) {
      const [p, q] = makers;
      const want = klab.wasserstein(p(1), q(1), { order });
      for (const scale of [2 ** -990, 2 ** 330, 2 ** 990]) {
        const value = klab.wasserstein(p(scale), q(scale), { order }) / scale;
        expect(relativeError(value, want), `${p(scale)} ${q(scale)}`).toBeLessThan(1e-9);
      }
    }
  });
});

describe("far from both masses", () => {
  // Values by mpmath at 40 digits.
  it.each([
    [klab.poisson(1e5), klab.geometric(0.3), 0.5, 29994.013763615785],
    [klab.poisson(1e5), klab.geometric(0.3), 5, 41270.955274847474],
    [klab.binomial(1e5, 0.5), klab.geometric(0.3), 5, 19096.655536822538],
    [klab.negativeBinomial(1000, 0.01), klab.geometric(0.3), 0.5, 3419.403386206356],
    [klab.poisson(1e7), klab.geometric(0.3), inf, 4285706.333363261],
    [klab.negativeBinomial(1000, 0.7), klab.geometric(0.3), inf, 199.63645853708965],
    [klab.binomial(1e6, 0.5), klab.poisson(3e5), inf, 110826.2257521984],
    [klab.poisson(1e6), klab.negativeBinomial(3, 0.5), inf, 999965.582005801],
  ])("renyi of %s and %s of order %f is found among the integers", (p, q, order, want) => {
    expect(relativeError(renyi(p, q, { order }), want)).toBeLessThan(1e-12);
  });

  it("a pole of p that q has not makes order ∞ infinite, as all orders are where it counts", () => {
    for (const shape of [0.01, 0.0989, 0.5, 0.99]) {
      expect(renyi(klab.beta(11.15, shape), klab.uniform(0, 1), { order: inf })).toBe(inf);
      expect(renyi(klab.beta(shape, 5), klab.uniform(0, 1), { order: inf })).toBe(inf);
    }
    expect(renyi(klab.beta(2, 0.5), klab.beta(2, 0.6), { order: inf })).toBe(inf);
    expect(renyi(klab.beta(2, 0.6), klab.beta(2, 0.5), { order: inf })).toBeLessThan(1);
  });
});
