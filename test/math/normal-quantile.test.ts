import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalCdf, normalQuantile } from "../../src/math/normal-quantile";
import { settings } from "../support/arbitraries";
import { relativeError } from "../support/reference";
import { agreesWithMpmath } from "../support/special";

const inf = Number.POSITIVE_INFINITY;

describe("normalCdf", () => {
  // z/√2 is rounded, which the tail feels z² times.
  agreesWithMpmath("normalCdf", normalCdf, 3e-14);
});

describe("normalQuantile", () => {
  // Right to 1e-15; near the middle z itself is small.
  agreesWithMpmath("normalQuantile", normalQuantile, 1e-15, 1e-15);

  test("ends at ±∞, and is 0 in the middle", () => {
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-inf, inf]);
    expect(Math.abs(normalQuantile(0.5))).toBe(0);
  });

  test("inverts normalCdf to 1e-13", () => {
    fc.assert(
      fc.property(fc.double({ min: -37, max: 5, noNaN: true }), (z) => {
        const back = normalQuantile(normalCdf(z));
        expect(Math.abs(back - z)).toBeLessThan(1e-13 * Math.exp(z > 0 ? (z * z) / 2 : 0) + 1e-13);
      }),
      settings(),
    );
  });

  test("is odd about one half", () => {
    for (const u of [1e-9, 0.01, 0.25])
      expect(relativeError(normalQuantile(1 - u), -normalQuantile(u))).toBeLessThan(1e-7);
  });
});
