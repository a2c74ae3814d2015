import type { Prng } from "../../math/random";
import { shapeError } from "../../words/errors";
import { type Distribution, isDistribution, isMultivariate } from "../distribution";
import { MultivariateFamily } from "../multivariate-family";
import { checkList } from "../parameters";

/** Independent coordinates as a value; made by `independent`. */
export class Independent extends MultivariateFamily {
  // Parameters
  readonly components: readonly Distribution[];
  readonly kind: "continuous" | "discrete";

  constructor(components: readonly Distribution[]) {
    super();
    checkList("independent", "components", components);
    for (const [i, component] of components.entries()) {
      if (isDistribution(component) && !isMultivariate(component)) continue;
      throw shapeError(
        "independent",
        `components[${i}] 应为一维分布`,
        `components[${i}] must be a one-dimensional distribution`,
      );
    }
    this.components = [...components];
    this.kind = components.every(({ kind }) => kind === "discrete") ? "discrete" : "continuous";
  }

  get family(): "independent" {
    return "independent";
  }

  get parameters(): { readonly components: readonly Distribution[] } {
    return { components: this.components };
  }

  // Support
  get dimension(): number {
    return this.components.length;
  }

  get support(): readonly (readonly [number, number])[] {
    return this.components.map((component) => component.support);
  }

  // Probabilities
  protected logDensity(x: readonly number[]): number {
    return this.components.reduce((sum, component, i) => sum + component.logProb(x[i]), 0);
  }

  draw(prng: Prng): number[] {
    return this.components.map((component) => component.sample(1, prng)[0]);
  }

  override sample(n: number, prng: Prng): number[][] {
    const columns = this.components.map((component) => component.sample(n, prng));
    return Array.from({ length: n }, (_, i) => columns.map((column) => column[i]));
  }

  // Moments
  get mean(): readonly number[] {
    return this.components.map(({ mean }) => mean);
  }

  get variance(): readonly number[] {
    return this.components.map(({ variance }) => variance);
  }

  get entropy(): number {
    return this.components.reduce((sum, { entropy }) => sum + entropy, 0);
  }
}

/**
 * Points whose coordinates are independent, each with its own distribution: f(x) = ∏ fᵢ(xᵢ), and entropies add.
 *
 * @param components one-dimensional distributions, at least one
 * @throws TypeError for anything else
 *
 * @example
 * independent([normal(0, 1), normal(0, 1)]).logProb([0, 0]); // -1.8378770664093453
 * independent([poisson(2), bernoulli(0.5)]).mean; // [2, 0.5]
 *
 * Source: T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed. (2006), theorem 2.6.6.
 */
export function independent(components: readonly Distribution[]): Independent {
  return new Independent(components);
}
