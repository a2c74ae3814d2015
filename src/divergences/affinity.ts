import { type AnyDistribution, isMultivariate } from "../distributions/distribution";
import { CompensatedSum } from "../math/compensated-sum";
import { powerTerm } from "../math/power-term";
import { nearLogRatio, type PairTerm } from "../math/relative-entropy-term";
import { distributionPair } from "./distribution-pair";
import type { Affinity } from "./forms/affinity-parts";
import { closedAffinity } from "./forms/closed-affinity";
import { logPowerSum } from "./lines/log-power-sum";
import { shareOutside } from "./lines/share-outside";
import { separable } from "./separable";
import { normalizedPair } from "./vectors/normalized-pair";
import type { Pmf } from "./vectors/pmf";

/** Checks p and q once, for measures that need the coefficient at one λ or at many. */
export function affinity(
  caller: string,
  p: Pmf | AnyDistribution,
  q: Pmf | AnyDistribution,
  normalize: boolean | undefined,
  symmetric = false,
): Affinity {
  const distributions = distributionPair(caller, p, q);
  const pair = distributions ? undefined : normalizedPair(caller, p, q, { normalize, symmetric });
  const sum = (term: PairTerm): number =>
    pair ? pair.sum(term) : separable(caller, p, q, term, { normalize });
  const power = (order: number, complement = 1 - order): number =>
    sum((a, b, d, rest) => powerTerm(a, b, d, order, complement, rest));

  /** ln Σ p^λ q^(1−λ)/(λ − 1) from the logarithms, where 1 + λ(λ−1)·power would cancel or overflow. */
  const direct = (order: number): number => {
    if (!pair) return Math.log(sum((a, b) => a ** order * b ** (1 - order))) / (order - 1);
    return logSum(pair.forEach, order);
  };

  const renyi = (order: number): number => {
    if (distributions && !isMultivariate(p as AnyDistribution)) {
      // Far from 0 in logarithms, which neither underflow nor overflow; near 0 the terms below cancel nothing.
      const log = logPowerSum(distributions.p, distributions.q, order);
      if (Math.abs(log) > 0.7) return log / (order - 1);
    }
    const f = power(order);
    if (f === Number.POSITIVE_INFINITY && pair && order > 1) {
      let forbidden = false;
      pair.forEach((a, b) => {
        forbidden ||= a > 0 && b === 0;
      });
      return forbidden ? f : direct(order);
    }
    const change = order * (order - 1) * f;
    return change > -0.5 && change < 1e3 ? Math.log1p(change) / (order - 1) : direct(order);
  };

  const numeric: Affinity = {
    power,
    renyi,
    minusLog(order) {
      if (order > 0 && order < 1) return Math.max(0, (1 - order) * renyi(order));
      if (distributions && !isMultivariate(p as AnyDistribution)) {
        const { p: first, q: second } = distributions;
        const share = order === 0 ? shareOutside(first, second) : shareOutside(second, first);
        if (share.outside < 0.5) return Math.abs(Math.log1p(-share.outside));
        return share.inside > 0 ? -Math.log(share.inside) : -logPowerSum(first, second, order);
      }
      const lost = sum((a, b) => (order === 0 ? (a === 0 ? b : 0) : b === 0 ? a : 0));
      if (lost < 0.5) return Math.abs(Math.log1p(-lost));
      return -Math.log(sum((a, b) => (a > 0 && b > 0 ? (order === 0 ? b : a) : 0)));
    },
  };
  return (distributions && closedAffinity(p, q, numeric)) ?? numeric;
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
