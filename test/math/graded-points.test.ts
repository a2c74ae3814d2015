import { describe, expect, test } from "vitest";
import { gradedPoints } from "../../src/math/graded-points";

const inf = Number.POSITIVE_INFINITY;
const sorted = (points: readonly number[]): number[] => [...points].sort((a, b) => a - b);

describe("gradedPoints", () => {
  test("leave points alone that stand close enough", () => {
    expect(gradedPoints([0, 1, 3], [-1, 4], [-inf, inf])).toEqual([0, 1, 3]);
  });

  test("fill far gaps, so that no gap is more than 16 times its neighbour", () => {
    const points = sorted(gradedPoints([0, 1e-6, 1], [0, 1], [-inf, inf]));
    const gaps = points.slice(1).map((x, i) => x - points[i]);
    for (const [i, gap] of gaps.slice(1).entries()) {
      expect(gap / gaps[i]).toBeLessThanOrEqual(16);
      expect(gaps[i] / gap).toBeLessThanOrEqual(16);
    }
    expect(points.length).toBeGreaterThan(5);
  });

  test("go outwards, by the distance to a finite end", () => {
    const points = sorted(gradedPoints([1e-3], [0, 100], [0, inf]));
    expect(points.at(-1)).toBeGreaterThan(5);
    expect(points.every((x) => x > 0 && x < 100)).toBe(true);
  });
});
