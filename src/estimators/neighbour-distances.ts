import { valueError } from "../words/errors";
import { kthDistances } from "./kth-distances";
import type { PointTree } from "./point-tree";
import type { Points } from "./samples";

/** Distances to neighbours, and which neighbour each is. */
export interface Neighbours {
  readonly logDistance: Float64Array;
  readonly rank: Int32Array;
}

/** How many neighbours are looked at where points coincide. */
export const maxNeighbours = 64;

/**
 * For each query the distance to its k-th nearest point; where ties make it 0, to the nearest that is not at 0.
 *
 * @param name what the samples of the tree are called
 * @param queries best in the order of a tree
 * @param own true where the queries are the points themselves, each of which is then its own first neighbour
 * @throws RangeError where 64 points coincide: the samples are then discrete; where squared distances overflow
 */
export function neighbourDistances(
  caller: string,
  name: string,
  tree: PointTree,
  queries: Points,
  k: number,
  own: boolean,
): Neighbours {
  const skip = own ? 1 : 0;
  const logDistance = kthDistances(tree, queries, k + skip);
  const rank = new Int32Array(queries.n).fill(k);
  for (let i = 0; i < queries.n; i++) {
    let distance = logDistance[i];
    if (distance === 0) {
      const { d } = queries;
      const query = { values: queries.values.subarray(i * d, (i + 1) * d), n: 1, d };
      for (let more = k + 1; distance === 0 && more + skip <= maxNeighbours; more++) {
        distance = kthDistances(tree, query, more + skip)[0];
        rank[i] = more;
      }
      if (!(distance > 0 && distance < Number.POSITIVE_INFINITY)) {
        throw tooManyTies(caller, name, tree.given, query.values, distance);
      }
    }
    if (distance === Number.POSITIVE_INFINITY) throw tooFarApart(caller, name);
    logDistance[i] = Math.log(distance);
  }
  return { logDistance, rank };
}

function tooManyTies(
  caller: string,
  name: string,
  { values, n, d }: Points,
  point: Float64Array,
  distance: number,
): RangeError {
  const equal = (row: number): boolean => point.every((x, j) => values[row * d + j] === x);
  let row = 0;
  while (row < n - 1 && !equal(row)) row++;
  return valueError(
    caller,
    `${name} 在第 ${row} 个样本处重复过多（或样本太少），最近邻距离是 ${distance}；离散数据请用 method: "plugIn" 或先数频数再用 kl`,
    `${name} repeats too often (or is too short) at sample ${row}: the distance to a neighbour is ${distance}; for discrete data use method: "plugIn", or count and use kl`,
  );
}

function tooFarApart(caller: string, name: string): RangeError {
  return valueError(
    caller,
    `${name} 里的样本相距太远，距离的平方溢出；请先把两组样本按同一因子缩小`,
    `${name} holds samples so far apart that squared distances overflow; divide all samples by one factor first`,
  );
}
