import { describe, expect, it } from "vitest";
import * as klab from "../../src";
import { largeBetaTail, largeGammaTail } from "../../src/math/large-shape-tails";

/** Logarithms of the smaller tail, integrated by mpmath in 75 digits. */
const near = (got: number, want: string): void =>
  expect(Math.abs(got - Number(want)) / Math.max(1, Math.abs(Number(want)))).toBeLessThan(2e-14);

describe("tails of gamma distributions of a large shape", () => {
  it.each([
    [1000000.0, 970000.0, "-463.52869556025424088"],
    [1000000.0, 999000.0, "-1.8410218993793995822"],
    [1000000.0, 1000010.0, "-0.70142598911496125075"],
    [1000000.0, 1012000.0, "-74.839888925880118977"],
    [1000000000.0, 999051316.7019495, "-454.60605055021313145"],
    [1000000000.0, 999968377.2233983, "-1.8410216452628979644"],
    [1000000000.0, 1000000316.227766, "-0.70116637029443263551"],
    [1000000000.0, 1000379473.3192202, "-75.392466030115062792"],
    [1e20, 9.99999997e19, "-454.32125100715149977"],
    [1e20, 9.999999999e19, "-1.8410227382264352836"],
    [1e20, 1.000000000001e20, "-0.70115853173341487416"],
    [1e20, 1.0000000012e20, "-75.410677892851912034"],
  ] as const)("shape %s at %s", (a, x, want) => {
    const tail = largeGammaTail(a, x)!;
    expect(tail.isUpper).toBe(x > a);
    near(tail.log, want);
    const d = klab.gamma(a, 1);
    near(x > a ? d.logSurvival(x) : d.logCdf(x), want);
    expect(d.cdf(x) + d.survival(x)).toBeCloseTo(1, 15);
  });

  it("join what the series give, and leave to them what is far from the middle", () => {
    expect(largeGammaTail(9e5, 9e5)).toBeUndefined();
    expect(largeGammaTail(1e8, 1.06e8)).toBeUndefined();
    // gammaP(a + 1, x) = gammaP(a, x) − x^a e^−x/Γ(a + 1), across the border.
    for (const z of [-3, 0.1, 4]) {
      const a = 1e6 - 0.5;
      const x = a + z * 1e3;
      const rise = klab.gamma(a, 1).cdf(x) - klab.gamma(a + 1, 1).cdf(x);
      const want = Math.exp(klab.gamma(a + 1, 1).logProb(x));
      expect(Math.abs(rise - want)).toBeLessThan(1e-14);
    }
  });

  it("cost no more for a poisson rate of 1e100", () => {
    for (const rate of [1e12, 1e15, 1e30, 1e100, 1e300]) {
      const d = klab.poisson(rate);
      expect(d.quantile(0.5) / rate).toBeCloseTo(1, 10);
      expect(d.cdf(rate)).toBeCloseTo(0.5, 5);
    }
  });
});

describe("tails of beta distributions of large shapes", () => {
  it.each([
    [1000000000000.0, 1000000000000.0, 0.4999929289321881, "-203.91715539262225031"],
    [1000000000000.0, 1000000000000.0, 0.4999998232233047, "-1.1759117615464664776"],
    [1000000000000.0, 1000000000000.0, 0.5000002474873734, "-1.4189677613758533702"],
    [1000000000000.0, 1000000000000.0, 0.5000021213203436, "-20.736768950953781591"],
    [10000000000000.0, 3000000000000.0, 0.7692284321399221, "-203.91621017731604593"],
    [10000000000000.0, 3000000000000.0, 0.769230710803498, "-1.1759118629323565034"],
    [10000000000000.0, 3000000000000.0, 0.7692308510289488, "-1.4189676832909279806"],
    [10000000000000.0, 3000000000000.0, 0.7692314703580234, "-20.736794420243118927"],
    [1e18, 1e20, 0.009900989901972834, "-203.91715744683353189"],
    [1e18, 1e20, 0.009900990094083975, "-1.1759116665825080089"],
    [1e18, 1e20, 0.009900990105906199, "-1.4189678313418534567"],
    [1e18, 1e20, 0.009900990158121022, "-20.736769142994108304"],
    [1e30, 1e30, 0.49999999999999295, "-202.71944850572723731"],
    [1e30, 1e30, 0.49999999999999983, "-1.1431585107658793106"],
    [1e30, 1e30, 0.5000000000000002, "-1.328063731497491827"],
    [1e30, 1e30, 0.5000000000000021, "-20.530096773128163586"],
  ] as const)("shapes %s and %s at %s", (a, b, x, want) => {
    const tail = largeBetaTail(a, b, x, 1 - x)!;
    expect(tail.isUpper).toBe(x > a / (a + b));
    near(tail.log, want);
    const d = klab.beta(a, b);
    near(x > a / (a + b) ? d.logSurvival(x) : d.logCdf(x), want);
  });

  it("is none for shapes that the fraction can do", () => {
    expect(largeBetaTail(1e11, 1e13, 0.01, 0.99)).toBeUndefined();
    expect(klab.beta(1e30, 1e30).cdf(0.5)).toBe(0.5);
    expect(klab.negativeBinomial(1e30, 0.5).cdf(1e30)).toBeCloseTo(0.5, 12);
    expect(klab.binomial(9e15, 0.5).cdf(4.5e15)).toBeCloseTo(0.5 + 4.205221e-9, 14);
  });
});
