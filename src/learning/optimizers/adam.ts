import { checkOptions } from "../../words/check-options";
import { positive } from "../../words/option-kinds";
import { decay } from "./decay";
import { type Optimizer, optimizerOf } from "./optimizer";

/** What Adam is told. */
export interface AdamOptions {
  /** η > 0: about how far a parameter goes in a step. */
  readonly rate: number;
  /** How much of the mean of gradients is kept, 0.9 unless said. */
  readonly beta1?: number;
  /** How much of the mean of their squares is kept, 0.999 unless said. */
  readonly beta2?: number;
  /** Added to the root of that mean, 1e-8 unless said. */
  readonly epsilon?: number;
}

/**
 * Adam: x′ = x − η m̂/(√v̂ + ε), m and v running means of the gradients and their squares, m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ).
 *
 * Pure: `start(parameters)` gives a state, `step(state, gradient, value?)` the next, whose `parameters` are new.
 *
 * @param options `rate`, `beta1`, `beta2`, `epsilon`
 * @throws RangeError if an option is out of range, and by `step` where training diverges, naming the step
 *
 * @example
 * const { start, step } = adam({ rate: 0.1 });
 * step(start(tensor(1)), tensor(5)).parameters.item().toFixed(6); // "0.900000"
 *
 * Source: D. P. Kingma and J. Ba, Adam: a method for stochastic optimization (2015).
 */
export function adam(options: AdamOptions): Optimizer {
  checkOptions("adam", options ?? {}, {
    rate: positive,
    beta1: decay,
    beta2: decay,
    epsilon: positive,
  });
  positive("adam", "rate", options?.rate);
  const { rate, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = options;
  // √v is remembered, not v: squares of gradients from 1e154 on are no doubles.
  return optimizerOf("adam", rate, 2, (x, g, [m, r], { x: next, memory: [m2, r2], steps }) => {
    // The two corrections, and the rate, once a step: η m̂/(√v̂ + ε) = pace·m/(√v + least).
    const second = Math.sqrt(1 - beta2 ** steps);
    const pace = (rate * second) / (1 - beta1 ** steps);
    const least = epsilon * second;
    const [keep, take] = [Math.sqrt(beta2), Math.sqrt(1 - beta2)];
    for (let i = 0; i < x.length; i++) {
      m2[i] = beta1 * m[i] + (1 - beta1) * g[i];
      const square = beta2 * r[i] * r[i] + (1 - beta2) * g[i] * g[i];
      r2[i] = square < Number.MAX_VALUE ? Math.sqrt(square) : Math.hypot(keep * r[i], take * g[i]);
      next[i] = x[i] - pace * (m2[i] / (r2[i] + least));
    }
  });
}
