import { digamma } from "../math/log-gamma";
import { kthDistances } from "./kth-distances";
import { neighbourDistances } from "./neighbour-distances";
import { treeOf } from "./point-tree";
import type { Points } from "./samples";

/**
 * (d/n) Σ ln(νᵢ/ρᵢ) + ln(m/(n − 1)): ρᵢ from xᵢ to its k-th neighbour among the other xs, νᵢ among the ys.
 *
 * Where ties make a distance 0 the next one counts, and ψ of the two ranks corrects for it.
 *
 * @param shared true where a y at an x is the same draw: it is left out, as the x itself is, and m is one less there
 *
 * Source: Q. Wang, S. R. Kulkarni and S. Verdú, Divergence estimation for multidimensional densities via k-nearest-neighbor distances (2009), (5) and (25).
 */
export function klNearestNeighbours(
  xs: Points,
  ys: Points,
  k: number,
  shared = false,
  treeOfYs = treeOf(ys),
): number {
  const caller = "estimateKl";
  const tree = treeOf(xs);
  const own = neighbourDistances(caller, "xs", tree, tree.points, {
    k: Math.min(k, xs.n - 1),
    own: true,
  });
  const near = Math.min(k, ys.n - Number(shared));
  const other = neighbourDistances(caller, "ys", treeOfYs, tree.points, { k: near, own: false });
  const nearest = shared ? kthDistances(treeOfYs, tree.points, 1) : undefined;
  const without =
    shared && neighbourDistances(caller, "ys", treeOfYs, tree.points, { k: near, own: true });
  let [sum, common] = [0, 0];
  for (let i = 0; i < xs.n; i++) {
    const isShared = without && nearest?.[i] === 0;
    const { logDistance, rank } = isShared ? without : other;
    sum += xs.d * (logDistance[i] - own.logDistance[i]);
    if (own.rank[i] !== rank[i]) sum += digamma(own.rank[i]) - digamma(rank[i]);
    if (isShared) common++;
  }
  const fewer = common > 0 ? (common / xs.n) * Math.log1p(-1 / ys.n) : 0;
  return sum / xs.n + Math.log(ys.n / (xs.n - 1)) + fewer;
}
