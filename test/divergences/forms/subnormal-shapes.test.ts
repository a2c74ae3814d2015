import { describe, expect, it } from "vitest";
import {
  beta,
  chiSquared,
  dirichlet,
  exponential,
  gamma,
  halfNormal,
  kl,
  rayleigh,
  weibull,
} from "../../../src";
import { relativeError } from "../../support/reference";

/** By the definition in mpmath, 40 digits; a double near 0 is taken as it is. */
describe("Dirichlet shapes next to the end of the doubles", () => {
  it.each([
    [[5e-324, 1], [1e-320, 2], "2015.38716896959264"],
    [[1e-320, 2e-320], [3e-320, 1e-320], "1.04888363101028321"],
    [[1e-310, 3, 1e-315], [5e-324, 2, 1e-309], "1000014.82470085182"],
    [[1e-300, 1e-308], [2e-308, 1e-305], "998.308840812102915"],
  ] as const)("%s ‖ %s", (a, b, want) => {
    expect(relativeError(kl(dirichlet(a), dirichlet(b)), want)).toBeLessThan(1e-12);
    expect(kl(dirichlet(a), dirichlet(a))).toBe(0);
    expect(kl(dirichlet(b), dirichlet(a))).toBeGreaterThan(0);
  });

  it("beta distributions too", () => {
    expect(kl(beta(5e-324, 1), beta(1e-320, 2))).toBe(
      kl(dirichlet([5e-324, 1]), dirichlet([1e-320, 2])),
    );
    expect(kl(beta(1e-322, 1e-322), beta(1e-322, 2e-322))).toBeGreaterThan(0);
  });
});

describe("scales whose quotient, or its power, is beyond the doubles", () => {
  it.each([
    // ln(b/a) − 1 + a/b of rates, and E −ln q − H(p), in logarithms.
    [exponential(1e200), exponential(1e-200), 400 * Math.LN10 - 1],
    [gamma(2.5, 1e300), gamma(2.5, 1e-300), 2.5 * (600 * Math.LN10 - 1)],
    [weibull(1.5, 1e-200), weibull(1.5, 1e200), 1.5 * 400 * Math.LN10 - 1],
    [rayleigh(1e-160), rayleigh(1e160), 2 * (320 * Math.LN10) - 1],
  ] as const)("%s ‖ %s", (p, q, want) => {
    expect(Math.abs(kl(p, q) / want - 1)).toBeLessThan(1e-12);
  });

  it("in families of unlike shapes the order of 1.01 is not less", () => {
    for (const [p, q] of [
      [chiSquared(42), rayleigh(1e237)],
      [halfNormal(0.2), rayleigh(1e161)],
      [gamma(3, 1), weibull(2, 1e200)],
    ] as const) {
      const value = kl(p, q);
      expect(value).toBeGreaterThan(100);
      expect(value).toBeLessThan(1e4);
    }
  });
});
