import type { Distribution } from "../../distributions/distribution";
import { upperQuantile } from "../../distributions/upper-quantile";
import { lineParts } from "./check-fit";
import { type Bells, inUnit, scoresOf } from "./fit-family";

/** Points, ln p there, and weights of E_p and E_q, these from ln q there. */
export interface FitNodes {
  readonly points: Float64Array;
  readonly logP: Float64Array;
  readonly ofP: Float64Array;
  readonly ofQ: (logQ: Float64Array) => Float64Array;
}

/** A target in the unit t of the search, x = centre + scale·t. */
export interface FitTarget {
  readonly dimension: number;
  readonly centre: readonly number[];
  readonly scale: readonly number[];
  /** Where to take expectations, for a q: finer for a higher level. */
  nodes(q: Bells, level: number): FitNodes;
}

/** Nodes and weights of Gauss and Legendre's rule on [−1, 1], by Newton's steps from cosines. */
export function gaussLegendre(n: number): { readonly nodes: number[]; readonly weights: number[] } {
  const [nodes, weights]: [number[], number[]] = [[], []];
  for (let i = 0; i < n; i++) {
    let x = -Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let round = 0; round < 6; round++) {
      let [before, value] = [1, x];
      for (let k = 2; k <= n; k++) {
        [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
      }
      slope = (n * (x * value - before)) / (x * x - 1);
      x -= value / slope;
    }
    nodes.push(x);
    weights.push(2 / ((1 - x * x) * slope * slope));
  }
  return { nodes, weights };
}

const levels = [0.5, 0.3, 0.2, ...Array.from({ length: 14 }, (_, i) => 10 ** -(i + 1))];
const places = [0, 1, 2.2, 3.6, 5.2, 7, 9];

/** A density on the line: panels between its quantiles and kinks, and about each normal of q. */
export function lineTarget(p: Distribution): FitTarget {
  // A variance may also be 0 or ∞ because it is beyond the doubles.
  const isSpread = p.variance > 1e-290 && Number.isFinite(p.variance) && Number.isFinite(p.mean);
  const centre = isSpread ? p.mean : p.quantile(0.5);
  const scale = isSpread ? Math.sqrt(p.variance) : (p.quantile(0.75) - p.quantile(0.25)) / 1.35;
  const [low, high] = p.support;
  const marks = [
    ...levels.flatMap((u) => [p.quantile(u), upperQuantile(p, u)]),
    ...p.kinks,
    ...(p.landmarks ?? []),
    low,
    high,
  ].map((x) => (x - centre) / scale);
  const rule = gaussLegendre(10);
  const logsAt = logDensity(p, [centre, scale]);
  return {
    dimension: 1,
    centre: [centre],
    scale: [scale],
    nodes({ means, roots }, level) {
      const own = means.flatMap(([m], k) =>
        places.flatMap((z) => [m - z * roots[k][0][0], m + z * roots[k][0][0]]),
      );
      const ends = [...marks, ...own]
        .filter(Number.isFinite)
        .sort((a, b) => a - b)
        .filter((x, i, all) => i === 0 || x - all[i - 1] > 1e-12);
      const count = (ends.length - 1) * level * rule.nodes.length;
      const [points, widths] = [new Float64Array(count), new Float64Array(count)];
      let to = 0;
      for (let i = 1; i < ends.length; i++) {
        const half = (ends[i] - ends[i - 1]) / (2 * level);
        for (let part = 0; part < level; part++) {
          const middle = ends[i - 1] + half * (2 * part + 1);
          for (let k = 0; k < rule.nodes.length; k++, to++) {
            points[to] = middle + half * rule.nodes[k];
            widths[to] = half * rule.weights[k];
          }
        }
      }
      const logP = logsAt(points);
      const weighed = (logs: Float64Array): Float64Array =>
        logs.map((log, i) => widths[i] * Math.exp(log));
      return { points, logP, ofP: weighed(logP), ofQ: weighed };
    },
  };
}

/** ln of the density of t at points; of normals and their mixtures, all points at once. */
function logDensity(
  p: Distribution,
  [centre, scale]: readonly [number, number],
): (points: Float64Array) => Float64Array {
  const parts = lineParts(p);
  if (parts) {
    const bells = inUnit(parts, { centre: [centre], scale: [scale] });
    const shape = { components: bells.weights.length, dimension: 1, isDiagonal: true };
    return (points) => scoresOf(bells, shape, points, false).logs;
  }
  return (points) => points.map((t) => p.logProb(centre + scale * t) + Math.log(scale));
}
