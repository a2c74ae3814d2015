import { describe, expect, it } from "vitest";
import { seeded } from "../../src";
import { gapsBeyond } from "../../src/estimators/gaps-beyond";
import { kthDistances } from "../../src/estimators/kth-distances";
import { mostAlone } from "../../src/estimators/most-alone";
import { treeOf } from "../../src/estimators/point-tree";
import { evenRows, type Points } from "../../src/estimators/samples";
import { shareOutOfReach } from "../../src/estimators/share-out-of-reach";

const next = seeded(7);
const gauss = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
const sample = (n: number, d: number, draw: () => number): Points => ({
  values: Float64Array.from({ length: n * d }, draw),
  n,
  d,
});

/** The share by its definition: every distance looked up. */
function byDefinition(xs: Points, ys: Points): number {
  const tree = treeOf(ys);
  const among = kthDistances(tree, evenRows(tree.points, 4000), Math.min(5, ys.n - 1) + 1).sort();
  const typical = among[Math.ceil(0.99 * among.length) - 1];
  const gaps = Array.from(kthDistances(tree, evenRows(xs, 4000), 1));
  const beyond = (factor: number) => gaps.filter((gap) => gap > factor * typical).length;
  const isMuch = [
    [1, 0.1],
    [4, 0.025],
    [10, 0.005],
  ].some(([factor, share]) => beyond(factor) >= Math.max(3, share * gaps.length));
  return isMuch ? beyond(1) / gaps.length : 0;
}

describe.each([1, 2, 3, 6])("the share out of reach in %i dimensions", (d) => {
  it.each([0, 1, 2, 2.5, 3, 5, 100])("is that of its definition, means %d apart", (apart) => {
    for (const [n, m] of [
      [5, 4],
      [40, 900],
      [900, 40],
      [6000, 5000],
    ]) {
      const xs = sample(n, d, () => gauss() + apart / Math.sqrt(d));
      const ys = sample(m, d, gauss);
      expect(shareOutOfReach(xs, treeOf(ys))).toBe(byDefinition(xs, ys));
    }
  });

  it("is that of its definition where few lie far away, ys repeat, or all are one point", () => {
    const ys = sample(3000, d, gauss);
    const xs = sample(3000, d, gauss);
    const grid = sample(3000, d, () => Math.round(2 * gauss()));
    const point = sample(3000, d, () => 1);
    for (const far of [2, 3, 14, 15, 16, 80]) {
      const values = xs.values.map((x, i) => (i < far * d ? 1e3 : x));
      expect(shareOutOfReach({ ...xs, values }, treeOf(ys))).toBe(
        byDefinition({ ...xs, values }, ys),
      );
    }
    for (const [a, b] of [
      [xs, grid],
      [grid, grid],
      [grid, point],
      [xs, point],
      [point, xs],
    ]) {
      expect(shareOutOfReach(a, treeOf(b))).toBe(byDefinition(a, b));
    }
  });

  it("gaps beyond a distance are those to the nearest points", () => {
    const tree = treeOf(sample(2000, d, gauss));
    const queries = sample(500, d, () => 2 * gauss());
    const exact = kthDistances(tree, queries, 1);
    for (const enough of [0, 0.05, 0.5, 1e3]) {
      const want = exact.filter((gap) => gap > enough).sort();
      expect(
        gapsBeyond(tree, queries, enough)
          .filter((gap) => gap > enough)
          .sort(),
      ).toEqual(want);
    }
  });

  it("points most alone are some of those that are evenly spread", () => {
    const tree = treeOf(sample(3000, d, gauss));
    const rows = ({ values, n }: Points): string[] =>
      Array.from({ length: n }, (_, i) => values.slice(i * d, (i + 1) * d).join());
    const even = rows(evenRows(tree.points, 700));
    const alone = rows(mostAlone(tree, 700, 30));
    expect(alone.length).toBeGreaterThanOrEqual(30);
    expect(alone.every((row) => even.includes(row))).toBe(true);
    if (d > 1) expect(alone.length).toBeLessThan(100);
  });
});
