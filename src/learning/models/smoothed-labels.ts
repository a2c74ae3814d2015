import { checkArgument } from "../../words/check-argument";
import { valueError } from "../../words/errors";
import { add, multiply } from "../autodiff/arithmetic";
import { oneHotFor } from "../operations/take";
import type { Tensor, TensorLike } from "../tensors/tensor";

/**
 * Targets of labels that are not taken for certain: (1 − ε)·δ(k, label) + ε/classes.
 *
 * D(target‖q) differs from the cross-entropy by H(target), which does not depend on the model, so both have the same gradient.
 *
 * @param labels integers 0 … classes − 1
 * @param amount ε from 0 (one-hot) to 1 (uniform)
 * @returns labels × classes
 * @throws RangeError for a label or an ε out of range
 *
 * @example
 * smoothedLabels([1], 2, 0.5).toArray(); // [[0.25, 0.75]]
 *
 * Source: C. Szegedy et al., Rethinking the inception architecture for computer vision (2016), section 7.
 */
export function smoothedLabels(labels: TensorLike, classes: number, amount: number): Tensor {
  checkArgument("smoothedLabels", "amount", amount, "number");
  if (!(amount >= 0 && amount <= 1)) {
    throw valueError(
      "smoothedLabels",
      `amount 是 ${amount}，应为 0 到 1 的数`,
      `amount is ${amount}; give a number from 0 to 1`,
    );
  }
  return add(multiply(1 - amount, oneHotFor("smoothedLabels", labels, classes)), amount / classes);
}
