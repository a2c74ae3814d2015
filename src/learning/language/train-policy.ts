import { type Prng, seeded } from "../../math/random";
import { checkOptions, oneOf } from "../../words/check-options";
import { checkedLater, count, integer, positive } from "../../words/option-kinds";
import { add, divide, multiply, negative, subtract } from "../autodiff/arithmetic";
import { broadcastTo } from "../autodiff/broadcast-to";
import { valueAndGrad } from "../autodiff/grad";
import { zeros } from "../initial-tensors";
import { turnsBetweenSteps } from "../models/turns-between-steps";
import { expm1, square } from "../operations/elementwise-functions";
import { klLogits } from "../operations/kl-divergences";
import { mean, sum } from "../operations/reductions";
import { reshape } from "../operations/reshape";
import { logSoftmax, softmax } from "../operations/softmax";
import { take } from "../operations/take";
import { adam } from "../optimizers/adam";
import type { Tensor, TensorLike } from "../tensors/tensor";
import { type PenaltyOptions, policyProblem } from "./optimal-policy";
import { pick } from "./pick";

/** How a policy is trained. */
export interface PolicyOptions extends PenaltyOptions {
  /** What stands for D in the loss: "exact" unless said; by draws "k1", "k2", "k3", or "k1 in reward". */
  readonly estimator?: "exact" | "k1" | "k2" | "k3" | "k1 in reward";
  /** Actions drawn a context and step, where D is estimated: 64 unless said, at least 2. */
  readonly draws?: number;
  /** Adam's rate, 0.1 unless said. */
  readonly rate?: number;
  /** Steps, 300 unless said. */
  readonly steps?: number;
  /** 0 unless said: the draws follow from it. */
  readonly seed?: number;
}

/** Where the policy has come to. */
export interface PolicyState {
  readonly step: number;
  readonly steps: number;
  /** Probabilities of the actions, in the shape of the rewards. */
  readonly policy: Tensor;
  /** Exact, means over contexts: the expected reward, D(policy‖reference), reward − β·kl, and D(policy‖the closed solution), in nats. */
  readonly metrics: {
    readonly reward: number;
    readonly kl: number;
    readonly objective: number;
    readonly gap: number;
  };
}

/**
 * Trains the logits of a policy to raise E_π[reward] − β·D(π‖reference), as language models are held near what they were.
 *
 * Exactly, or by draws a ~ π: the reward by its score, less the mean of the other draws; D with r = reference/π by what is put into the
 * loss: k1 = −ln r, whose gradient is 0 in the mean, so that nothing holds the policy; k2 = ½ (ln r)², whose gradient is that of
 * D(π‖reference); k3 = r − 1 − ln r, whose gradient is that of D(reference‖π); or ln r as a part of the reward, which is right again.
 *
 * An async generator of states, one a step, that may be left at any.
 * `for await` starts it: in a cell as it stands, where klab's kernel runs it (`npx klab install`), elsewhere inside of an async
 * function that the cell awaits. An interrupt of the kernel ends it at its next step, by an error.
 *
 * @param rewards one an action, or contexts × actions
 * @param options `reference`, `beta`, `estimator`, `draws`, `rate`, `steps`, `seed`
 * @throws RangeError or TypeError as `optimalPolicy`, and where training diverges, naming the step
 *
 * @example
 * const seen: number[] = [];
 * for await (const { step } of trainPolicy([0, 1], { steps: 2 })) seen.push(step);
 * seen; // [1, 2]
 *
 * Source: J. Schulman, Approximating KL divergence (2020); R. J. Williams, Simple statistical gradient-following algorithms (1992).
 */
export async function* trainPolicy(
  rewards: TensorLike,
  options: PolicyOptions = {},
): AsyncGenerator<PolicyState, void, undefined> {
  checkOptions("trainPolicy", options, {
    reference: checkedLater,
    beta: positive,
    estimator: oneOf("exact", "k1", "k2", "k3", "k1 in reward"),
    draws: count(2),
    rate: positive,
    steps: count(1),
    seed: integer,
  });
  const { reference, beta = 1, estimator = "exact", draws = 64 } = options;
  const { rate = 0.1, steps = 300, seed = 0 } = options;
  const { rewards: given, logReference } = policyProblem("trainPolicy", rewards, reference);
  const actions = given.shape[given.shape.length - 1];
  const table = reshape(given, [-1, actions]);
  const before = broadcastTo(reshape(logReference, [-1, actions]), table.shape);
  const best = add(before, divide(table, beta));
  const prng = seeded(seed);
  const { start, step: stepOf } = adam({ rate });
  // What is added to the reference's logits: it begins as the reference, and what is barred there stays so.
  let state = start(zeros(table.shape));
  const othersTurn = turnsBetweenSteps("trainPolicy");
  for (let step = 1; step <= steps; step++) {
    const loss = (theta: Tensor): Tensor => {
      const logits = add(before, theta);
      if (estimator !== "exact") {
        const drawn = drawActions(softmax(logits), draws, prng);
        return sampledLoss(logSoftmax(logits), { drawn, draws, table, before, beta, estimator });
      }
      const reward = mean(sum(multiply(softmax(logits), table), { axis: 1 }));
      return subtract(multiply(beta, mean(klLogits(logits, before))), reward);
    };
    const { value, gradient } = valueAndGrad(loss)(state.parameters);
    state = stepOf(state, gradient, value);
    const logits = add(before, state.parameters);
    const policy = softmax(logits);
    const reward = mean(sum(multiply(policy, table), { axis: 1 })).item();
    const kl = mean(klLogits(logits, before)).item();
    const gap = mean(klLogits(logits, best)).item();
    yield {
      step,
      steps,
      policy: reshape(policy, given.shape),
      metrics: { reward, kl, objective: reward - beta * kl, gap },
    };
    await othersTurn();
  }
}

/** Places of drawn actions in the table of contexts × actions, context by context. */
function drawActions(
  { data, shape: [contexts, actions] }: Tensor,
  draws: number,
  prng: Prng,
): Float64Array {
  return Float64Array.from({ length: contexts * draws }, (_, at) => {
    const from = Math.floor(at / draws) * actions;
    return from + pick(data.subarray(from, from + actions), prng());
  });
}

interface Sampled {
  readonly drawn: Float64Array;
  readonly draws: number;
  readonly table: Tensor;
  readonly before: Tensor;
  readonly beta: number;
  readonly estimator: string;
}

function sampledLoss(
  logPolicy: Tensor,
  { drawn, draws, table, before, beta, estimator }: Sampled,
): Tensor {
  const logs = take(reshape(logPolicy, [-1]), drawn);
  const ratio = subtract(logs, take(reshape(before, [-1]), drawn)); // −ln r
  const isReward = estimator === "k1 in reward";
  const gains = Float64Array.from(
    drawn,
    (k, i) => table.data[k] - (isReward ? beta * ratio.data[i] : 0),
  );
  const advantages = gains.map((gain, i) => {
    const from = i - (i % draws);
    const total = gains.subarray(from, from + draws).reduce((a, b) => a + b, 0);
    return gain - (total - gain) / (draws - 1);
  });
  const score = mean(multiply(advantages, logs));
  if (isReward) return negative(score);
  const penalty =
    estimator === "k1"
      ? ratio
      : estimator === "k2"
        ? multiply(0.5, square(ratio))
        : add(expm1(negative(ratio)), ratio);
  return subtract(multiply(beta, mean(penalty)), score);
}
