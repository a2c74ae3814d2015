import { describe, expect, test } from "vitest";
import { skewNormalLogTail } from "../../src/math/skew-normal-log-tail";
import { agreesWithMpmath } from "../support/special";

describe("skewNormalLogTail", () => {
  agreesWithMpmath("skewNormalLogTail", skewNormalLogTail, 1e-14);

  test("at 0 it is ln(arctan(1/α)/π), at ∞ −∞", () => {
    for (const alpha of [0, 0.5, 1, 30])
      expect(skewNormalLogTail(0, alpha)).toBeCloseTo(Math.log(Math.atan2(1, alpha) / Math.PI), 14);
    expect(skewNormalLogTail(Number.POSITIVE_INFINITY, 1)).toBe(Number.NEGATIVE_INFINITY);
  });

  test("falls with h and with α, without a jump where the formula changes", () => {
    for (const alpha of [0.1, 1, 5]) {
      const edge = 0.3 / (1 + alpha);
      const [below, above] = [edge * (1 - 1e-12), edge * (1 + 1e-12)];
      expect(skewNormalLogTail(below, alpha)).toBeCloseTo(skewNormalLogTail(above, alpha), 10);
      expect(skewNormalLogTail(2, alpha)).toBeLessThan(skewNormalLogTail(1, alpha));
      expect(skewNormalLogTail(1, alpha * 2)).toBeLessThan(skewNormalLogTail(1, alpha));
    }
  });
});
