import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distributionText } from "../../../src/figures/parts/distribution-text";
import { endLabels, spread } from "../../../src/figures/parts/labels";
import {
  beta,
  density,
  gamma,
  mixture,
  normal,
  skewNormal,
  studentT,
  uniform,
} from "../../../src/index";

describe("labels that would meet", () => {
  const positions = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { maxLength: 12 });

  test("are pushed apart, in their order, about where they were", () => {
    fc.assert(
      fc.property(positions, fc.double({ min: 0.1, max: 10, noNaN: true }), (at, gap) => {
        const placed = spread(at, gap);
        const order = at.map((_, i) => i).sort((i, j) => at[i] - at[j] || i - j);
        for (let k = 1; k < order.length; k++) {
          expect(placed[order[k]] - placed[order[k - 1]]).toBeGreaterThanOrEqual(gap - 1e-9);
        }
        const mean = (values: readonly number[]): number =>
          values.reduce((a, b) => a + b, 0) / (values.length || 1);
        expect(mean(placed)).toBeCloseTo(mean(at), 6);
      }),
    );
  });

  test("stay where they are where they do not meet", () => {
    expect(spread([3, 1, 2], 1)).toEqual([3, 1, 2]);
    expect(spread([0, 0], 2)).toEqual([-1, 1]);
    expect(spread([1951, 2000, 2013, 2017, 2018], 10)).toEqual([1951, 1997, 2007, 2017, 2027]);
  });

  test("stand below the end of their axis", () => {
    const labels = ["a", "b", "c"].map((text, i) => ({ text, y: 1 - i / 100, color: "#000000" }));
    const heights = endLabels(labels, { x: 1, gap: 0.1, top: 1 }).map(
      (l) => (l as { y: number }).y,
    );
    expect(Math.max(...heights)).toBeLessThanOrEqual(0.95 + 1e-12);
    expect(heights[0] - heights[1]).toBeCloseTo(0.1, 12);
  });
});

describe("a distribution in words", () => {
  test.each([
    [normal(0, 1), "N(0, 1)"],
    [normal(-3.5, 0.25), "N(−3.5, 0.25)"],
    [normal(1 / 3, 1), "N(0.3333, 1)"],
    [beta(1, 2), "Beta(1, 2)"],
    [gamma(2, 0.5), "Gamma(2, 0.5)"],
    [uniform(-1, 1), "U(−1, 1)"],
    [studentT(3, 0, 1), "t(3, 0, 1)"],
    [mixture([0.5, 0.5], [normal(-3, 1), normal(3, 1)]), "0.5·N(−3, 1) + 0.5·N(3, 1)"],
    [skewNormal(0, 1, -2), "skewNormal(location=0, scale=1, shape=−2)"],
  ])("%s is %s", (distribution, text) => {
    expect(distributionText(distribution)).toBe(text);
  });

  test("of a density that is a function, the call", () => {
    expect(distributionText(density((x) => 2 * x, { support: [0, 1] }))).toMatch(/^density\(/);
  });
});
