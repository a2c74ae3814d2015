import { describe, expect, test } from "vitest";
import {
  chiSquaredDivergence,
  type Distribution,
  exponential,
  fDivergence,
  gamma,
  generators,
  geometric,
  laplace,
  negativeBinomial,
  neymanChiSquaredDivergence,
  normal,
  poisson,
  renyi,
  weibull,
} from "../../src";

const pairs: readonly (readonly [Distribution, Distribution])[] = [
  [normal(0, 1), normal(0.1, 1)],
  [normal(0, 1), normal(1e-4, 1)],
  [normal(0, 1.1), normal(0, 1)],
  [exponential(1.5), exponential(2.5)],
  [gamma(1.76, 10.8), gamma(0.57, 11.7)],
  [gamma(6.6, 7.4), gamma(6.8, 14.2)],
  [laplace(0.86, 5.7), laplace(0.05, 3.5)],
  [weibull(2, 1), weibull(2, 0.9)],
  [poisson(30.001), poisson(30)],
  [poisson(1e5), poisson(1e5 + 0.01)],
  [poisson(2949.3), poisson(2900)],
  [poisson(3), geometric(0.2)],
  [geometric(0.5), geometric(0.4)],
  [negativeBinomial(3, 0.6), negativeBinomial(3, 0.55)],
];
const named = pairs.map(([p, q]) => [`${p} ‖ ${q}`, p, q] as const);

/** As near as f written out allows: where p ≈ q it cancels. */
const near = (value: number, other: number): void => {
  if (value === Number.POSITIVE_INFINITY) expect(other).toBe(value);
  else expect(Math.abs(value - other)).toBeLessThanOrEqual(1e-8 * value + 1e-14);
};

describe("f-divergence", () => {
  test.each(named)("by its row is the measure of that name: %s", (_, p, q) => {
    near(chiSquaredDivergence(p, q), fDivergence(p, q, generators.chiSquared));
    near(neymanChiSquaredDivergence(p, q), fDivergence(p, q, generators.neymanChiSquared));
  });

  // f(p/q) overflows far out, where q·f(p/q) is nothing: it is no ∞.
  test.each(named)("of a function of one's own is that of the row: %s", (_, p, q) => {
    for (const row of [generators.kl, generators.reverseKl, generators.chiSquared]) {
      near(fDivergence(p, q, row), fDivergence(p, q, row.f));
    }
    near(
      chiSquaredDivergence(p, q),
      fDivergence(p, q, (u) => u * u - 1),
    );
  });

  test.each(named)("of a high power is a Rényi divergence, or ∞ with it: %s", (_, p, q) => {
    for (const order of [3, 10]) {
      const power = Math.expm1((order - 1) * renyi(p, q, { order }));
      const value = fDivergence(p, q, (u) => u ** order - 1);
      if (power === Number.POSITIVE_INFINITY) expect(value).toBe(power);
      else expect(Math.abs(value - power)).toBeLessThanOrEqual(1e-8 * power + 1e-13);
    }
  });

  test("is ∞ where the sum or the integral diverges", () => {
    expect(fDivergence(geometric(0.9), poisson(1), generators.chiSquared)).toBe(Infinity);
    expect(fDivergence(geometric(0.9), poisson(1), (u) => (u - 1) ** 2)).toBe(Infinity);
    expect(fDivergence(laplace(0, 1), normal(0, 1), (u) => (u - 1) ** 2)).toBe(Infinity);
    expect(fDivergence(exponential(1), exponential(2.5), (u) => u * u - 1)).toBe(Infinity);
  });
});
