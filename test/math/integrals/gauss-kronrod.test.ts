import { describe, expect, test } from "vitest";
import { gaussKronrod } from "../../../src/math/integrals/gauss-kronrod";

describe("gaussKronrod", () => {
  test("is exact for polynomials of degree 31, and not of degree 40", () => {
    for (const degree of [0, 1, 7, 20, 30]) {
      const { value } = gaussKronrod((x) => x ** degree, -1, 1);
      expect(value).toBeCloseTo(degree % 2 === 0 ? 2 / (degree + 1) : 0, 14);
    }
    const high = gaussKronrod((x) => x ** 40, -1, 1);
    expect(Math.abs(high.value - 2 / 41)).toBeGreaterThan(0);
    expect(Math.abs(high.value - 2 / 41)).toBeLessThanOrEqual(high.error);
  });

  test("its error bounds what it is off by, its magnitude is ∫|f|", () => {
    const cases = [
      [Math.sin, 0, 2 * Math.PI, 0, 4],
      [Math.abs, -1, 2, 2.5, 2.5],
      [Math.sqrt, 0, 1, 2 / 3, 2 / 3],
    ] as const;
    for (const [f, low, high, want, size] of cases) {
      const panel = gaussKronrod(f, low, high);
      expect(Math.abs(panel.value - want)).toBeLessThanOrEqual(panel.error);
      expect(panel.magnitude).toBeCloseTo(size, 1);
      expect([panel.low, panel.high]).toEqual([low, high]);
    }
  });

  test("asks inside of the interval only", () => {
    const asked: number[] = [];
    gaussKronrod((x) => asked.push(x), 2, 5);
    expect(asked.length).toBe(23);
    expect(asked.every((x) => x > 2 && x < 5)).toBe(true);
  });
});
