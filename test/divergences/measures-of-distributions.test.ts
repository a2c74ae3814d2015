import { describe, expect, it } from "vitest";
import * as klab from "../../src";
import { overDistributions } from "../../src/divergences/separable";
import { chiSquaredTerm, squaredHellingerTerm } from "../../src/divergences/terms";
import { lopsided } from "../support/lopsided";

const families = klab.closedForms
  .filter(({ p, q, geometricMean }) => p === q && geometricMean && lopsided[p])
  .map(({ p }) => p)
  .filter((family) => !["laplace", "weibull", "pareto", "negativeBinomial"].includes(family));

const sameParameter: readonly (readonly [klab.Distribution, klab.Distribution])[] = [
  [klab.laplace(1, 0.5), klab.laplace(1, 2)],
  [klab.weibull(2.5, 0.5), klab.weibull(2.5, 2)],
  [klab.pareto(0.5, 1.2), klab.pareto(0.5, 6)],
  [klab.negativeBinomial(2.5, 0.4), klab.negativeBinomial(2.5, 0.8)],
];
const pairs = [
  ...families.map((family) => [lopsided[family]![0]!, lopsided[family]![1]!] as const),
  ...sameParameter,
];

describe.each(pairs)("%s and %s", (p, q) => {
  it("have by formula the squared Hellinger distance of quadrature", () => {
    const want = overDistributions("test", p, q, squaredHellingerTerm);
    expect(Math.abs(klab.squaredHellinger(p, q) - want)).toBeLessThan(1e-9 * want);
    expect(klab.hellinger(p, q)).toBeCloseTo(Math.sqrt(want), 9);
    expect(klab.bhattacharyya(p, q)).toBeCloseTo(-Math.log1p(-want), 8);
  });

  it("have by formula the χ² of quadrature, or Infinity both", () => {
    for (const [a, b] of [
      [p, q],
      [q, p],
    ] as const) {
      const got = klab.chiSquaredDivergence(a, b);
      const want = overDistributions("test", a, b, chiSquaredTerm);
      if (got === Number.POSITIVE_INFINITY) expect(want).toBe(got);
      else expect(Math.abs(got - want)).toBeLessThan(1e-8 * want);
      const order2 = klab.renyi(a, b, { order: 2 });
      if (got < Number.POSITIVE_INFINITY) expect(order2 / Math.log1p(got)).toBeCloseTo(1, 9);
    }
  });

  it("have Rényi divergences that rise with the order and pass through the relative entropy", () => {
    const orders = [0.1, 0.5, 0.999999, 1, 1.000001, 1.5, 3];
    const values = orders.map((order) => klab.renyi(p, q, { order }));
    for (let i = 1; i < values.length; i++)
      expect(values[i]).toBeGreaterThanOrEqual(values[i - 1]!);
    expect(values[2]! / klab.kl(p, q)).toBeCloseTo(1, 3);
    const chernoff = klab.chernoff(p, q);
    expect(chernoff).toBeGreaterThanOrEqual(klab.bhattacharyya(p, q) - 1e-12);
    expect(chernoff).toBeLessThanOrEqual(Math.min(klab.kl(p, q), klab.kl(q, p)));
  });

  it("obey Pinsker, Bretagnolle and Huber, and the bounds of Jensen and Shannon", () => {
    const divergence = klab.kl(p, q);
    const variation = klab.totalVariation(p, q);
    expect(variation).toBeLessThanOrEqual(Math.sqrt(divergence / 2) + 1e-9);
    expect(variation).toBeLessThanOrEqual(Math.sqrt(-Math.expm1(-divergence)) + 1e-9);
    const shannon = klab.jensenShannon(p, q);
    expect(shannon).toBeLessThanOrEqual(Math.LN2);
    expect(shannon).toBeLessThanOrEqual(variation * Math.LN2 + 1e-9);
    expect(klab.jeffreys(p, q)).toBeCloseTo(divergence + klab.kl(q, p), 8);
    const cross = klab.crossEntropy(p, q);
    expect(Math.abs(cross - p.entropy - divergence)).toBeLessThan(1e-9 * (1 + Math.abs(cross)));
  });
});

describe("nearly equal members", () => {
  it("keep the digits of Hellinger, Bhattacharyya and χ²", () => {
    const e = 1e-9;
    const [p, q] = [klab.gamma(50, 2), klab.gamma(50 * (1 + e), 2)];
    const divergence = klab.kl(p, q);
    expect(klab.squaredHellinger(p, q) / (divergence / 4)).toBeCloseTo(1, 6);
    expect(klab.bhattacharyya(p, q) / (divergence / 4)).toBeCloseTo(1, 6);
    expect(klab.chiSquaredDivergence(p, q) / (2 * divergence)).toBeCloseTo(1, 6);
  });
});
