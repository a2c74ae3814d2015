import { describe, expect, test } from "vitest";
import { pointsInside } from "../../../src/math/integrals/points-inside";

const inf = Number.POSITIVE_INFINITY;
const none = (): number => 0;

describe("pointsInside", () => {
  test("sorts, drops what occurs twice, lies outside, or is no number", () => {
    const given = [3, -1, 0.5, 2, 0.5, inf, Number.NaN, 0, 4];
    expect(pointsInside(0, 4, given, none)).toEqual([0.5, 2, 3]);
  });

  test("leaves out what is nearer to a finite end than the clearance; an infinite end has none", () => {
    const clearance = (end: number): number => Math.abs(end) * 1e-3;
    expect(pointsInside(1, 100, [1.0005, 1.002, 99.95, 99.8], clearance)).toEqual([1.002, 99.8]);
    expect(pointsInside(-inf, inf, [-1e300, 1e300], clearance)).toEqual([-1e300, 1e300]);
    expect(pointsInside(0, 1, [5e-324], clearance)).toEqual([5e-324]);
  });

  test.each([
    [2, 6, 4],
    [2, inf, 3],
    [-inf, 6, 5],
    [-inf, inf, 0],
    // The sum of the ends is no double, their distance is.
    [2 ** 1023, 1.5 * 2 ** 1023, 1.25 * 2 ** 1023],
  ])("between %s and %s there is always one", (low, high, point) => {
    expect(pointsInside(low, high, [], none)).toEqual([point]);
  });
});
