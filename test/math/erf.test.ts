import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { erf, erfc, erfcx } from "../../src/math/erf";
import { settings } from "../support/arbitraries";
import { agreesWithMpmath } from "../support/special";

describe("erf and erfc", () => {
  agreesWithMpmath("erfc", erfc, 4e-15);
  agreesWithMpmath("erf", erf, 1e-15);
  agreesWithMpmath("erfcx", erfcx, 3e-15);

  test("end at 0, 1 and 2", () => {
    expect([erf(0), erfc(0), erfc(30), erf(30), erfc(-30), erf(-30)]).toEqual([0, 1, 0, 1, 2, -1]);
    expect(erf(Number.POSITIVE_INFINITY)).toBe(1);
    expect(erfc(Number.NEGATIVE_INFINITY)).toBe(2);
  });

  test("are odd, and add up to 1", () => {
    fc.assert(
      fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (x) => {
        expect(erf(-x)).toBe(-erf(x));
        expect(Math.abs(erf(x) + erfc(x) - 1)).toBeLessThan(1e-15);
      }),
      settings(),
    );
  });
});
