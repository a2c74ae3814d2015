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
 * @throws RangeError where more points coincide than are looked at; where squared distances overflow
 */
export function neighbourDistances(
  caller: string,
  name: string,
  tree: PointTree,
  queries: Points,
  { k, own }: { readonly k: number; readonly own: boolean },
): Neighbours {
  const skip = own ? 1 : 0;
  const distances = kthDistances(tree, queries, k + skip);
  const logDistance = new Float64Array(queries.n);
  const rank = new Int32Array(queries.n).fill(k);
  for (let i = 0; i < queries.n; i++) {
    let distance = distances[i];
    if (distance === 0) {
      const { d } = queries;
      const query = { values: queries.values.subarray(i * d, (i + 1) * d), n: 1, d };
      for (let more = k + 1; distance === 0 && more + skip <= maxNeighbours; more++) {
        distance = kthDistances(tree, query, more + skip)[0];
        rank[i] = more;
      }
      if (!(distance > 0 && distance < Number.POSITIVE_INFINITY)) {
        throw tooManyTies(caller, name, tree.given, query.values);
      }
    }
    if (distance === Number.POSITIVE_INFINITY) throw tooFarApart(caller, name);
    logDistance[i] = Math.log(distance);
  }
  return { logDistance, rank };
}

/** What an estimator of densities says to data of few values. */
export function tooManyTies(
  caller: string,
  name: string,
  { values, n, d }: Points,
  point: ArrayLike<number>,
): RangeError {
  const equal = (row: number): boolean => {
    for (let j = 0; j < d; j++) if (values[row * d + j] !== point[j]) return false;
    return true;
  };
  const rows = Array.from({ length: n }, (_, row) => row).filter(equal);
  const shown = d === 1 ? String(point[0]) : `[${Array.from(point).join(", ")}]`;
  const remedy = remedies[caller === "estimateKl" ? "estimateKl" : "estimateEntropy"];
  return valueError(
    caller,
    `${name} 在第 ${rows[0]} 个样本处重复过多（${n} 个中有 ${rows.length} 个是 ${shown}），近邻法以密度为前提；${remedy.zh}`,
    `${name} repeats too often (${rows.length} of ${n} are ${shown}) at sample ${rows[0]}: neighbours presume a density; ${remedy.en}`,
  );
}

/** Calls that these callers have, for data of few values and for rounded data or data with spikes. */
const remedies = {
  estimateKl: {
    zh: '取值不多的数据请用 estimateFromCounts(xs, ys, { measure: "kl" })（多维的行先写成文字：xs.map(String)），舍入过或有尖峰的数据请用 method: "histogram"；一个尖峰（占 xs 的 s、ys 的 t）加一个密度，则 D = kl([s, 1 − s], [t, 1 − t]) + (1 − s)·estimateKl(其余的 xs, 其余的 ys)',
    en: 'count data of few values by estimateFromCounts(xs, ys, { measure: "kl" }) (rows as texts: xs.map(String)), take method: "histogram" for rounded data or data with spikes; for one spike (a share s of xs and t of ys) and a density D = kl([s, 1 − s], [t, 1 − t]) + (1 − s)·estimateKl(the other xs, the other ys)',
  },
  estimateEntropy: {
    zh: '取值不多的数据请用 method: "plugIn" 或 "millerMadow"',
    en: 'take method: "plugIn" or "millerMadow" for data of few values',
  },
} as const;

function tooFarApart(caller: string, name: string): RangeError {
  return valueError(
    caller,
    `${name} 里的样本相距太远，距离的平方溢出；请先把两组样本按同一因子缩小`,
    `${name} holds samples so far apart that squared distances overflow; divide all samples by one factor first`,
  );
}
