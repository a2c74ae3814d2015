import { describe, expect, it } from "vitest";
import { estimateEntropy, estimateKl, normal, seeded } from "../../src";
import { klNearestNeighbours } from "../../src/estimators/kl-nearest-neighbours";
import { kthDistances } from "../../src/estimators/kth-distances";
import { treeOf } from "../../src/estimators/point-tree";
import type { Points } from "../../src/estimators/samples";
import { selectRow } from "../../src/estimators/select-row";

type Draw = (next: () => number) => number;

const points = (n: number, d: number, seed: number, draw: Draw): Points => {
  const next = seeded(seed);
  return { values: Float64Array.from({ length: n * d }, () => draw(next)), n, d };
};

/** All ascending distances from one query, by looking at every point. */
const bySearch = (at: Points, queries: Points, i: number): number[] =>
  Array.from({ length: at.n }, (_, r) => {
    let sum = 0;
    for (let j = 0; j < at.d; j++) {
      sum += (at.values[r * at.d + j] - queries.values[i * at.d + j]) ** 2;
    }
    return Math.sqrt(sum);
  }).sort((a, b) => a - b);

const expectExact = (at: Points, queries: Points, ks: readonly number[]): void => {
  const tree = treeOf(at);
  const want = Array.from({ length: queries.n }, (_, i) => bySearch(at, queries, i));
  for (const k of ks) {
    const got = kthDistances(tree, queries, k);
    for (const [i, distances] of want.entries()) {
      const exact = distances[k - 1] ?? Number.POSITIVE_INFINITY;
      const close = got[i] === exact || Math.abs(got[i] / exact - 1) < 1e-14;
      if (!close) expect.fail(`n ${at.n}, d ${at.d}, k ${k}, query ${i}: ${got[i]}, not ${exact}`);
    }
  }
};

const clusters: Draw = (next) => Math.floor(next() * 4) * 100 + next() ** 8;
const kinds: readonly [string, Draw][] = [
  ["uniform", (next) => next()],
  ["far from 0, so that boxes round", (next) => 1e9 + next()],
  ["tight clusters", clusters],
  ["heavy tails", (next) => Math.tan(Math.PI * (next() - 0.5))],
  ["a coarse grid of ties", (next) => Math.floor(next() * 3)],
  ["one point only", () => 0.1],
];

describe.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 17])(
  "distances to neighbours in %i dimensions",
  (d) => {
    it.each(kinds)("are those of a full search: %s", (_, draw) => {
      const [xs, ys] = [points(300, d, d, draw), points(157, d, 50 + d, draw)];
      expectExact(xs, treeOf(xs).points, [1, 2, 6, 33]);
      expectExact(xs, treeOf(ys).points, [1, 5]);
      expectExact(ys, xs, [5]); // in no order
    });

    it("are those of a full search for every small n, and Infinity for k > n", () => {
      for (let n = 1; n <= 40; n++) {
        expectExact(points(n, d, n, clusters), points(20, d, 99, clusters), [1, n, n + 1]);
      }
    });
  },
);

describe("distances to neighbours", () => {
  it("are found where one coordinate never varies", () => {
    const { values, n, d } = points(500, 3, 1, (next) => next());
    for (let i = 1; i < values.length; i += 3) values[i] = 7;
    expectExact({ values, n, d }, { values, n, d }, [1, 4]);
  });

  it("are found from far outside, and across the range of doubles", () => {
    const xs = points(200, 2, 3, (next) => next());
    expectExact(
      xs,
      points(50, 2, 4, (next) => 1e6 * (next() - 0.5)),
      [1, 5],
    );
    const wide = points(200, 2, 5, (next) => 10 ** (200 * next() - 100));
    expectExact(wide, wide, [2, 5]);
  });

  it("need no more steps than the points for sorted queries on a line, with any ties", () => {
    const n = 20000;
    const xs = points(n, 1, 6, (next) => Math.floor(next() * 2000));
    const start = performance.now();
    kthDistances(treeOf(xs), treeOf(xs).points, 5);
    expect(performance.now() - start).toBeLessThan(2000); // a search of all pairs: minutes
  });

  it("select a row by rank, also in stretches long enough to be sampled", () => {
    for (const draw of [(next: () => number) => next(), clusters, () => 1]) {
      const rows = points(5000, 2, 8, draw).values;
      const sorted = Float64Array.from({ length: 5000 }, (_, i) => rows[2 * i + 1]).sort();
      for (const rank of [0, 17, 2500, 4999]) {
        selectRow(rows, 2, 1, 0, 4999, rank);
        expect(rows[2 * rank + 1]).toBe(sorted[rank]);
        const column = Array.from({ length: 5000 }, (_, i) => rows[2 * i + 1]);
        expect(column.slice(0, rank).every((x) => x <= sorted[rank])).toBe(true);
        expect(column.slice(rank).every((x) => x >= sorted[rank])).toBe(true);
      }
    }
  });
});

describe("samples that neighbours cannot judge", () => {
  const xs = normal(0, 1).sample(100, seeded(1));

  it("are refused with the place in the caller's order where they repeat", () => {
    const tied = xs.map((x, i) => (i >= 20 ? 0.25 : x));
    expect(() => estimateKl(tied, xs)).toThrow(/xs repeats too often .* at sample 20:/);
    expect(() => estimateEntropy(tied)).toThrow(/xs repeats too often .* at sample 20:/);
    const query = [...xs.slice(1), 0.25];
    expect(() => estimateKl(query, tied)).toThrow(/ys repeats too often .* at sample 20:/);
  });

  it("are refused where squared distances overflow", () => {
    const far = xs.map((x) => [x * 1e200, x]);
    expect(() => estimateKl(far, far, { resamples: 0 })).toThrow(/so far apart/);
  });

  it("may be fewer than k inside, where subsamples are small: the farthest then counts", () => {
    const rows = pointsOf([0, 0, 0, 1, 0, 0, 0, 2, 0], 3);
    // ρ is to the 2nd other point: 2, √5, √5; ν to the 3rd of the ys, the same points; ψ(2) − ψ(3) = −1/2.
    expect(klNearestNeighbours(rows, rows, 30)).toBeCloseTo(Math.log(3 / 2) - 1 / 2, 14);
    // ρ = 1, 1; ν = 0.5, 0.75; m = 2, n = 2; ψ(1) − ψ(2) = −1.
    const value = klNearestNeighbours(pointsOf([0, 1], 1), pointsOf([0.5, 0.25], 1), 9);
    expect(value).toBeCloseTo((Math.log(0.5) + Math.log(0.75)) / 2 + Math.log(2) - 1, 14);
  });

  it("are refused by name where there are fewer than the docstring asks for", () => {
    const few = xs.slice(0, 11);
    expect(() => estimateKl(few, xs)).toThrow(/xs has 11 samples; .* at least 12, or take k: 4/);
    expect(() => estimateKl(xs, few)).toThrow(/ys has 11 samples/);
    expect(() => estimateKl(few, few, { k: 4 })).not.toThrow();
    expect(() => estimateKl([1, 2, 4], xs, { k: 1 })).toThrow(/xs has 3 samples; .* at least 4$/);
    expect(() => estimateKl([1, 2, 4], xs, { method: "kde" })).toThrow(/xs has 3 samples/);
  });
});

const pointsOf = (values: readonly number[], d: number) => ({
  values: Float64Array.from(values),
  n: values.length / d,
  d,
});
