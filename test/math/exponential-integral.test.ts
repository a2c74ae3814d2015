import { describe, expect, test } from "vitest";
import { exponentialIntegral } from "../../src/math/exponential-integral";
import { agreesWithMpmath } from "../support/special";

describe("exponentialIntegral", () => {
  agreesWithMpmath("exponentialIntegral", exponentialIntegral, 2e-15);

  test("lies between ½ e⁻ˣ ln(1 + 2/x) and e⁻ˣ ln(1 + 1/x)", () => {
    for (const x of [1e-12, 0.3, 0.9999, 1, 1.0001, 3, 30, 300]) {
      const e = Math.exp(-x);
      expect(exponentialIntegral(x)).toBeGreaterThan((e / 2) * Math.log1p(2 / x));
      expect(exponentialIntegral(x)).toBeLessThan(e * Math.log1p(1 / x));
    }
  });
});
