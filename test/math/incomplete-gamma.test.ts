import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gammaP, gammaQ, poissonKernel } from "../../src/math/incomplete-gamma";
import { settings } from "../support/arbitraries";
import { agreesWithMpmath } from "../support/special";

describe("gammaP, gammaQ and their kernel", () => {
  agreesWithMpmath("gammaP", gammaP, 1e-14);
  agreesWithMpmath("gammaQ", gammaQ, 1e-14);
  agreesWithMpmath("poissonKernel", poissonKernel, 1e-14);

  test("end at 0 and 1", () => {
    expect([gammaP(2, 0), gammaQ(2, 0)]).toEqual([0, 1]);
    expect(gammaP(0.5, 1e4)).toBe(1);
    expect(gammaQ(0.5, 1e4)).toBe(0);
  });

  test("add up to 1, and step down by the kernel with a: P(a + 1, x) = P(a, x) − xᵃe⁻ˣ/Γ(a + 1)", () => {
    const shape = fc.double({ min: 0.05, max: 200, noNaN: true });
    fc.assert(
      fc.property(shape, fc.double({ min: 0.01, max: 400, noNaN: true }), (a, x) => {
        expect(Math.abs(gammaP(a, x) + gammaQ(a, x) - 1)).toBeLessThan(1e-13);
        const step = gammaP(a, x) - poissonKernel(a, x);
        expect(Math.abs(gammaP(a + 1, x) - step)).toBeLessThan(1e-13);
      }),
      settings(),
    );
  });
});
