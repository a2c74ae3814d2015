import { describe, expect, test } from "vitest";
import { maximizeOnGrid } from "../../src/math/maximize-on-grid";

const grid = Array.from({ length: 11 }, (_, i) => -1 + i * 0.3);
const find = (f: (x: number) => number) => maximizeOnGrid(f, grid, 1e-9);

describe("maximizeOnGrid", () => {
  test("finds a peak between the points, and how well it is known", () => {
    const { at, doubt, noise } = find((x) => -((x - 0.437) ** 2));
    expect(doubt).toBe(undefined);
    expect(Math.abs(at - 0.437)).toBeLessThanOrEqual(Math.max(noise, 1e-6));
  });

  test("of several peaks the highest, wherever the best point stands", () => {
    const f = (x: number): number =>
      Math.exp(-(((x - 0.65) / 0.1) ** 2)) + 0.9 * Math.exp(-(((x + 0.4) / 0.1) ** 2));
    expect(find(f).at).toBeCloseTo(0.65, 3);
  });

  test("says what tells nothing: a flat function, a tie, an optimum at the edge", () => {
    expect(find(() => 2).doubt).toBe("flat");
    expect(find((x) => Math.cos(2 * Math.PI * x) + 1).doubt).toBe("tie");
    expect(find((x) => x).doubt).toBe("edge");
    expect(find(() => Number.NaN).at).toBeNaN();
  });
});
