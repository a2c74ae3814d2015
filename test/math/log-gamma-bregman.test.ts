import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { binetBregman, logGammaBregman, quotientBregman } from "../../src/math/log-gamma-bregman";
import { settings } from "../support/arbitraries";
import { agreesWithMpmath } from "../support/special";

describe("how far ln Γ, its Binet part and x/y lie above their tangents", () => {
  agreesWithMpmath("logGammaBregman", logGammaBregman, 2e-15);
  agreesWithMpmath("binetBregman", binetBregman, 2e-13);
  agreesWithMpmath("quotientBregman", quotientBregman, 1e-15);

  test("never below, and 0 where x = y", () => {
    const shape = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(shape, shape, (x, y) => {
        for (const gap of [logGammaBregman, binetBregman, quotientBregman]) {
          expect(gap(x, y)).toBeGreaterThanOrEqual(0);
          expect(Math.abs(gap(x, x))).toBe(0);
        }
      }),
      settings(),
    );
  });

  test("a difference known better than x − y is used", () => {
    // x = 1 + 1e-20 is 1 in doubles.
    expect(logGammaBregman(1, 1, 1e-20)).toBeCloseTo((Math.PI ** 2 / 12) * 1e-40, 50);
    expect(quotientBregman(1, 1, 1e-20) / 5e-41).toBeCloseTo(1, 12);
  });
});
