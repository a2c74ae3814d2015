import { type AnyDistribution, isDistribution } from "../distributions/distribution";
import { checkOptions, unitOptions } from "../words/check-options";
import { natsPerUnit } from "../words/units";
import type { Pmf, UnitOptions } from "./vectors/pmf";
import { meanSurprisal, surprisals } from "./vectors/surprisals";

/**
 * H(p) = −Σ pᵢ ln pᵢ, the mean surprise of p; of a density, the differential entropy −∫ p ln p.
 *
 * @param p probabilities (finite, ≥ 0, sum 1), or a distribution; an entry 0 counts 0
 * @param options `base` (default e: nats; 2: bits), `normalize` (divide by the sum first)
 * @returns in [0, ln n] for n outcomes, 0 for a sure one; differential entropy may be negative
 * @throws RangeError for an entry, sum or base out of range; TypeError for what is no array of numbers
 *
 * @example
 * entropy([0.5, 0.5], { base: 2 }); // 1
 * entropy([0.5, 0.25, 0.25]); // 1.0397207708399179
 * entropy([1, 0]); // 0
 *
 * Source: T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed. (2006), section 2.1.
 */
export function entropy(p: Pmf | AnyDistribution, options: UnitOptions = {}): number {
  checkOptions("entropy", options, unitOptions);
  const unit = natsPerUnit("entropy", options.base);
  if (isDistribution(p)) return p.entropy / unit;
  return meanSurprisal(surprisals("entropy", "p", p, options.normalize)) / unit;
}
