import { describe, expect, test } from "vitest";
import { polygamma, trigamma } from "../../src/math/trigamma";
import { agreesWithMpmath } from "../support/special";

describe("trigamma", () => {
  agreesWithMpmath("trigamma", trigamma, 1e-15);

  test("steps as it must: ψ′(x) − ψ′(x + 1) = 1/x²", () => {
    for (const x of [0.01, 0.7, 3, 14.2, 15, 80])
      expect(Math.abs((trigamma(x) - trigamma(x + 1)) * x * x - 1)).toBeLessThan(1e-13 * (1 + x));
  });
});

describe("polygamma", () => {
  test("of order 1 is trigamma", () => {
    for (const x of [1e-3, 0.4, 1, 7.5, 40]) {
      expect(Math.abs(polygamma(1, x) / trigamma(x) - 1)).toBeLessThan(1e-14);
    }
  });

  // mpmath.polygamma(n, x) of the double x, with 40 digits
  test.each([
    [2, 1, -2.4041138063191885],
    [2, 0.3, -75.27253658872604],
    [3, 2.5, 0.22390584881725206],
    [4, 12, -0.00034091005070108936],
    [5, 0.01, 120000000000115.05],
  ])("ψ⁽%d⁾(%d)", (n, x, want) => {
    expect(Math.abs(polygamma(n, x) / want - 1)).toBeLessThan(1e-13);
  });

  test("steps as it must, and is no number at x ≤ 0", () => {
    for (const x of [0.01, 0.7, 3, 16.2, 80]) {
      const step = polygamma(2, x + 1) - polygamma(2, x);
      expect(Math.abs((step * x ** 3) / 2 - 1)).toBeLessThan(1e-12 * (1 + x * x));
    }
    expect(polygamma(1, 0)).toBeNaN();
  });
});
