import { checkOptions } from "../../words/check-options";
import { positive } from "../../words/option-kinds";
import { decay } from "./decay";
import { type Optimizer, optimizerOf } from "./optimizer";

/** What gradient descent is told. */
export interface SgdOptions {
  /** η > 0: how far a step goes along the gradient. */
  readonly rate: number;
  /** How much of the step before goes on, 0 unless said. */
  readonly momentum?: number;
}

/**
 * Gradient descent, stochastic where gradients are: x′ = x − η u′, u′ = μ u + g.
 *
 * Pure: `start(parameters)` gives a state, `step(state, gradient, value?)` the next, whose `parameters` are new.
 *
 * @param options `rate`, `momentum`
 * @throws RangeError if an option is out of range, and by `step` where training diverges, naming the step
 *
 * @example
 * const { start, step } = sgd({ rate: 0.5 });
 * step(start(tensor(1)), tensor(1)).parameters.item(); // 0.5
 *
 * Source: I. Sutskever et al., On the importance of initialization and momentum in deep learning (2013).
 */
export function sgd(options: SgdOptions): Optimizer {
  checkOptions("sgd", options ?? {}, { rate: positive, momentum: decay });
  positive("sgd", "rate", options?.rate);
  const { rate, momentum = 0 } = options;
  return optimizerOf("sgd", rate, 1, (x, g, [u], { x: next, memory: [u2] }) => {
    for (let i = 0; i < x.length; i++) {
      u2[i] = momentum * u[i] + g[i];
      next[i] = x[i] - rate * u2[i];
    }
  });
}
