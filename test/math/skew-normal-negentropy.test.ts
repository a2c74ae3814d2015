import { describe, expect, test } from "vitest";
import { skewNormalNegentropy, skewNormalToNormal } from "../../src/math/skew-normal-negentropy";
import { agreesWithMpmath } from "../support/special";

describe("how far a skew-normal distribution is from a normal one", () => {
  agreesWithMpmath("skewNormalToNormal", skewNormalToNormal, 1e-13);
  agreesWithMpmath("skewNormalNegentropy", skewNormalNegentropy, 1e-12);

  test("is 0 without skew, ln 2 at most, and the same for both signs", () => {
    expect([skewNormalToNormal(0), skewNormalNegentropy(0)]).toEqual([0, 0]);
    expect(skewNormalToNormal(1e12)).toBeCloseTo(Math.LN2, 10);
    for (const alpha of [0.1, 0.5, 3]) {
      expect(skewNormalToNormal(-alpha)).toBe(skewNormalToNormal(alpha));
      expect(skewNormalNegentropy(-alpha)).toBe(skewNormalNegentropy(alpha));
    }
  });
});
