import type { AnyDistribution } from "../distributions/distribution";
import { checkOption } from "../words/check-option";
import { checkOptions, unitOptions } from "../words/check-options";
import { natsPerUnit } from "../words/units";
import { distributionPair } from "./distribution-pair";
import { kl } from "./kl";
import { klOfVectors } from "./vectors/kl-of-vectors";
import type { Pmf, UnitOptions } from "./vectors/pmf";

/** Options of `focalKl`. */
export interface FocalOptions extends UnitOptions {
  /** How much easy pairs are played down, ≥ 0; 0 is plain D. Default 2, as in focal loss. */
  readonly gamma?: number;
}

/**
 * (1 − e^(−D))^γ · D with D = D(p ‖ q): a relative entropy that weighs hard pairs (large D) more.
 *
 * The formula is ours, by analogy with focal loss, which it is for one-hot p. D in the weight is in nats in any unit.
 *
 * @param p what is true: probabilities, or a distribution
 * @param q the model
 * @param options `gamma` (default 2), `base` (default e: nats), `normalize`
 * @returns in [0, D(p ‖ q)]
 * @throws RangeError if γ < 0 or infinite; RangeError or TypeError as `kl`
 *
 * @example
 * focalKl([1, 0], [0.5, 0.5], { gamma: 2 }); // 0.17328679513998632
 *
 * Source: ours, after T.-Y. Lin et al., Focal loss for dense object detection (2017).
 */
export function focalKl(
  p: Pmf | AnyDistribution,
  q: Pmf | AnyDistribution,
  options: FocalOptions = {},
): number {
  checkOptions("focalKl", options, ["gamma", ...unitOptions]);
  const { gamma = 2, base, normalize } = options;
  const accepts = (g: number): boolean => g >= 0 && g < Number.POSITIVE_INFINITY;
  checkOption("focalKl", "gamma", gamma, {
    accepts,
    zh: "≥ 0 的有限数",
    en: "a finite number ≥ 0",
  });
  const unit = natsPerUnit("focalKl", base);
  const pair = distributionPair("focalKl", p, q);
  const d = pair ? kl(pair.p, pair.q) : klOfVectors("focalKl", p as Pmf, q as Pmf, { normalize });
  return ((-Math.expm1(-d)) ** gamma * d) / unit;
}
