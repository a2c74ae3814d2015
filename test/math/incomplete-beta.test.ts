import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logBetaKernel, regularizedBeta } from "../../src/math/incomplete-beta";
import { settings } from "../support/arbitraries";
import { agreesWithMpmath } from "../support/special";

describe("regularizedBeta", () => {
  agreesWithMpmath("betaLower", (a, b, x) => regularizedBeta(a, b, x).lower, 2e-14);
  agreesWithMpmath("betaUpper", (a, b, x) => regularizedBeta(a, b, x).upper, 2e-14);

  test("has all of it on one side at the ends", () => {
    expect(regularizedBeta(2, 3, 0)).toEqual({ lower: 0, upper: 1 });
    expect(regularizedBeta(2, 3, 1)).toEqual({ lower: 1, upper: 0 });
  });

  test("its tails change places with a and b, and add up to 1", () => {
    const shape = fc.double({ min: 0.05, max: 500, noNaN: true });
    fc.assert(
      fc.property(shape, shape, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, x) => {
        const [here, mirrored] = [regularizedBeta(a, b, x), regularizedBeta(b, a, 1 - x, x)];
        expect(Math.abs(here.lower - mirrored.upper)).toBeLessThan(1e-13);
        expect(Math.abs(here.lower + here.upper - 1)).toBeLessThan(1e-13);
      }),
      settings(),
    );
  });
});

describe("logBetaKernel", () => {
  agreesWithMpmath("logBetaKernel", logBetaKernel, 1e-14);
});
