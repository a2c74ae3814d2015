import { describe, expect, test } from "vitest";
import { logAddExp, logSumExp } from "../../src/math/log-sum-exp";

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

describe("logAddExp", () => {
  test("is logSumExp of two, either way round", () => {
    for (const [a, b] of [
      [0, 0],
      [1000, 999],
      [-1000, -1003],
      [0.3, -40],
      [-inf, 2],
      [-inf, -inf],
    ]) {
      for (const sum of [logAddExp(a, b), logAddExp(b, a)]) {
        const whole = logSumExp([a, b]);
        if (Number.isFinite(whole)) expect(sum).toBeCloseTo(whole, 12);
        else expect(sum).toBe(whole);
      }
    }
  });
});
