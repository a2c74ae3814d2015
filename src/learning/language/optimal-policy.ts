import { checkOptions } from "../../words/check-options";
import { shapeError, valueError } from "../../words/errors";
import { checkedLater, positive } from "../../words/option-kinds";
import { add, divide } from "../autodiff/arithmetic";
import { checkProbabilityRows } from "../models/check-probability-rows";
import { log } from "../operations/elementwise-functions";
import { softmax } from "../operations/softmax";
import { asTensor } from "../tensors/as-tensor";
import { placeText, shapeText, type Tensor, type TensorLike } from "../tensors/tensor";

/** What holds a policy. */
export interface PenaltyOptions {
  /** Probabilities of the actions before: a row, or one for each context; uniform unless said. */
  readonly reference?: TensorLike;
  /** β > 0, what a nat of D(policy‖reference) costs in reward: 1 unless said. */
  readonly beta?: number;
}

/** Rewards, as contexts × actions, and the logarithm of the reference. */
export interface PolicyProblem {
  readonly rewards: Tensor;
  readonly logReference: Tensor;
}

export function policyProblem(
  caller: string,
  given: TensorLike,
  reference: TensorLike | undefined,
): PolicyProblem {
  const rewards = asTensor(caller, "rewards", given);
  const { shape } = rewards;
  const actions = shape[shape.length - 1];
  if (shape.length < 1 || shape.length > 2) {
    const text = shapeText(shape);
    throw shapeError(
      caller,
      `rewards 的形状是 ${text}，应为 [动作数] 或 [情境数, 动作数]`,
      `rewards has shape ${text}; give one an action, or contexts × actions`,
    );
  }
  const wrong = rewards.data.findIndex((x) => !Number.isFinite(x));
  if (wrong >= 0) {
    const [place, value] = [placeText(wrong, shape), rewards.data[wrong]];
    throw valueError(
      caller,
      `rewards${place} 是 ${value}，应为有限的数；不许的动作请在 reference 中给 0`,
      `rewards${place} is ${value}; give finite numbers, and 0 in reference to actions that are barred`,
    );
  }
  const before = asTensor(
    caller,
    "reference",
    reference ?? new Array<number>(actions).fill(1 / actions),
  );
  const rows = before.shape[before.shape.length - 1] === actions ? before.data.length / actions : 0;
  const isFit =
    before.shape.length <= 2 && (rows === 1 || rows === (shape.length === 2 ? shape[0] : 1));
  if (!isFit) {
    const [a, b] = [shapeText(shape), shapeText(before.shape)];
    throw shapeError(
      caller,
      `rewards 的形状是 ${a}，reference 是 ${b}；应为同样的动作，一行或每个情境一行`,
      `rewards has shape ${a} and reference ${b}; give the same actions, in one row or one a context`,
    );
  }
  checkProbabilityRows(caller, "reference", before);
  return { rewards, logReference: log(before) };
}

/**
 * The policy π ∝ reference · e^(reward/β), which makes E_π[reward] − β·D(π‖reference) greatest, D in nats: a closed solution.
 *
 * It is less by β·D(π′‖π) for any other policy π′.
 *
 * @param rewards one an action, or contexts × actions
 * @param options `reference`, `beta`
 * @returns probabilities in the shape of the rewards
 * @throws RangeError for rewards that are not finite, a reference of no probabilities, or β ≤ 0; TypeError for shapes
 *
 * @example
 * optimalPolicy([0, Math.LN2]).data[1]; // 0.6666666666666666
 *
 * Source: R. Rafailov et al., Direct preference optimization (2023), equation 4.
 */
export function optimalPolicy(rewards: TensorLike, options: PenaltyOptions = {}): Tensor {
  checkOptions("optimalPolicy", options, { reference: checkedLater, beta: positive });
  const { reference, beta = 1 } = options;
  const { rewards: given, logReference } = policyProblem("optimalPolicy", rewards, reference);
  return softmax(add(logReference, divide(given, beta)));
}
