import { describe, expect, test } from "vitest";
import { asymptoticFrom, besselRatio } from "../../src/math/bessel";
import { agreesWithMpmath } from "../support/special";

describe("besselRatio", () => {
  agreesWithMpmath("logScaledI0", (x) => besselRatio(x).logScaledI0, 1e-15);
  agreesWithMpmath("besselRatio", (x) => besselRatio(x).ratio, 1e-15);
  // Below the asymptotic series 1 − A is a difference, and A is 0.97 at most.
  agreesWithMpmath("besselRest", (x) => besselRatio(x).rest, 1e-14);

  test("at 0 nothing leans to any side", () => {
    expect(besselRatio(0)).toEqual({ logScaledI0: 0, ratio: 0, rest: 1 });
  });

  test("the two series meet: no jump where one takes over", () => {
    const [below, above] = [
      besselRatio(asymptoticFrom * (1 - Number.EPSILON)),
      besselRatio(asymptoticFrom),
    ];
    expect(Math.abs(below.rest - above.rest)).toBeLessThan(1e-15);
    expect(Math.abs(below.logScaledI0 - above.logScaledI0)).toBeLessThan(2e-15);
  });

  test("1 − A is 1/(2κ) in the limit, and not 0", () => {
    for (const kappa of [1e17, 1e18, 1e30, 1e200])
      expect(besselRatio(kappa).rest * 2 * kappa).toBeCloseTo(1, 14);
  });
});
