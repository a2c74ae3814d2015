import { describe, expect, test } from "vitest";
import { logSumExp } from "../../src/math/log-sum-exp";

const inf = Number.POSITIVE_INFINITY;

describe("logSumExp", () => {
  test("neither overflows nor underflows", () => {
    expect(logSumExp([1000, 1000])).toBeCloseTo(1000 + Math.LN2, 12);
    expect(logSumExp([-1000, -1001])).toBeCloseTo(-1000 + Math.log1p(Math.exp(-1)), 12);
    expect(logSumExp([0, -800])).toBe(0);
  });

  test("of none, and of what is all −∞, is −∞; of one is that one; with ∞ is ∞", () => {
    expect(logSumExp([])).toBe(-inf);
    expect(logSumExp([-inf, -inf])).toBe(-inf);
    expect(logSumExp([-3.25])).toBe(-3.25);
    expect(logSumExp([-inf, 2])).toBe(2);
    expect(logSumExp([1, inf])).toBe(inf);
  });

  test("moves with its arguments", () => {
    const xs = [0.3, -2, 1.7];
    expect(logSumExp(xs.map((x) => x + 500))).toBeCloseTo(logSumExp(xs) + 500, 11);
  });
});
