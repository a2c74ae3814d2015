import { firstAtLeast } from "../distributions/first-at-least";
import type { PointTree } from "./point-tree";
import type { Points } from "./samples";

/**
 * `kthDistances` in one dimension: a window over k sorted points that slides with the queries.
 *
 * It moves right while the point after it is nearer than its first; for ascending queries it never has to move back, so
 * that all of them take n + m steps.
 */
export function kthDistancesOnLine(tree: PointTree, queries: Points, k: number): Float64Array {
  const { values, n } = tree.points;
  const distances = new Float64Array(queries.n);
  if (k > n) return distances.fill(Number.POSITIVE_INFINITY);
  let first = 0;
  let previous = Number.POSITIVE_INFINITY;
  for (let i = 0; i < queries.n; i++) {
    const x = queries.values[i];
    if (x < previous) first = Math.max(0, firstAtLeast(values, x) - k);
    previous = x;
    while (first + k < n && values[first + k] - x < x - values[first]) first++;
    distances[i] = Math.max(x - values[first], values[first + k - 1] - x);
  }
  return distances;
}
