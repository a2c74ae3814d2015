import type { Distribution } from "../../distributions/distribution";

// Gauss–Legendre on [0, 1], eight points: nodes and weights (Abramowitz and Stegun, table 25.4).
const nodes = [0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363];
const weights = [0.362683783378362, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763];

/**
 * ln P(low < X ≤ high) of a continuous distribution.
 *
 * From the cdf; where that cancels, far out in a tail, by quadrature of the density in logarithms, so that a
 * cell of tiny mass is not taken for an empty one.
 */
export function logCellMass(P: Distribution, low: number, high: number): number {
  const mass = P.cdf(high) - P.cdf(low);
  if (mass > 1e-7 || !Number.isFinite(low) || !Number.isFinite(high)) return Math.log(mass);
  const [middle, half] = [(low + high) / 2, (high - low) / 2];
  const terms = nodes.flatMap((node, i) =>
    [-node, node].map((at) => Math.log(weights[i]) + P.logProb(middle + at * half)),
  );
  const greatest = Math.max(...terms);
  if (greatest === Number.NEGATIVE_INFINITY) return Math.log(mass);
  const sum = terms.reduce((total, term) => total + Math.exp(term - greatest), 0);
  return Math.log(half) + greatest + Math.log(sum);
}
