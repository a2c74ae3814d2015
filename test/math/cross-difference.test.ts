import { describe, expect, test } from "vitest";
import { seeded } from "../../src";
import { crossDifference } from "../../src/math/cross-difference";

/** x v − y u of whole numbers, exactly. */
const exact = (x: number, y: number, u: number, v: number): number =>
  Number(BigInt(x) * BigInt(v) - BigInt(y) * BigInt(u));

describe("x v − y u keeps its digits where the products are nearly equal", () => {
  test("of whole numbers with products beyond 2⁵³", () => {
    const prng = seeded(5);
    const whole = (): number => Math.floor(2 ** 52 * prng());
    for (let i = 0; i < 2000; i++) {
      const [x, y] = [whole(), whole()];
      const [u, v] = [x + Math.floor(3 * prng()), y + Math.floor(3 * prng())];
      const want = exact(x, y, u, v);
      const got = crossDifference(x, y, u, v, 1);
      expect(Math.abs(got - want)).toBeLessThanOrEqual(1e-15 * Math.abs(want));
    }
  });

  test("equal quotients give 0, and s divides", () => {
    expect(crossDifference(3, 7, 3, 7, 5)).toBe(0);
    expect(crossDifference(0.1, 0.3, 0.2, 0.6, 1)).toBe(0);
    expect(crossDifference(2, 1, 3, 4, 10)).toBeCloseTo(0.5, 15);
  });

  test("products out of range do not overflow", () => {
    expect(crossDifference(1e200, 1e-200, 1e-200, 1e200, 1e200)).toBe(1e200);
    expect(Number.isFinite(crossDifference(1e-200, 1e-200, 1e-200, 2e-200, 1))).toBe(true);
  });
});
