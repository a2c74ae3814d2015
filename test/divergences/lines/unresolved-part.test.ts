import { describe, expect, test } from "vitest";
import { beta, density, gamma, kl, mixture, normal, uniform } from "../../../src/index";

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
