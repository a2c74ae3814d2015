import { describe, expect, it } from "vitest";
import * as klab from "../../src";
import { members } from "../support/families";
import { relativeError } from "../support/reference";

describe("arguments and scales whose quotient or difference is beyond the doubles", () => {
  it("cauchy: a location and an x at opposite ends", () => {
    const far = klab.cauchy(-1e308, 1).survival(1.7e308);
    expect(relativeError(far, 1 / Math.PI / 2.7 / 1e308, 1e-322)).toBeLessThan(1e-12);
    expect(
      relativeError(klab.cauchy(-1e308, 1e9).survival(1.7e308), "1.178925504384409918e-300"),
    ).toBeLessThan(1e-12);
    expect(
      relativeError(klab.cauchy(1e308, 1e9).cdf(-1.7e308), "1.178925504384409918e-300"),
    ).toBeLessThan(1e-12);
    expect(klab.cauchy(0, 1).survival(Number.POSITIVE_INFINITY)).toBe(0);
    expect(
      relativeError(klab.cauchy(0, 1e-9).survival(1e300), 1e-309 / Math.PI, 1e-322),
    ).toBeLessThan(1e-9);
  });

  it("weibull: small shapes reach over hundreds of powers of ten", () => {
    expect(
      relativeError(klab.weibull(1e-3, 1e-300).survival(1e300), Math.exp(-(10 ** 0.6))),
    ).toBeLessThan(1e-12);
    expect(
      relativeError(klab.weibull(1e-3, 1e300).cdf(1e-300), -Math.expm1(-(10 ** -0.6))),
    ).toBeLessThan(1e-12);
    const d = klab.weibull(1e-3, 1e-200);
    expect(relativeError(d.logSurvival(1e200), -(10 ** 0.4))).toBeLessThan(1e-12);
    expect(Number.isFinite(d.logProb(1e200))).toBe(true);
  });

  it("gamma and inverse gamma: x times the rate underflows, its small power does not", () => {
    // γ(0.001, 1e-400)/Γ(0.001) by mpmath.
    const want = "0.398336703122231800";
    expect(relativeError(klab.gamma(1e-3, 1e-200).cdf(1e-200), want)).toBeLessThan(1e-12);
    expect(relativeError(klab.inverseGamma(1e-3, 1e-200).survival(1e200), want)).toBeLessThan(
      1e-12,
    );
    expect(
      relativeError(klab.gamma(1e-3, 1e-200).logProb(1e-200), "452.688805676227665"),
    ).toBeLessThan(1e-13);
    expect(klab.gamma(2, 1e300).logProb(1e300)).toBe(Number.NEGATIVE_INFINITY);
    expect(klab.gamma(1e-3, 1e-200).survival(1e-200)).toBeCloseTo(1 - Number(want), 14);
  });

  it("every family: the tails at ±1e308 are in order and no NaN", () => {
    const extreme = [
      klab.negativeBinomial(2.5, 1e-300),
      klab.negativeBinomial(1e300, 0.5),
      klab.vonMises(0.7, 1e300),
      klab.skewNormal(1, 1e-300, 3),
      klab.rayleigh(1e-300),
      klab.beta(2, 1e300),
      klab.poisson(1e300),
    ];
    for (const d of [...members, ...extreme]) {
      for (const x of [-1.7e308, -1e200, -1e-320, 1e-320, 1e200, 1.7e308]) {
        const [lower, upper] = [d.cdf(x), d.survival!(x)];
        expect(lower + upper, `${d} at ${x}`).toBeCloseTo(1, 9);
        expect(d.logCdf!(x), `${d} at ${x}`).toBeLessThanOrEqual(0);
        expect(d.logSurvival!(x), `${d} at ${x}`).toBeLessThanOrEqual(0);
        expect(d.logProb(x), `${d} at ${x}`).not.toBeNaN();
      }
    }
  });
});

describe("a pole at the upper end, nearer than doubles can tell", () => {
  /** Integrated over the logarithm of the distance from 1 by mpmath. */
  it.each([
    [klab.truncated(klab.beta(2, 1e-3), 1 - 2 ** -53, 1), 1, "6.1475945374326981e-36"],
    [klab.truncated(klab.beta(2, 0.1), 0.5, 1), "0.964852607709750565", "0.00701204579069088961"],
    [
      klab.truncated(klab.beta(3, 0.05), 1 - 2 ** -40, 1),
      "0.999999999999956691",
      "1.82994438925310555e-26",
    ],
    [
      klab.truncated(klab.beta(0.5, 0.2), 0.75, 1),
      "0.956080112780788837",
      "0.00418271699277844643",
    ],
    [
      klab.truncated(klab.beta(1e3, 0.3), 1 - 2 ** -20, 1),
      "0.999999779991425643",
      "7.0173290641794277e-14",
    ],
  ] as const)("%s has its moments", (d, mean, variance) => {
    expect(relativeError(d.mean, mean)).toBeLessThan(1e-12);
    expect(relativeError(d.variance, variance)).toBeLessThan(1e-11);
    expect(d.entropy).not.toBeNaN();
  });

  it("counts in the entropy of what is cut, and of mixtures", () => {
    expect(
      relativeError(klab.truncated(klab.beta(2, 0.1), 0.5, 1).entropy, "-7.78619158064305382"),
    ).toBeLessThan(1e-11);
    expect(
      relativeError(
        klab.mixture([0.5, 0.5], [klab.beta(2, 0.1), klab.beta(3, 0.05)]).entropy,
        "-12.4163131592233784",
      ),
    ).toBeLessThan(1e-10);
  });
});
