import { digamma } from "../math/log-gamma";
import { neighbourDistances } from "./neighbour-distances";
import { treeOf } from "./point-tree";
import type { Points } from "./samples";

/**
 * (d/n) Σ ln(νᵢ/ρᵢ) + ln(m/(n − 1)): ρᵢ from xᵢ to its k-th neighbour among the other xs, νᵢ among the ys.
 *
 * Where ties make a distance 0 the next one counts, and ψ of the two ranks corrects for it.
 *
 * Source: Q. Wang, S. R. Kulkarni and S. Verdú, Divergence estimation for multidimensional densities via k-nearest-neighbor distances (2009), (5) and (25).
 */
export function klNearestNeighbours(xs: Points, ys: Points, k: number): number {
  const caller = "estimateKl";
  const tree = treeOf(xs);
  const own = neighbourDistances(caller, "xs", tree, tree.points, Math.min(k, xs.n - 1), true);
  const other = neighbourDistances(caller, "ys", treeOf(ys), tree.points, Math.min(k, ys.n), false);
  let sum = 0;
  for (let i = 0; i < xs.n; i++) {
    sum += xs.d * (other.logDistance[i] - own.logDistance[i]);
    if (own.rank[i] !== other.rank[i]) sum += digamma(own.rank[i]) - digamma(other.rank[i]);
  }
  return sum / xs.n + Math.log(ys.n / (xs.n - 1));
}
