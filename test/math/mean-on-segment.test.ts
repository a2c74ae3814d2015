import { describe, expect, it } from "vitest";
import { meanOnSegment } from "../../src/math/mean-on-segment";

describe("the mean on a segment", () => {
  it("is exact for powers up to 15, either way along", () => {
    for (let n = 0; n <= 15; n++) {
      for (const [a, length] of [
        [0, 1],
        [-1, 3],
        [2, -0.5],
      ]) {
        const b = a + length;
        const want = (b ** (n + 1) - a ** (n + 1)) / (n + 1) / length;
        const got = meanOnSegment((x) => x ** n, a, length);
        expect(Math.abs(got - want)).toBeLessThan(1e-14 * Math.max(1, Math.abs(want)) * 2 ** n);
      }
    }
  });

  it("is the value itself where the segment is a point", () => {
    expect(meanOnSegment(Math.exp, 1, 0)).toBeCloseTo(Math.E, 14);
  });
});
