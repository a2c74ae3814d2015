import type { MultivariateNormal } from "../../distributions/families/multivariate-normal";
import { type BellShape, inUnit, scoresOf } from "./fit-family";
import type { FitTarget } from "./fit-target";

/** How far from a normal's mean its grid reaches, and how far apart its points are, in standard deviations. */
const [reach, gaps] = [6.6, [0.25, 0.15]];

/** A mixture of normals of one or two dimensions: a grid about each, and about each of q. */
export function planeTarget(
  weights: readonly number[],
  components: readonly MultivariateNormal[],
  { centre, scale }: { readonly centre: readonly number[]; readonly scale: readonly number[] },
  needs: readonly [p: boolean, q: boolean],
): FitTarget {
  const dimension = centre.length;
  const p = inUnit({ weights, components }, { centre, scale });
  const shape: BellShape = { components: weights.length, dimension, isDiagonal: false };
  const grids = gaps.map((gap) => gridOf(dimension, gap));
  return {
    dimension,
    centre,
    scale,
    nodes(q, level) {
      const grid = grids[level - 1];
      const n = grid.weights.length;
      const sides = [p, q].map((bells, side) => (needs[side] ? bells.weights.length : 0));
      const points = new Float64Array((sides[0] + sides[1]) * n * dimension);
      const [ofP, ofQ] = [0, 1].map(() => new Float64Array((sides[0] + sides[1]) * n));
      let to = 0;
      for (const [side, bells] of [p, q].entries()) {
        for (let k = 0; k < sides[side]; k++) {
          const [mean, root, of] = [bells.means[k], bells.roots[k], side === 0 ? ofP : ofQ];
          for (let at = 0; at < n; at++, to++) {
            of[to] = bells.weights[k] * grid.weights[at];
            for (let i = 0; i < dimension; i++) {
              let x = mean[i];
              for (let j = 0; j <= i; j++) x += root[i][j] * grid.points[at * dimension + j];
              points[to * dimension + i] = x;
            }
          }
        }
      }
      return { points, logP: scoresOf(p, shape, points, false).logs, ofP, ofQ: () => ofQ };
    },
  };
}

/** The trapezium rule for a standard normal: exact to rounding for what is smooth. */
function gridOf(
  dimension: number,
  gap: number,
): { readonly points: Float64Array; readonly weights: Float64Array } {
  const most = Math.floor(reach / gap);
  const line = Array.from({ length: 2 * most + 1 }, (_, i) => (i - most) * gap);
  const all = dimension === 1 ? line.map((a) => [a]) : line.flatMap((a) => line.map((b) => [a, b]));
  const inside = all.filter((z) => Math.hypot(...z) <= reach);
  const weights = inside.map((z) => Math.exp(-z.reduce((sum, a) => sum + a * a, 0) / 2));
  const total = weights.reduce((a, b) => a + b, 0);
  return {
    points: Float64Array.from(inside.flat()),
    weights: Float64Array.from(weights, (w) => w / total),
  };
}
