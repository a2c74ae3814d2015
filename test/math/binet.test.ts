import { describe, expect, test } from "vitest";
import { binet, binetSlope, stirlingFrom } from "../../src/math/binet";
import { agreesWithMpmath } from "../support/special";

describe("binet", () => {
  agreesWithMpmath("binet", binet, 3e-15);
  agreesWithMpmath("binetSlope", binetSlope, 2e-15);

  test("is positive, falls, and lies under its leading term 1/(12x)", () => {
    const xs = [0.01, 0.5, 1, 2, 9.99, 10, 11, 100, 1e8];
    for (const [i, x] of xs.entries()) {
      expect(binet(x)).toBeGreaterThan(0);
      expect(binet(x)).toBeLessThanOrEqual(1 / (12 * x));
      expect(binetSlope(x)).toBeLessThan(0);
      if (i > 0) expect(binet(x)).toBeLessThan(binet(xs[i - 1]));
    }
  });

  test("has no jump where the series takes over", () => {
    const below = stirlingFrom * (1 - Number.EPSILON / 2);
    expect(Math.abs(binet(below) / binet(stirlingFrom) - 1)).toBeLessThan(2e-15);
  });
});
