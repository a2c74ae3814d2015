import { describe, expect, test } from "vitest";
import { integrateDensity } from "../../../src/math/integrals/integrate-density";

const inf = Number.POSITIVE_INFINITY;
const power = (exponent: number) => (x: number, j: number) => Math.exp(j + exponent * Math.log(x));

describe("integrateDensity", () => {
  test("power singularities and power tails", () => {
    expect(integrateDensity(power(-0.5), 0, 1, []).value).toBeCloseTo(2, 12);
    expect(integrateDensity(power(-0.99), 0, 1, []).value).toBeCloseTo(100, 9);
    expect(integrateDensity(power(-2.5), 1, inf, []).value).toBeCloseTo(2 / 3, 12);
    expect(integrateDensity(power(-1.05), 1, inf, []).value).toBeCloseTo(20, 9);
  });

  test("whole lines, and densities of another scale than 1", () => {
    const normal = (sd: number, at: number) => (x: number, j: number) =>
      Math.exp(j - ((x - at) / sd) ** 2 / 2) / (sd * Math.sqrt(2 * Math.PI));
    for (const [sd, at] of [
      [1, 0],
      [1e-8, 5e-8],
      [1e8, -3],
    ] as const) {
      const { value, converged } = integrateDensity(normal(sd, at), -inf, inf, [
        at - sd,
        at,
        at + sd,
      ]);
      expect(converged).toBe(true);
      expect(value).toBeCloseTo(1, 11);
    }
  });

  test("recognises divergence at both kinds of end", () => {
    expect(integrateDensity(power(-1), 1, inf, []).diverges).toBe(true);
    expect(integrateDensity(power(-1), 0, 1, []).diverges).toBe(true);
    expect(integrateDensity(power(-0.5), 1, inf, []).diverges).toBe(true);
    expect(integrateDensity(power(-1.5), 1, inf, []).diverges).toBe(false);
  });
});
