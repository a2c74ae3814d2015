import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digamma, eulerGamma, logBeta, logGamma, logGammaHalfStep } from "../../src/math/log-gamma";
import { settings } from "../support/arbitraries";
import { agreesWithMpmath } from "../support/special";

describe("logGamma and its kin", () => {
  agreesWithMpmath("logGamma", logGamma, 2e-15);
  // Where ψ crosses 0 it is right to a rounding of its slope.
  agreesWithMpmath("digamma", digamma, 1e-15, 3e-16);
  agreesWithMpmath("logGammaHalfStep", logGammaHalfStep, 3e-15);
  agreesWithMpmath("logBeta", logBeta, 2e-15);

  test("ln Γ is 0 at 1 and 2, and ψ(1) = −γ", () => {
    expect([logGamma(1), logGamma(2)]).toEqual([0, 0]);
    expect(digamma(1)).toBe(-eulerGamma);
  });

  test("step as they must: ln Γ(x + 1) = ln Γ(x) + ln x, ψ(x + 1) = ψ(x) + 1/x", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e4, noNaN: true }), (x) => {
        const size = Math.max(1, Math.abs(logGamma(x)));
        expect(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x)) / size).toBeLessThan(1e-14);
        expect(Math.abs(digamma(x + 1) - digamma(x) - 1 / x) * Math.min(1, x)).toBeLessThan(1e-14);
      }),
      settings(),
    );
  });

  test("ln B is symmetric", () => {
    for (const [a, b] of [
      [0.3, 7],
      [1e8, 2],
      [40, 1e-6],
    ])
      expect(logBeta(a, b)).toBe(logBeta(b, a));
  });
});
