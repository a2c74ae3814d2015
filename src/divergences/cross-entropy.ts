import { CompensatedSum } from "../math/compensated-sum";
import type { Distribution } from "../distributions/distribution";
import { klOfDistributions } from "./kl-distributions";
import { type Pmf, type UnitOptions, checkSameLength } from "./pmf";
import { distributionPair } from "./sides";
import { surprisals } from "./surprisals";
import { natsPerUnit } from "./units";

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
  p: Pmf | Distribution,
  q: Pmf | Distribution,
  options: UnitOptions = {},
): number {
  const unit = natsPerUnit("crossEntropy", options.base);
  const pair = distributionPair("crossEntropy", p, q);
  if (pair) {
    const divergence = klOfDistributions("crossEntropy", pair.p, pair.q).value;
    return divergence === Number.POSITIVE_INFINITY
      ? divergence
      : (pair.p.entropy + divergence) / unit;
  }
  const truth = surprisals("crossEntropy", "p", p, options.normalize);
  const model = surprisals("crossEntropy", "q", q, options.normalize);
  checkSameLength("crossEntropy", p as Pmf, q as Pmf);
  const sum = new CompensatedSum();
  for (let i = 0; i < truth.length; i++) {
    const share = truth.share(i);
    if (share > 0) sum.add(share * model.surprisal(i));
  }
  return sum.total / unit;
}
