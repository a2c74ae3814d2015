import { describe, expect, it } from "vitest";
import * as klab from "../../src";
import { relativeError } from "../support/reference";

/** ½ ln 2πeλ − 1/12λ − 1/24λ² − 19/360λ³: what is left is below 1e-17 for λ ≥ 1e4. */
const ofPoisson = (rate: number): number =>
  (1 + Math.log(2 * Math.PI * rate)) / 2 -
  1 / (12 * rate) -
  1 / (24 * rate * rate) -
  19 / (360 * rate ** 3);

describe("entropies over very many integers", () => {
  it.each([1e4, 3e6, 1e9, 1e12, 1e15, 1e18, 1e100, 1e300])("poisson(%s)", (rate) => {
    const start = performance.now();
    expect(relativeError(klab.poisson(rate).entropy, ofPoisson(rate))).toBeLessThan(1e-14);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it("of binomial and negative binomial laws that are bells", () => {
    for (const [n, p] of [
      [1e12, 0.3],
      [9e15, 0.5],
      [1e13, 1e-3],
    ]) {
      const variance = n * p * (1 - p);
      // (1 − 4pq)/(12 npq) is the next term.
      const want =
        (1 + Math.log(2 * Math.PI * variance)) / 2 - (1 - 4 * p * (1 - p)) / (12 * variance);
      expect(relativeError(klab.binomial(n, p).entropy, want)).toBeLessThan(1e-14);
    }
  });

  it("of waiting times, which fall from 0 on, is that of a gamma as p falls", () => {
    for (const p of [1e-12, 1e-15, 1e-18, 1e-30, 1e-100, 1e-300]) {
      for (const r of [0.5, 2.5]) {
        const start = performance.now();
        const limit = klab.gamma(r, p).entropy;
        const near = r < 1 ? 1e-5 : 1e-9;
        expect(relativeError(klab.negativeBinomial(r, p).entropy, limit)).toBeLessThan(near);
        expect(performance.now() - start).toBeLessThan(5000);
      }
      const byFormula = klab.geometric(p).entropy;
      expect(relativeError(byFormula, 1 - Math.log(p))).toBeLessThan(1e-12);
    }
  });

  it("of the cases that took seconds", () => {
    // −Σ p ln p by mpmath, 40 digits.
    expect(
      relativeError(klab.negativeBinomial(0.05, 1e-6).entropy, "5.6539011640555660083"),
    ).toBeLessThan(1e-12);
    expect(
      relativeError(klab.negativeBinomial(2.5, 1e-7).entropy, "17.848043510463370046"),
    ).toBeLessThan(1e-12);
  });
});
