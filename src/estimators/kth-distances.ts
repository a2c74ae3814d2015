import { insertLeast } from "./insert-least";
import { kthDistancesInPlane } from "./kth-distances-in-plane";
import { kthDistancesOnLine } from "./kth-distances-on-line";
import { boxSlack, maxDepth, type PointTree } from "./point-tree";
import type { Points } from "./samples";

/**
 * The Euclidean distance from each query to its k-th nearest point; exact: as a search through all points finds it.
 *
 * Fast where queries lie in the order of a tree; Infinity where there are fewer than k points.
 */
export function kthDistances(tree: PointTree, queries: Points, k: number): Float64Array {
  if (queries.d === 1) return kthDistancesOnLine(tree, queries, k);
  if (queries.d === 2) return kthDistancesInPlane(tree, queries, k);
  const { points, leaves, start, axis, cut, boxes } = tree;
  const d = queries.d;
  const values = points.values;
  const slack = boxSlack(d);
  const query = new Float64Array(d);
  const best = new Float64Array(k);
  const stack = new Int32Array(maxDepth);
  const distances = new Float64Array(queries.n);
  for (let i = 0; i < queries.n; i++) {
    for (let j = 0; j < d; j++) query[j] = queries.values[i * d + j];
    best.fill(Number.POSITIVE_INFINITY);
    let worst = Number.POSITIVE_INFINITY;
    let top = 1;
    stack[0] = 1;
    while (top > 0) {
      let node = stack[--top];
      if (boxGap(boxes, 2 * d * node, query) * slack >= worst) continue;
      while (node < leaves) {
        node = 2 * node + (query[axis[node]] < cut[node] ? 0 : 1);
        stack[top++] = node ^ 1; // its box is asked when its turn comes: `worst` is smaller then
      }
      const end = start[node - leaves + 1] * d;
      for (let at = start[node - leaves] * d; at < end; at += d) {
        const square = squaredDistance(values, at, query, worst);
        if (square < worst) worst = insertLeast(best, square);
      }
    }
    distances[i] = Math.sqrt(worst);
  }
  return distances;
}

/** Four times the squared distance to a box. t + |t| is 2·max(t, 0) without a branch to mispredict. */
function boxGap(boxes: Float64Array, from: number, query: Float64Array): number {
  let sum = 0;
  for (let j = 0, at = from; j < query.length; j++, at += 2) {
    let gap = Math.abs(query[j] - boxes[at]) - boxes[at + 1];
    gap += Math.abs(gap);
    sum += gap * gap;
  }
  return sum;
}

/** Gives up, with a part of the sum, once that is `enough`. */
function squaredDistance(
  values: Float64Array,
  from: number,
  query: Float64Array,
  enough: number,
): number {
  const d = query.length;
  let sum = 0;
  let [j, at] = [0, from];
  for (; j + 3 < d; j += 4, at += 4) {
    const a = values[at] - query[j];
    const b = values[at + 1] - query[j + 1];
    const c = values[at + 2] - query[j + 2];
    const e = values[at + 3] - query[j + 3];
    sum += a * a + b * b + (c * c + e * e);
    if (sum >= enough) return sum;
  }
  for (; j < d; j++, at++) {
    const a = values[at] - query[j];
    sum += a * a;
  }
  return sum;
}
