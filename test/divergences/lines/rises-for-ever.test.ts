import { describe, expect, test } from "vitest";
import {
  binomial,
  chernoff,
  chiSquaredDivergence,
  density,
  exponential,
  gamma,
  halfNormal,
  inverseGamma,
  kl,
  laplace,
  logistic,
  logNormal,
  monteCarloKl,
  normal,
  pareto,
  poisson,
  renyi,
  seeded,
  studentT,
} from "../../../src";

const inf = Number.POSITIVE_INFINITY;

describe("Rényi of an order above 1 is ∞ where p's tail is the heavier, at any scale", () => {
  test.each([
    [laplace(0, 0.1), normal(0, 1), 2],
    [laplace(0, 0.01), normal(0, 0.1), 2],
    [laplace(0, 0.1), normal(1, 0.1), 1.5],
    [logistic(0, 0.1), normal(50, 0.1), 1.0001],
    [exponential(100), halfNormal(1), 2],
    [exponential(10), halfNormal(0.1), 3],
    [laplace(0, 100), normal(0, 1000), 2],
  ])("%s ‖ %s, order %f", (p, q, order) => {
    expect(renyi(p, q, { order })).toBe(inf);
    expect(kl(p, q)).toBeLessThan(inf);
  });

  test("and finite where it is not", () => {
    expect(renyi(normal(0, 0.1), laplace(0, 1), { order: 2 })).toBeGreaterThan(
      kl(normal(0, 0.1), laplace(0, 1)),
    );
    expect(renyi(normal(0, 1), normal(0, 2), { order: 2 })).toBeLessThan(1);
  });

  test("also where the forbidden mass is below the least double", () => {
    const [p, q] = [gamma(994.08, 0.109), pareto(0.0179, 1.95)];
    expect(kl(p, q)).toBe(inf);
    expect(renyi(p, q, { order: 1.01 })).toBe(inf);
  });
});

describe("Chernoff information of counts ends where one of them has few", () => {
  test.each([
    [10, 50],
    [20, 100],
    [100, 1000],
  ])("poisson(%i), binomial(%i, .5)", (rate, n) => {
    const [p, q] = [poisson(rate), binomial(n, 0.5)];
    const value = chernoff(p, q);
    expect(value).toBeGreaterThan(0);
    expect(value).toBeLessThan(Math.min(kl(q, p), inf));
    expect(chernoff(q, p)).toBeCloseTo(value, 9);
  });
});

describe("densities whose powers overflow far out have faded there", () => {
  test.each([
    ["x² e^−x/2", (x: number) => (x * x * Math.exp(-x)) / 2, [0, inf], gamma(3, 1)],
    ["27/2 x² e^−3x", (x: number) => 13.5 * x * x * Math.exp(-3 * x), [0, inf], gamma(3, 3)],
    [
      "(1 + x²) φ(x)/2",
      (x: number) => ((1 + x ** 2) * Math.exp((-x * x) / 2)) / Math.sqrt(8 * Math.PI),
      [-inf, inf],
      undefined,
    ],
  ] as const)("%s", (_, f, support, same) => {
    const d = density(f, { support: [...support] });
    expect(d.mean).toBeCloseTo(same?.mean ?? 0, 9);
    if (same) expect(kl(d, same)).toBeLessThan(1e-12);
  });

  test("NaN where a density could be is still refused", () => {
    expect(() => density(() => Number.NaN, { support: [0, 1] })).toThrow(/NaN/);
  });
});

test.each([
  [pareto(1, 0.001), pareto(1, 0.002)],
  [logNormal(0, 300), logNormal(0, 400)],
  [studentT(0.001, 0, 1), studentT(0.002, 0, 1)],
  [inverseGamma(0.001, 1), inverseGamma(0.002, 1)],
])("monteCarloKl of %s refuses draws that overflow, with the reason", (p, q) => {
  expect(() => monteCarloKl(p, q, { samples: 2000, prng: seeded(1) })).toThrow(/beyond|infinite/);
});

test("χ² of geometric against Poisson counts is ∞", async () => {
  const { geometric } = await import("../../../src");
  expect(chiSquaredDivergence(geometric(0.9), poisson(1))).toBe(inf);
});
