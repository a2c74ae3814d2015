import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { brentMaximum } from "../../src/math/brent-maximum";
import { maximize } from "../../src/math/maximize";
import { maximizeOnGrid } from "../../src/math/maximize-on-grid";

describe("brentMaximum", () => {
  test("finds the top of a parabola to its tolerance, from wherever it starts", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.9, max: 0.9, noNaN: true }),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        (top, u) => {
          const f = (x: number): number => 3 - (x - top) ** 2;
          const start = -1 + 2 * u;
          const found = brentMaximum(f, { low: -1, high: 1, start, tolerance: 1e-7 });
          expect(Math.abs(found.at - top)).toBeLessThan(3e-7);
          expect(found.value).toBe(f(found.at));
        },
      ),
    );
  });

  test("takes the value at the start where it is given, and asks no more often than a hundred times", () => {
    const asked: number[] = [];
    const f = (x: number): number => {
      asked.push(x);
      return -Math.abs(x - 0.3);
    };
    brentMaximum(f, { low: 0, high: 1, start: 0.5, startValue: -0.2, tolerance: 1e-300 });
    expect(asked).not.toContain(0.5);
    expect(asked.length).toBeLessThanOrEqual(100);
  });
});

test("maximize gives the greatest value of a concave function, to rounding", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), (p) => {
      // The entropy of a coin seen against p: greatest, and 0, at p.
      const f = (x: number): number => p * Math.log(x / p) + (1 - p) * Math.log((1 - x) / (1 - p));
      expect(Math.abs(maximize(f, 0, 1))).toBeLessThan(1e-13);
    }),
  );
});

describe("maximizeOnGrid", () => {
  const points = Array.from({ length: 11 }, (_, i) => -1 + i / 5);

  test("finds the higher of two peaks", () => {
    const f = (x: number): number =>
      Math.exp(-(((x + 0.7) / 0.1) ** 2)) + 1.2 * Math.exp(-(((x - 0.53) / 0.1) ** 2));
    expect(maximizeOnGrid(f, points, 1e-9).at).toBeCloseTo(0.53, 6);
  });

  test("says where an optimum means nothing: at the edge, of a flat function, of two peaks alike", () => {
    expect(maximizeOnGrid((x) => x, points, 1e-9).doubt).toBe("edge");
    expect(maximizeOnGrid(() => 2, points, 1e-9).doubt).toBe("flat");
    expect(maximizeOnGrid((x) => -((x * x - 0.36) ** 2), points, 1e-9).doubt).toBe("tie");
  });
});
