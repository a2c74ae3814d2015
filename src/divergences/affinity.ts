import type { AnyDistribution } from "../distributions/distribution";
import { CompensatedSum } from "../math/compensated-sum";
import { powerTerm } from "../math/power-term";
import { nearLogRatio } from "../math/relative-entropy-term";
import { affinityOfDistributions } from "./affinity-of-distributions";
import { distributionPair } from "./distribution-pair";
import type { AffinityParts } from "./forms/affinity-parts";
import { closedAffinity } from "./forms/closed-affinity";
import { normalizedPair } from "./vectors/normalized-pair";
import type { Pmf } from "./vectors/pmf";

/** Checks p and q once, for measures that need the coefficient at one λ or at many. */
export function affinity(
  caller: string,
  p: Pmf | AnyDistribution,
  q: Pmf | AnyDistribution,
  normalize: boolean | undefined,
  symmetric = false,
): AffinityParts {
  const distributions = distributionPair(caller, p, q);
  if (distributions) {
    const numeric = affinityOfDistributions(caller, distributions.p, distributions.q);
    return closedAffinity(p, q, numeric) ?? numeric;
  }
  const pair = normalizedPair(caller, p, q, { normalize, symmetric });
  const power = (order: number, complement = 1 - order): number =>
    pair.sum((a, b, d, rest) => powerTerm(a, b, d, order, complement, rest));

  const renyi = (order: number): number => {
    const f = power(order);
    if (f === Number.POSITIVE_INFINITY && order > 1) {
      let forbidden = false;
      pair.forEach((a, b) => {
        forbidden ||= a > 0 && b === 0;
      });
      return forbidden ? f : logSum(pair.forEach, order);
    }
    const change = order * (order - 1) * f;
    // From the logarithms where 1 + λ(λ−1)·power would cancel or overflow.
    return change > -0.5 && change < 1e3
      ? Math.log1p(change) / (order - 1)
      : logSum(pair.forEach, order);
  };

  return {
    power,
    renyi,
    minusLog(order) {
      if (order > 0 && order < 1) return Math.max(0, (1 - order) * renyi(order));
      const lost = pair.sum((a, b) => (order === 0 ? (a === 0 ? b : 0) : b === 0 ? a : 0));
      if (lost < 0.5) return Math.abs(Math.log1p(-lost));
      return -Math.log(pair.sum((a, b) => (a > 0 && b > 0 ? (order === 0 ? b : a) : 0)));
    },
  };
}

/** max yᵢ + ln Σ e^((λ−1)(yᵢ − max y))/(λ − 1) with yᵢ = ln(pᵢ/qᵢ) + ln pᵢ/(λ − 1): no overflow at any λ. */
function logSum(
  forEach: (visit: (a: number, b: number, d: number, index: number) => void) => void,
  order: number,
): number {
  const excess = order - 1;
  const exponents: number[] = [];
  forEach((a, b, d) => {
    if (a > 0 && b > 0) exponents.push(nearLogRatio(a, b, d) + Math.log(a) / excess);
  });
  if (exponents.length === 0) return Number.POSITIVE_INFINITY; // disjoint
  let top = exponents[0];
  for (const y of exponents) if (excess > 0 ? y > top : y < top) top = y;
  const rest = new CompensatedSum();
  for (const y of exponents) rest.add(Math.exp(excess * (y - top)));
  return top + Math.log(rest.total) / excess;
}
