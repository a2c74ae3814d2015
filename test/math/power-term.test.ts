import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { powerTerm } from "../../src/math/power-term";
import { relativeEntropyTerm } from "../../src/math/relative-entropy-term";
import { settings } from "../support/arbitraries";
import { agreesWithMpmath } from "../support/special";

describe("powerTerm", () => {
  agreesWithMpmath("powerTerm", powerTerm, 2e-15);

  test("is the term of the relative entropy at its limits 1 and 0", () => {
    const mass = fc.double({ min: 1e-9, max: 1, noNaN: true });
    fc.assert(
      fc.property(mass, mass, (p, q) => {
        const [one, zero] = [powerTerm(p, q, p - q, 1), powerTerm(p, q, p - q, 0)];
        const [forward, reverse] = [
          relativeEntropyTerm(p, q, p - q),
          relativeEntropyTerm(q, p, q - p),
        ];
        expect(Math.abs(one - forward)).toBeLessThanOrEqual(1e-14 * forward);
        expect(Math.abs(zero - reverse)).toBeLessThanOrEqual(1e-14 * reverse);
      }),
      settings(),
    );
  });

  test("is never negative, 0 for p = q, and p and q change places with λ and 1 − λ", () => {
    for (const order of [-2, -0.3, 0, 0.25, 0.5, 1, 1.5, 3]) {
      expect(Math.abs(powerTerm(0.3, 0.3, 0, order))).toBe(0);
      const [here, there] = [powerTerm(0.2, 0.5, -0.3, order), powerTerm(0.5, 0.2, 0.3, 1 - order)];
      expect(here).toBeGreaterThan(0);
      expect(Math.abs(here - there)).toBeLessThan(1e-14 * here);
    }
  });

  test("of a mass that one side has not: q/λ … and ∞ where the order forbids it", () => {
    expect(powerTerm(0, 0.4, -0.4, 2)).toBeCloseTo(0.2, 15);
    expect(powerTerm(0.4, 0, 0.4, 2)).toBe(Number.POSITIVE_INFINITY);
    expect(powerTerm(0.4, 0, 0.4, 0.5)).toBeCloseTo(0.8, 15);
    expect(powerTerm(0, 0.4, -0.4, -1)).toBe(Number.POSITIVE_INFINITY);
  });
});
