import type { AnyDistribution } from "../distributions/distribution";
import { distributionPair } from "./distribution-pair";
import { LinePair } from "./lines/line-pair";
import { separableOfDistributions, type Terms } from "./lines/separable-of-distributions";
import { normalizedPair } from "./vectors/normalized-pair";
import type { Pmf } from "./vectors/pmf";

export type { Terms } from "./lines/separable-of-distributions";

/** Σ term(pᵢ, qᵢ) of normalised vectors, or ∫ term(p(x), q(x)) dx of distributions. */
export function separable(
  caller: string,
  p: Pmf | AnyDistribution,
  q: Pmf | AnyDistribution,
  terms: Terms,
  normalize: boolean | undefined,
): number {
  const pair = distributionPair(caller, p, q);
  if (pair) return separableOfDistributions(caller, new LinePair(pair.p, pair.q), terms);
  return normalizedPair(caller, p, q, { normalize, symmetric: terms.symmetric }).sum(terms.term);
}
