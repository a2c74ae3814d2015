import type { AnyDistribution } from "../distributions/distribution";
import { checkOptions, unitOptions } from "../words/check-options";
import { natsPerUnit } from "../words/units";
import { distributionPair } from "./distribution-pair";
import { klOfDistributions } from "./lines/kl-of-distributions";
import { checkSameLength, type Pmf, type UnitOptions } from "./vectors/pmf";
import { meanSurprisal, surprisals } from "./vectors/surprisals";

/**
 * H(p, q) = −Σ pᵢ ln qᵢ = H(p) + D(p ‖ q), the mean surprise of one who believes q where p is true.
 *
 * @param p what is true: probabilities, or a distribution
 * @param q the model: as p, and as long
 * @param options `base` (default e: nats; 2: bits), `normalize` (divide by the sums first)
 * @returns ≥ H(p); Infinity where some qᵢ = 0 < pᵢ; for densities −∫ p ln q, which may be negative
 * @throws RangeError for an entry, sum or base out of range; TypeError for unequal lengths or kinds
 *
 * @example
 * crossEntropy([0.5, 0.5], [0.25, 0.75], { base: 2 }); // 1.207518749639422
 * crossEntropy([0.5, 0.5], [1, 0]); // Infinity
 *
 * Source: K. P. Murphy, Probabilistic Machine Learning: An Introduction (2022), section 6.1.2.
 */
export function crossEntropy(
  p: Pmf | AnyDistribution,
  q: Pmf | AnyDistribution,
  options: UnitOptions = {},
): number {
  checkOptions("crossEntropy", options, unitOptions);
  const unit = natsPerUnit("crossEntropy", options.base);
  return crossEntropyNats("crossEntropy", p, q, options.normalize) / unit;
}

/** H(p, q) in nats, for whichever function was called. */
export function crossEntropyNats(
  caller: string,
  p: Pmf | AnyDistribution,
  q: Pmf | AnyDistribution,
  normalize: boolean | undefined,
  names: readonly [string, string] = ["p", "q"],
): number {
  const pair = distributionPair(caller, p, q, names);
  if (pair) {
    const divergence = klOfDistributions(caller, pair.p, pair.q).value;
    const infinite = divergence === Number.POSITIVE_INFINITY;
    return infinite ? divergence : pair.p.entropy + divergence;
  }
  const truth = surprisals(caller, names[0], p, normalize);
  const model = surprisals(caller, names[1], q, normalize);
  checkSameLength(caller, p as Pmf, q as Pmf, names);
  return meanSurprisal(truth, model);
}
