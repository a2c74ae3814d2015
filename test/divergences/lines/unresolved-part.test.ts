import { describe, expect, test } from "vitest";
import * as klab from "../../../src/index";

const { beta, density, gamma, kl, mixture, normal, uniform } = klab;

const spike = (centre: number, sd: number) =>
  mixture([0.5, 0.5], [normal(centre, sd), normal(0, 1)]);

describe("a part of a density that doubles cannot tell", () => {
  test("is an error, not a divergence that has lost its mass", () => {
    expect(() => kl(normal(0, 1), spike(0.3, 1e-17))).toThrow(RangeError);
    expect(() => kl(normal(0, 1), spike(0.3, 1e-17))).toThrow(/normal\(mean=0\.3, sd=1e-17\)/);
    expect(() => kl(spike(0.3, 1e-17), normal(0, 1))).toThrow(/0\.3/);
  });

  test.each([1e-6, 1e-10, 1e-13])("is found as long as it can be told: sd = %d", (sd) => {
    expect(kl(normal(0, 1), spike(0.3, sd))).toBeCloseTo(Math.LN2, 2);
    expect(kl(normal(0, 1), spike(0, sd))).toBeCloseTo(Math.LN2, 2);
  });

  test("is no hindrance at 0, where doubles are dense", () => {
    expect(kl(normal(0, 1), spike(0, 1e-30))).toBeCloseTo(Math.LN2, 9);
  });

  test("is not seen in what merely crowds an end of its support", () => {
    const flat = density((x) => 2 * x, { support: [0, 1] });
    expect(kl(gamma(0.01, 1), mixture([0.5, 0.5], [gamma(0.01, 1), gamma(2, 1)]))).toBeGreaterThan(
      0,
    );
    expect(kl(flat, mixture([0.5, 0.5], [uniform(0, 1), beta(0.01, 1)]))).toBeGreaterThan(0);
  });
});

describe("two laws over more integers than can be added", () => {
  const withTable = (d: klab.Distribution) =>
    mixture([0.5, 0.5], [klab.categorical([0.5, 0.5]), d]);
  const [p, q] = [withTable(klab.poisson(1e14)), withTable(klab.poisson(1.1e14))];

  // They are alike as far as a sum comes: 0 was answered.
  test.each([
    "kl",
    "jeffreys",
    "jensenShannon",
    "totalVariation",
    "squaredHellinger",
    "bhattacharyya",
  ] as const)("are no equal ones: %s says so, and what to do", (name) => {
    expect(() => klab[name](p, q)).toThrow(/too many integers.*monteCarloKl/);
    expect(() => klab[name](q, p)).toThrow(/太多的整数.*样本/);
  });

  test("have moments and an entropy that say so, and what to do", () => {
    expect(() => klab.entropy(p)).toThrow(/too many integers.*sample\(n, prng\)/);
  });
});
