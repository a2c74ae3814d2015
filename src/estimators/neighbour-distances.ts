import { valueError } from "../math/errors";
import { KDTree, maxNeighbours } from "./k-d-tree";
import type { Points } from "./samples";

/** Distances to neighbours, and which neighbour each is. */
export interface Neighbours {
  readonly logDistance: Float64Array;
  readonly rank: Int32Array;
}

/**
 * For each query the distance to its k-th nearest point; where ties make it 0, to the nearest that is not at 0.
 *
 * @param own true where the queries are the points themselves, each of which is then its own first neighbour
 * @throws RangeError where more than 64 points coincide: the samples are then discrete
 */
export function neighbourDistances(
  caller: string,
  name: string,
  tree: KDTree,
  queries: Points,
  k: number,
  own: boolean,
): Neighbours {
  const logDistance = new Float64Array(queries.n);
  const rank = new Int32Array(queries.n).fill(k);
  const skip = own ? 1 : 0;
  for (let i = 0; i < queries.n; i++) {
    let distance = tree.distance(queries.values, i, k + skip);
    for (let more = k + 1; distance === 0 && more + skip <= maxNeighbours; more++) {
      distance = tree.distance(queries.values, i, more + skip);
      rank[i] = more;
    }
    if (!(distance > 0 && distance < Number.POSITIVE_INFINITY)) {
      throw valueError(
        caller,
        `${name} 在第 ${i} 个样本处重复过多（或样本太少），最近邻距离是 ${distance}；离散数据请用 method: "plugIn" 或先数频数再用 kl`,
        `${name} repeats too often (or is too short) at sample ${i}: the distance to a neighbour is ${distance}; for discrete data use method: "plugIn", or count and use kl`,
      );
    }
    logDistance[i] = Math.log(distance);
  }
  return { logDistance, rank };
}

/** A tree over a copy of the points. */
export function treeOf(points: Points): KDTree {
  return new KDTree(points.values.slice(), points.d);
}
