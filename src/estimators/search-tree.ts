import { boxGap } from "./box-gap";
import { insertLeast } from "./insert-least";
import { boxSlack, maxDepth, type PointTree } from "./point-tree";
import type { Points } from "./samples";
import { squaredDistance } from "./squared-distance";

/** Which queries are asked: every `step`-th from `from` on. */
export interface QueryRange {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/**
 * Sets the distance from some queries to their k-th nearest point, found in a tree of any dimension.
 *
 * @returns how many points were looked at
 */
export function searchTree(
  tree: PointTree,
  queries: Points,
  k: number,
  { from, to, step }: QueryRange,
  distances: Float64Array,
): number {
  const { points, leaves, start, axis, cut, boxes } = tree;
  const d = queries.d;
  const values = points.values;
  const slack = boxSlack(d);
  const query = new Float64Array(d);
  const best = new Float64Array(k);
  const stack = new Int32Array(maxDepth);
  let looked = 0;
  for (let i = from; i < to; i += step) {
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
      const first = start[node - leaves];
      const end = start[node - leaves + 1];
      looked += end - first;
      for (let at = first * d; at < end * d; at += d) {
        const square = squaredDistance(values, at, query, worst);
        if (square < worst) worst = insertLeast(best, square);
      }
    }
    distances[i] = Math.sqrt(worst);
  }
  return looked;
}
