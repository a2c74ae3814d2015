import { describe, expect, test } from "vitest";
import { brentMaximum } from "../../src/math/brent-maximum";

describe("brentMaximum", () => {
  test.each([
    ["a parabola", (x: number) => -((x - 0.3) ** 2), 0.3],
    ["a cusp", (x: number) => -Math.abs(x - 0.7), 0.7],
    ["a steep peak", (x: number) => -Math.log1p(1e6 * (x - 0.123) ** 2), 0.123],
    ["a quartic, flat at its top", (x: number) => -((x - 0.5) ** 4), 0.5],
  ])("finds the top of %s", (_, f, want) => {
    const { at, value } = brentMaximum(f, { low: 0, high: 1, start: 0.4, tolerance: 1e-9 });
    expect(Math.abs(at - want)).toBeLessThan(1e-3);
    expect(Math.abs(value - f(want))).toBeLessThan(1e-8);
    expect(value).toBe(f(at));
  });

  test("stays inside, and goes to the end where f rises to it", () => {
    const asked: number[] = [];
    const rising = (x: number): number => {
      asked.push(x);
      return Math.exp(x);
    };
    const { at } = brentMaximum(rising, { low: -1, high: 2, start: 0, tolerance: 1e-8 });
    expect(at).toBeCloseTo(2, 6);
    expect(asked.every((x) => x >= -1 && x <= 2)).toBe(true);
  });

  test("takes few steps on what is smooth", () => {
    let calls = 0;
    const f = (x: number): number => {
      calls++;
      return Math.cos(x);
    };
    const { at } = brentMaximum(f, { low: -1, high: 2, start: 1, tolerance: 1e-8 });
    expect(Math.abs(at)).toBeLessThan(1e-7);
    expect(calls).toBeLessThan(25);
  });
});
