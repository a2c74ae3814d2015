import type { Kernel } from "../math/simd/simd-kernel";
import { insertLeast } from "./insert-least";
import { packedTiles, tilePlan } from "./packed-tiles";
import type { Points } from "./samples";
import { squaredDistance } from "./squared-distance";

/** The share of pairs in single precision's doubt beyond which they are better left to a tree. */
const doubtful = 0.2;

/**
 * Sets the distance from each query to its k-th nearest point by all pairs, ‖x − y‖² = ‖x‖² − 2x·y + ‖y‖².
 *
 * In single precision that tells which pairs may be nearer than the k-th so far, within a bound of its error (see
 * `packedTiles`); these alone are computed, as a tree computes them: the distances are the same to the last bit.
 *
 * @returns the first query that is not done: less than their number where single precision tells too little
 */
export function searchPairs(
  points: Points,
  queries: Points,
  k: number,
  distances: Float64Array,
  kernel: Kernel,
): number {
  const { d } = points;
  const plan = tilePlan(d, kernel);
  const packed = plan && packedTiles(points, queries, plan);
  if (!packed) return 0;
  const { rows, columns, floats, queriesAt, boundsAt, pointsAt, pairsAt } = plan;
  const pairs = new Int32Array(floats.buffer);
  const best = Array.from({ length: rows }, () => new Float64Array(k));
  const worst = new Float64Array(rows);
  const query = Array.from({ length: rows }, (_, i) => queries.values.subarray(i * d, i * d + d));
  for (let i = 0; i < queries.n; i += rows) {
    const height = Math.min(rows, queries.n - i);
    floats.set(packed.queryTile(i), queriesAt);
    for (let r = 0; r < rows; r++) {
      const q = (i + r) * d;
      query[r] = queries.values.subarray(q, q + d);
      best[r].fill(Number.POSITIVE_INFINITY);
      worst[r] = Number.POSITIVE_INFINITY;
      floats[boundsAt + r] = r < height ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    }
    let doubts = 0;
    for (let j = 0; j < points.n; j += columns) {
      floats.set(packed.pointTile(j), pointsAt);
      const count = kernel.pairsBelow(rows, columns, d);
      if (j > 0) doubts += count;
      for (let at = pairsAt; at < pairsAt + count; at++) {
        const r = pairs[at] >> 16;
        const point = j + (pairs[at] & 0xffff);
        const square = squaredDistance(points.values, point * d, query[r], worst[r]);
        if (square < worst[r]) {
          worst[r] = insertLeast(best[r], square);
          floats[boundsAt + r] = packed.bound(i + r, worst[r]);
        }
      }
    }
    for (let r = 0; r < height; r++) distances[i + r] = Math.sqrt(worst[r]);
    if (doubts > doubtful * height * points.n) return i + height;
  }
  return queries.n;
}
