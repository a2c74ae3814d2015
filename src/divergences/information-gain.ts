import type { AnyDistribution } from "../distributions/distribution";
import { checkOptions, unitOptions } from "../words/check-options";
import { natsPerUnit } from "../words/units";
import { distributionPair } from "./distribution-pair";
import { kl } from "./kl";
import { klOfVectors } from "./vectors/kl-of-vectors";
import type { Pmf, UnitOptions } from "./vectors/pmf";

/**
 * D(posterior ‖ prior), what was learnt when the belief moved from prior to posterior.
 *
 * It is the gain of one observation; its mean over observations is the mutual information.
 *
 * @param prior the belief before: probabilities, or a distribution
 * @param posterior the belief after: as the prior, and as long
 * @param options `base` (default e: nats; 2: bits), `normalize`
 * @returns in [0, Infinity]; Infinity where the prior forbids what the posterior allows
 * @throws RangeError or TypeError as `kl`
 *
 * @example
 * informationGain([0.5, 0.5], [0.9, 0.1], { base: 2 }); // 0.5310044064107188
 *
 * Source: D. V. Lindley, On a measure of the information provided by an experiment (1956).
 */
export function informationGain(
  prior: Pmf | AnyDistribution,
  posterior: Pmf | AnyDistribution,
  options: UnitOptions = {},
): number {
  checkOptions("informationGain", options, unitOptions);
  const unit = natsPerUnit("informationGain", options.base);
  const names = ["posterior", "prior"] as const;
  const pair = distributionPair("informationGain", posterior, prior, names);
  if (pair) return kl(pair.p, pair.q) / unit;
  const [p, q] = [posterior as Pmf, prior as Pmf];
  return klOfVectors("informationGain", p, q, { normalize: options.normalize, names }) / unit;
}
