import type { AnyDistribution } from "../distributions/distribution";
import type { PairTerm } from "../math/relative-entropy-term";
import { distributionPair } from "./distribution-pair";
import { separableOfDistributions } from "./lines/separable-of-distributions";
import { normalizedPair, type PairOptions } from "./vectors/normalized-pair";
import type { Pmf } from "./vectors/pmf";

/**
 * Σ term(pᵢ, qᵢ) of normalised vectors, or ∫ term(p(x), q(x)) dx of distributions.
 *
 * @param term ≥ 0 and homogeneous of degree 1
 */
export function separable(
  caller: string,
  p: Pmf | AnyDistribution,
  q: Pmf | AnyDistribution,
  term: PairTerm,
  options: PairOptions,
): number {
  const pair = distributionPair(caller, p, q);
  if (pair) return separableOfDistributions(caller, pair.p, pair.q, term);
  return normalizedPair(caller, p, q, options).sum(term);
}
