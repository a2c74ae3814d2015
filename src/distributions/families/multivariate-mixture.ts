import { logSumExp } from "../../math/log-sum-exp";
import type { Prng } from "../../math/random";
import { valueError } from "../../words/errors";
import type { MultivariateDistribution } from "../distribution";
import { openUniform } from "../family";
import { type CheckedMixture, pickComponent } from "../mixture-parts";
import { MultivariateFamily } from "../multivariate-family";

/** A mixture of distributions of several dimensions as a value; made by `mixture`. */
export class MultivariateMixture extends MultivariateFamily {
  // Parameters
  readonly weights: readonly number[];
  readonly components: readonly MultivariateDistribution[];
  readonly kind: "continuous" | "discrete";

  constructor({ weights, components, kind }: CheckedMixture<MultivariateDistribution>) {
    super();
    this.weights = weights;
    this.components = components;
    this.kind = kind;
  }

  get family(): "mixture" {
    return "mixture";
  }

  get parameters(): {
    readonly weights: readonly number[];
    readonly components: readonly MultivariateDistribution[];
  } {
    return { weights: this.weights, components: this.components };
  }

  // Support
  get dimension(): number {
    return this.components[0].dimension;
  }

  get support(): readonly (readonly [number, number])[] {
    return this.components[0].support.map((_, j) => [
      Math.min(...this.components.map((c) => c.support[j][0])),
      Math.max(...this.components.map((c) => c.support[j][1])),
    ]);
  }

  // Probabilities
  protected logDensity(x: readonly number[]): number {
    return logSumExp(this.components.map((c, i) => Math.log(this.weights[i]) + c.logProb(x)));
  }

  draw(prng: Prng): number[] {
    const c = this.components[pickComponent(this.weights, openUniform(prng))];
    return c.sample(1, prng)[0];
  }

  // Moments
  get mean(): readonly number[] {
    return this.support.map((_, j) =>
      this.components.reduce((sum, c, i) => sum + this.weights[i] * c.mean[j], 0),
    );
  }

  get variance(): readonly number[] {
    return this.mean.map((mean, j) =>
      this.components.reduce(
        (sum, c, i) => sum + this.weights[i] * (c.variance[j] + (c.mean[j] - mean) ** 2),
        0,
      ),
    );
  }

  get entropy(): number {
    throw valueError(
      "entropy",
      "多维混合分布的熵没有闭式；用 estimateEntropy(d.sample(n, prng)) 估计",
      "the entropy of a mixture of several dimensions has no closed form; estimate it with estimateEntropy(d.sample(n, prng))",
    );
  }
}
