import { describe, expect, test } from "vitest";
import { sigmoid, softplus } from "../../src/math/sigmoid";

const inf = Number.POSITIVE_INFINITY;

describe("sigmoid", () => {
  // mpmath, 50 digits.
  test.each([
    [0, 0.5],
    [1, 0.7310585786300049],
    [-1, 0.2689414213699951],
    [-40, 4.248354255291589e-18],
    [-720, 2.0322308024e-313],
    [-745, 5e-324],
    [40, 1],
    [inf, 1],
    [-inf, 0],
  ])("of %s is %s", (x, y) => {
    // Below the smallest normal number fewer digits are left.
    if (y > 0 && y < 1e-300) expect(Math.abs(sigmoid(x) - y)).toBeLessThanOrEqual(1e-323);
    else if (y > 0) expect(Math.abs(sigmoid(x) / y - 1)).toBeLessThan(4e-16);
    else expect(sigmoid(x)).toBe(0);
  });

  test("and of the opposite add up to 1", () => {
    for (const x of [0.1, 1.7, 12, 36.5]) {
      expect(sigmoid(x) + sigmoid(-x)).toBeCloseTo(1, 15);
    }
  });
});

describe("softplus", () => {
  test.each([
    [0, Math.LN2],
    [1, 1.3132616875182228],
    [-1, 0.3132616875182228],
    [-50, 1.9287498479639178e-22],
    [50, 50],
    [800, 800],
    [-800, 0],
    [inf, inf],
    [-inf, 0],
  ])("of %s is %s", (x, y) => {
    if (y > 0 && y < inf) expect(Math.abs(softplus(x) / y - 1)).toBeLessThan(4e-16);
    else expect(softplus(x)).toBe(y);
  });

  test("is the antiderivative of sigmoid, and minus the logarithm of the sigmoid of −x", () => {
    for (const x of [-9, -2.5, 0, 0.3, 4, 20]) {
      const slope = (softplus(x + 1e-5) - softplus(x - 1e-5)) / 2e-5;
      expect(slope / sigmoid(x)).toBeCloseTo(1, 5);
      expect(-softplus(-x)).toBeCloseTo(Math.log(sigmoid(x)), 12);
    }
  });
});
