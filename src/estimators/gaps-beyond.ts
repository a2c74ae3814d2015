import { sortNumbers } from "../math/sort-numbers";
import { boxGap } from "./box-gap";
import { kthDistancesOnLine } from "./kth-distances-on-line";
import { boxSlack, maxDepth, type PointTree } from "./point-tree";
import type { Points } from "./samples";
import { squaredDistance } from "./squared-distance";

/**
 * The distance from each query to its nearest point, in no certain order; where that is not more than `enough`, some
 * distance that is not either.
 *
 * A query with a point near enough, as most have, costs little more than the way to one leaf.
 */
export function gapsBeyond(tree: PointTree, queries: Points, enough: number): Float64Array {
  const { points, leaves, start, axis, cut, boxes } = tree;
  const { n, d } = queries;
  if (d === 1) {
    return kthDistancesOnLine(tree, { values: sortNumbers(queries.values.slice()), n, d }, 1);
  }
  const slack = boxSlack(d);
  const query = new Float64Array(d);
  const stack = new Int32Array(maxDepth);
  const gaps = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < d; j++) query[j] = queries.values[i * d + j];
    let nearest = Number.POSITIVE_INFINITY;
    let gap = Number.POSITIVE_INFINITY;
    let top = 1;
    stack[0] = 1;
    while (top > 0 && gap > enough) {
      let node = stack[--top];
      if (boxGap(boxes, 2 * d * node, query) * slack >= nearest) continue;
      while (node < leaves) {
        node = 2 * node + (query[axis[node]] < cut[node] ? 0 : 1);
        stack[top++] = node ^ 1;
      }
      const end = start[node - leaves + 1] * d;
      for (let at = start[node - leaves] * d; at < end && gap > enough; at += d) {
        const square = squaredDistance(points.values, at, query, nearest);
        if (square >= nearest) continue;
        nearest = square;
        gap = Math.sqrt(square);
      }
    }
    gaps[i] = gap;
  }
  return gaps;
}
