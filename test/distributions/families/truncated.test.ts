import { describe, expect, it, test } from "vitest";
import * as klab from "../../../src";
import { truncated } from "../../../src";
import { relativeError } from "../../support/reference";

const standard = klab.normal(0, 1);

/** mean, variance, entropy by quadrature in 60 digits. */
test.each([
  [
    standard,
    100,
    115,
    "100.0099980009992607052",
    "0.00009994004994826345036128",
    "-3.605370111037380625277",
  ],
  [
    standard,
    -40,
    -39.5,
    "-39.52528410625509280571",
    "0.0006384707372260359975366",
    "-2.677579497960000945794",
  ],
  [
    standard,
    1,
    1 + 1e-12,
    "1.00000000000050004445",
    "8.334815075566629698318e-26",
    "-27.63093221929762977944",
  ],
  [
    standard,
    2,
    5,
    "2.373180084953137648937",
    "0.1141804020298891692827",
    "0.008823658271280952730432",
  ],
  [
    klab.gamma(3, 1),
    2000,
    2001,
    "2000.418102604883718819",
    "0.07933410464193465993446",
    "-0.04057258015063161135795",
  ],
  [
    klab.exponential(1),
    800,
    801,
    "800.4180232931306735756",
    "0.07932640579220768105459",
    "-0.04065185225640831540665",
  ],
  [
    klab.studentT(3, 0, 1),
    1e8,
    3e8,
    "138461538.4615384669349",
    "1597633136094674.794356",
    "18.44864418545503304447",
  ],
] as const)("%s on [%s, %s]", (base, low, high, mean, variance, entropy) => {
  const d = truncated(base, low, high);
  expect(relativeError(d.mean, mean)).toBeLessThan(1e-14);
  expect(d.mean).toBeGreaterThan(low);
  expect(d.mean).toBeLessThan(high);
  // A width of 1e-12 beside 1 holds 4500 doubles; each node is off by half of one, and so is the mean.
  const slack = Math.max(1e-9, (2 * Math.abs(low) * 2 ** -52) / (high - low));
  expect(relativeError(d.variance, variance)).toBeLessThan(slack);
  expect(Math.abs(d.entropy - Number(entropy))).toBeLessThan(1e-11);
});

describe("an interval far out, or narrow", () => {
  it("has a cdf from 0 to 1 that its quantile inverts", () => {
    for (const d of [
      truncated(standard, 100, 115),
      truncated(standard, -115, -100),
      truncated(standard, 1, 1 + 1e-9),
      truncated(standard, -1e-9, 1e-9),
      truncated(klab.beta(0.5, 0.5), 0.999999, 1),
      truncated(klab.cauchy(0, 1), 1e200, 1e201),
    ]) {
      const [low, high] = d.support;
      expect([d.cdf(low), d.survival(low), d.cdf(high), d.survival(high)]).toEqual([0, 1, 1, 0]);
      for (const u of [1e-3, 0.25, 0.5, 0.9, 0.999]) {
        const x = d.quantile(u);
        expect(x).toBeGreaterThan(low);
        expect(x).toBeLessThan(high);
        const resolution = 4 * 2 ** -52 * Math.abs(x) * d.prob(x);
        expect(Math.abs(d.cdf(x) - u)).toBeLessThan(1e-11 + resolution);
        expect(Math.abs(d.cdf(x) + d.survival(x) - 1)).toBeLessThan(1e-11);
      }
    }
  });

  it("holds integers whose probabilities underflow", () => {
    const d = truncated(klab.poisson(3), 200, Number.POSITIVE_INFINITY);
    // 1/(1 + 3/201 + 3²/(201·202) + …)
    expect(relativeError(d.prob(200), "0.98507574604405833")).toBeLessThan(1e-12);
    expect(d.quantile(0.5)).toBe(200);
    expect(truncated(klab.poisson(3), 6, Number.POSITIVE_INFINITY).mean).toBeCloseTo(
      6.604192774674449,
      12,
    );
  });

  it("is refused only where the base has nothing at all", () => {
    expect(() => truncated(klab.uniform(0, 1), 2, 3)).toThrow(/probability 0 on \[2, 3\]/);
    expect(() => truncated(klab.poisson(3), 0.25, 0.75)).toThrow(RangeError);
    expect(truncated(standard, 1e100, 2e100).cdf(1.5e100)).toBe(1);
  });

  it("is drawn from in the time of its quantile", () => {
    const start = performance.now();
    const xs = truncated(standard, 8, 9).sample(1e5, klab.seeded(0));
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(xs.every((x) => x >= 8 && x <= 9)).toBe(true);
  });
});
