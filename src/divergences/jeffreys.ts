import type { AnyDistribution } from "../distributions/distribution";
import { checkOptions, unitOptions } from "../words/check-options";
import { natsPerUnit } from "../words/units";
import { distributionPair } from "./distribution-pair";
import { kl } from "./kl";
import { jeffreysLogTerm } from "./lines/log-terms";
import { separable, type Terms } from "./separable";
import type { Pmf, UnitOptions } from "./vectors/pmf";
import { jeffreysTerm } from "./vectors/terms";

const terms: Terms = { term: jeffreysTerm, logTerm: jeffreysLogTerm, symmetric: true };

/**
 * J(p, q) = D(p ‖ q) + D(q ‖ p) = Σ (pᵢ − qᵢ) ln(pᵢ/qᵢ), the sum of both directions (not their half).
 *
 * @param p, q probabilities of the same outcomes, or two distributions
 * @param options `base` (default e: nats), `normalize`
 * @returns in [0, Infinity]; Infinity where one of pᵢ, qᵢ is 0 and the other is not
 * @throws RangeError or TypeError as `kl`
 *
 * @example
 * jeffreys([0.5, 0.5], [0.9, 0.1]); // 0.8788898309344878
 *
 * Source: H. Jeffreys, An invariant form for the prior probability in estimation problems (1946).
 */
export function jeffreys(
  p: Pmf | AnyDistribution,
  q: Pmf | AnyDistribution,
  options: UnitOptions = {},
): number {
  checkOptions("jeffreys", options, unitOptions);
  const unit = natsPerUnit("jeffreys", options.base);
  const pair = distributionPair("jeffreys", p, q);
  if (pair) return (kl(pair.p, pair.q) + kl(pair.q, pair.p)) / unit;
  return separable("jeffreys", p, q, terms, options.normalize) / unit;
}
