import { describe, expect, it } from "vitest";
import * as klab from "../../src";
import { members } from "../support/families";
import { relativeError } from "../support/reference";

const { normal, exponential, laplace, studentT, poisson, binomial, geometric, beta, gamma } = klab;
const infinite = (p: klab.Distribution, q: klab.Distribution): number =>
  klab.renyi(p, q, { order: Number.POSITIVE_INFINITY });

describe("Rényi's divergence of order ∞ of distributions", () => {
  it.each([
    [normal(0, 1), normal(0, 2), Math.LN2],
    [normal(1, 1), normal(0, 2), Math.LN2 + 1 / 6],
    [exponential(2), exponential(1), Math.LN2],
    [normal(0, 1), laplace(0, 1), 0.5 + Math.LN2 - Math.log(2 * Math.PI) / 2],
    [studentT(3, 0, 1), studentT(3, 0, 2), Math.LN2],
    [studentT(3, 0, 2), studentT(3, 0, 1), 2 * Math.LN2 + Math.LN2],
    [poisson(2), poisson(3), 1],
    [binomial(10, 0.5), binomial(10, 0.3), 10 * Math.log(0.5 / 0.3)],
    [geometric(0.5), geometric(0.25), Math.LN2],
    [beta(2, 2), beta(1, 1), Math.log(1.5)],
    [klab.uniform(0, 1), klab.uniform(0, 2), Math.LN2],
    [
      klab.mixture([0.5, 0.5], [normal(-9, 0.01), normal(9, 0.1)]),
      normal(0, 10),
      Math.log(500) + 81 / (200 - 2e-4),
    ],
  ])("is the greatest ln p/q: %s, %s", (p, q, want) => {
    expect(relativeError(infinite(p, q), want)).toBeLessThan(1e-9);
  });

  it.each([
    [normal(0, 2), normal(0, 1)],
    [normal(0.001, 1), normal(0, 1)],
    [exponential(1), exponential(2)],
    [laplace(0, 1), normal(0, 1)],
    [studentT(2, 0, 1), studentT(3, 0, 1)],
    [poisson(3), poisson(2)],
    [beta(1, 1), beta(2, 2)],
    [gamma(2, 1), gamma(1, 1)],
    [gamma(0.5, 1), gamma(1, 1)],
    [normal(0, 1), exponential(1)],
    [poisson(1), exponential(1)],
    [klab.negativeBinomial(3, 0.4), klab.negativeBinomial(2, 0.4)],
  ])("is ∞ where p/q has no bound: %s, %s", (p, q) => {
    expect(infinite(p, q)).toBe(Number.POSITIVE_INFINITY);
  });

  it("is 0 for equal distributions, and never below a finite order", () => {
    for (const p of members) {
      expect(infinite(p, p)).toBe(0);
      for (const q of members) {
        if (p === q || p.family !== q.family) continue;
        expect(infinite(p, q)).toBeGreaterThanOrEqual(klab.renyi(p, q, { order: 8 }) * (1 - 1e-9));
      }
    }
  });

  it("says of several dimensions what to do", () => {
    const p = klab.multivariateNormal(
      [0, 0],
      [
        [1, 0],
        [0, 1],
      ],
    );
    expect(() => klab.renyi(p, p, { order: Number.POSITIVE_INFINITY })).toThrow("finite order");
  });
});
