import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logBesselBregman } from "../../src/math/log-bessel-bregman";
import { settings } from "../support/arbitraries";
import { agreesWithMpmath } from "../support/special";

describe("logBesselBregman", () => {
  agreesWithMpmath("logBesselBregman", logBesselBregman, 1e-13);

  test("is ≥ 0, and 0 only where the arguments agree", () => {
    const kappa = fc.double({ min: 0, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(kappa, kappa, (x, y) => {
        expect(logBesselBregman(x, y)).toBeGreaterThanOrEqual(0);
        expect(logBesselBregman(x, x)).toBe(0);
      }),
      settings(),
    );
  });
});
