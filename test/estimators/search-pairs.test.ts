import { describe, expect, it } from "vitest";
import { estimateKl, seeded } from "../../src";
import { kthDistances } from "../../src/estimators/kth-distances";
import { treeOf } from "../../src/estimators/point-tree";
import type { Points } from "../../src/estimators/samples";
import { searchPairs } from "../../src/estimators/search-pairs";
import { searchTree } from "../../src/estimators/search-tree";
import { simdKernel } from "../../src/math/simd/simd-kernel";

type Draw = (next: () => number, row: number) => number;

const kernel = simdKernel();
if (!kernel) throw new Error("these tests need WebAssembly with SIMD");

const points = (n: number, d: number, seed: number, draw: Draw): Points => {
  const next = seeded(seed);
  return {
    values: Float64Array.from({ length: n * d }, (_, i) => draw(next, Math.floor(i / d))),
    n,
    d,
  };
};
const normal: Draw = (next) =>
  Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

const byTree = (at: Points, queries: Points, k: number): Float64Array => {
  const distances = new Float64Array(queries.n);
  const tree = treeOf(at);
  if (at.d === 1) return kthDistances(tree, queries, k, undefined);
  searchTree(tree, queries, k, { from: 0, to: queries.n, step: 1 }, distances);
  return distances;
};

/** All equal, to the last bit: `toEqual` takes a hundred times as long. */
const expectSame = (got: Float64Array, want: Float64Array): void => {
  expect(got.length).toBe(want.length);
  const other = got.findIndex((distance, i) => !Object.is(distance, want[i]));
  if (other >= 0) expect.fail(`query ${other}: ${got[other]}, not ${want[other]}`);
};

/** By all pairs, and by the tree what those leave undone. */
const byPairs = (at: Points, queries: Points, k: number): Float64Array => {
  const distances = new Float64Array(queries.n).fill(Number.NaN);
  const done = searchPairs(at, queries, k, distances, kernel);
  expect(distances.subarray(done).every(Number.isNaN)).toBe(true);
  distances.set(byTree(at, queries, k).subarray(done), done);
  return distances;
};

const kinds: readonly (readonly [string, Draw])[] = [
  ["normal", normal],
  ["far from 0", (next) => 1e9 + next()],
  ["clusters far apart", (next, row) => (row % 3) * 1e5 + normal(next, row)],
  ["tight clusters", (next) => Math.floor(next() * 4) * 100 + next() ** 8],
  ["a coarse grid of ties", (next) => Math.floor(next() * 3)],
  ["each row repeated", (_, row) => Math.sin(1 + Math.floor(row / 7))],
  ["heavy tails", (next) => Math.tan(Math.PI * (next() - 0.5))],
  ["a few rows far out", (next, row) => normal(next, row) * (row % 50 === 7 ? 1e6 : 1)],
  ["a few rows beyond single precision", (next, row) => next() * (row % 50 === 7 ? 1e60 : 1)],
  ["rows across the range of doubles", (next) => 10 ** (200 * next() - 100)],
  ["tiny", (next) => 1e-120 * next()],
  ["squares that overflow", (next) => 1e200 * next()],
  ["one point only", () => 0.1],
];

describe("distances by all pairs", () => {
  it.each(kinds)("are those by a tree to the last bit, in 2 to 30 dimensions: %s", (_, draw) => {
    const every = Array.from({ length: 29 }, (_, i) => i + 2);
    for (const d of draw === normal ? every : [2, 3, 6, 9, 12, 16, 21, 30]) {
      const [xs, ys] = [points(290, d, d, draw), points(131, d, 50 + d, draw)];
      expectSame(byPairs(xs, ys, 1 + (d % 33)), byTree(xs, ys, 1 + (d % 33)));
      expectSame(byPairs(ys, xs, 5), byTree(ys, xs, 5));
      expectSame(byPairs(xs, xs, 6), byTree(xs, xs, 6));
    }
  });

  it("are those on a line", () => {
    const [xs, ys] = [points(700, 1, 1, normal), points(300, 1, 2, normal)];
    const want = byTree(xs, ys, 5);
    for (const [i, got] of byPairs(xs, ys, 5).entries()) {
      expect(Math.abs(got / want[i] - 1)).toBeLessThan(1e-14);
    }
  });

  it("are those by a tree for every small n, with Infinity for k > n", () => {
    for (let n = 1; n <= 40; n++) {
      const [xs, ys] = [points(n, 12, n, normal), points(41 - n, 12, 99, normal)];
      for (const k of [1, n, n + 1]) expectSame(byPairs(xs, ys, k), byTree(xs, ys, k));
    }
  });

  it("are those by a tree where tiles are narrow, or too wide to fit", () => {
    for (const d of [300, 1000, 2100, 2300]) {
      const [xs, ys] = [points(270, d, d, normal), points(20, d, 1, normal)];
      expectSame(byPairs(xs, ys, 3), byTree(xs, ys, 3));
    }
  });

  it("compute again only the pairs that may count, whatever the middle and the scale", () => {
    for (const [middle, scale] of [
      [0, 1],
      [1e9, 1],
      [0, 1e-100],
      [-3e100, 1e100],
    ]) {
      const [xs, ys] = [1, 2].map((seed) =>
        points(2000, 20, seed, (next, row) => middle + scale * normal(next, row)),
      );
      // 0 is what it answers where more than a fifth of the pairs of a tile are in doubt.
      expect(searchPairs(xs, ys, 5, new Float64Array(2000), kernel)).toBe(2000);
    }
  });
});

describe("distances to neighbours of many points", () => {
  /** How many pairs `kthDistances` has the kernel judge. */
  const judged = (at: Points, queries: Points): number => {
    let pairs = 0;
    const counting = {
      ...kernel,
      pairsBelow: (rows: number, columns: number, depth: number) => {
        pairs += rows * columns;
        return kernel.pairsBelow(rows, columns, depth);
      },
    };
    const tree = treeOf(at);
    const got = kthDistances(tree, queries, 5, counting);
    expectSame(got, kthDistances(tree, queries, 5, undefined));
    return pairs;
  };

  it("are found by all pairs where a tree leaves too few out", () => {
    for (const d of [12, 20, 30]) {
      const [xs, ys] = [points(1500, d, 1, normal), points(1200, d, 2, normal)];
      expect(judged(xs, ys)).toBeGreaterThanOrEqual(1500 * 1200);
    }
  });

  it("are found by the tree in few dimensions, and near a line in many", () => {
    expect(judged(points(1500, 3, 1, normal), points(1200, 3, 2, normal))).toBe(0);
    const line = points(4000, 1, 3, normal).values;
    const along: Draw = (next, row) => 100 * line[row] + 1e-3 * next();
    expect(judged(points(4000, 20, 1, along), points(4000, 20, 2, along))).toBe(0);
  });

  it("are left to the tree again where single precision cannot tell pairs apart", () => {
    const apart: Draw = (next, row) => (row % 2) * 1e7 + normal(next, row);
    const [xs, ys] = [points(1500, 20, 1, apart), points(1200, 20, 2, apart)];
    expect(judged(xs, ys)).toBeLessThan(1500 * 200);
  });

  it("give the estimate that the tree gave", () => {
    const rows = (seed: number) => {
      const { values } = points(1500, 15, seed, normal);
      return Array.from({ length: 1500 }, (_, i) => values.subarray(15 * i, 15 * (i + 1)));
    };
    expect(estimateKl(rows(1), rows(2), { resamples: 0 }).value).toBe(0.0019729695701197086);
  });
});
