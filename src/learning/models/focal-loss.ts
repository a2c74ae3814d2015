import { checkOption } from "../../words/check-option";
import { checkOptions } from "../../words/check-options";
import type { OptionKind } from "../../words/option-kinds";
import { multiply, negative } from "../autodiff/arithmetic";
import { expm1, log, power } from "../operations/elementwise-functions";
import { klLogits } from "../operations/kl-divergences";
import type { Tensor, TensorLike } from "../tensors/tensor";
import { checkProbabilityRows } from "./check-probability-rows";
import { pairOfRows } from "./pair-of-rows";

/** How much more rows count that are still far from their targets. */
export interface FocalLossOptions {
  /** γ ≥ 0: 0 is D itself; 2 unless said. */
  readonly gamma?: number;
}

export const gammaKind: OptionKind = (caller, name, value) =>
  checkOption(caller, name, value, {
    accepts: (x) => x >= 0 && x < Number.POSITIVE_INFINITY,
    zh: "≥ 0 的有限数",
    en: "a finite number ≥ 0",
  });

/** (1 − e^−D)^γ of each row's D. */
export const focalWeight = (divergence: Tensor, gamma: number): Tensor =>
  power(negative(expm1(negative(divergence))), gamma);

/**
 * The focal relative entropy (1 − e^−D)^γ·D of each row, D = D(target‖softmax(logits)) in nats: near rows count less, the more so for a
 * greater γ. For one-hot targets e^−D is the probability of the label, and this the focal loss.
 *
 * @param targets probabilities over the last axis
 * @param logits of the same shape
 * @param options `gamma`
 * @returns one value a row
 * @throws RangeError for targets that are no probabilities or γ < 0; TypeError for shapes
 *
 * @example
 * focalLoss([0, 1], [0, 0], { gamma: 1 }).item(); // Math.LN2 / 2
 *
 * Source: T.-Y. Lin et al., Focal loss for dense object detection (2017), for soft targets: declared ours, as `focalKl` of klab.
 */
export function focalLoss(
  targets: TensorLike,
  logits: TensorLike,
  options: FocalLossOptions = {},
): Tensor {
  checkOptions("focalLoss", options, { gamma: gammaKind });
  const [p, z] = pairOfRows("focalLoss", ["targets", "logits"], [targets, logits]);
  checkProbabilityRows("focalLoss", "targets", p);
  const divergence = klLogits(log(p), z);
  return multiply(focalWeight(divergence, options.gamma ?? 2), divergence);
}
