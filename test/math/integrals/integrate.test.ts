import { describe, expect, test } from "vitest";
import { integrate } from "../../../src/math/integrals/integrate";

describe("integrate", () => {
  test("smooth functions, kinks and singular ends", () => {
    expect(integrate(Math.exp, [0, 1]).value).toBeCloseTo(Math.E - 1, 14);
    expect(integrate(Math.abs, [-1, 2]).value).toBeCloseTo(2.5, 12);
    expect(integrate(Math.abs, [-1, 0, 2]).value).toBe(2.5);
    expect(integrate((x) => 1 / Math.sqrt(x), [0, 1]).value).toBeCloseTo(2, 10);
    expect(integrate((x) => Math.log(x), [0, 1]).value).toBeCloseTo(-1, 12);
  });

  test("finds what stands at one end: the first halvings seem to gain nothing", () => {
    const decades = integrate((x) => x ** -2, [1, 1e9]);
    expect(decades.converged).toBe(true);
    expect(decades.value).toBeCloseTo(1 - 1e-9, 11);
  });

  test("says how far it may be off, and ∫|f|", () => {
    const { value, error, magnitude } = integrate(Math.sin, [0, Math.PI, 2 * Math.PI]);
    expect(Math.abs(value)).toBeLessThanOrEqual(error);
    expect(magnitude).toBeCloseTo(4, 10);
  });

  test("does not pretend to converge where panels run out or f is not finite", () => {
    const wild = integrate((x) => Math.sin(1 / x) / x, [0, 1], { maxPanels: 20 });
    expect(wild.converged).toBe(false);
    expect(integrate((x) => (x > 0.5 ? Number.NaN : 1), [0, 1]).converged).toBe(false);
  });

  test("asks inside the open intervals only", () => {
    const points = [0, 0.25, 1];
    integrate((x) => {
      expect(points).not.toContain(x);
      return x;
    }, points);
  });
});
