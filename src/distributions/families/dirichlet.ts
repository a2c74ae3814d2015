import { binet, stirlingTerms } from "../../math/binet";
import { digamma, logGamma } from "../../math/log-gamma";
import { logGammaBregman } from "../../math/log-gamma-bregman";
import { logSumExp } from "../../math/log-sum-exp";
import type { Prng } from "../../math/random";
import { logStandardGamma } from "../gamma-parts";
import { MultivariateFamily } from "../multivariate-family";
import { checkList, checkPositive } from "../parameters";

/** The Dirichlet distribution as a value; made by `dirichlet`. */
export class Dirichlet extends MultivariateFamily {
  // Parameters
  readonly alpha: readonly number[];
  readonly #total: number;
  readonly #logBeta: number;

  constructor(alpha: ArrayLike<number>) {
    super();
    checkList("dirichlet", "alpha", alpha, 2);
    this.alpha = Array.from(alpha);
    for (const [i, a] of this.alpha.entries()) checkPositive("dirichlet", `alpha[${i}]`, a);
    this.#total = this.alpha.reduce((sum, a) => sum + a, 0);
    this.#logBeta = this.alpha.reduce((sum, a) => sum + logGamma(a), -logGamma(this.#total));
  }

  get family(): "dirichlet" {
    return "dirichlet";
  }

  get parameters(): { readonly alpha: readonly number[] } {
    return { alpha: this.alpha };
  }

  // Support
  get kind(): "continuous" {
    return "continuous";
  }

  get dimension(): number {
    return this.alpha.length;
  }

  get support(): readonly (readonly [number, number])[] {
    return this.alpha.map(() => [0, 1] as const);
  }

  // Probabilities
  protected logDensity(x: readonly number[]): number {
    const total = x.reduce((sum, share) => sum + share, 0);
    if (!(Math.abs(total - 1) < 1e-9)) return Number.NEGATIVE_INFINITY;
    let sum = -this.#logBeta;
    for (const [i, a] of this.alpha.entries()) {
      if (!(x[i] >= 0)) return Number.NEGATIVE_INFINITY;
      if (a !== 1) sum += (a - 1) * Math.log(x[i]);
    }
    return sum;
  }

  draw(prng: Prng): number[] {
    const logs = this.alpha.map((a) => logStandardGamma(a, prng));
    const total = logSumExp(logs);
    return logs.map((log) => Math.exp(log - total));
  }

  // Moments
  get mean(): readonly number[] {
    return this.alpha.map((a) => a / this.#total);
  }

  get variance(): readonly number[] {
    const s = this.#total;
    return this.alpha.map((a) => ((a / s) * ((s - a) / s)) / (s + 1));
  }

  get entropy(): number {
    const { alpha } = this;
    const n = alpha.length;
    if (this.#total < 1e3) {
      // From the relative entropy to the uniform Dirichlet, which loses no digits near it.
      const toUniform = alpha.reduce((sum, a) => sum + logGammaBregman(1, a), 0);
      return -logGamma(n) - (toUniform - logGammaBregman(n, this.#total));
    }
    // Of large parameters ln B and the digammas are great and cancel; what Stirling's formula leaves does not.
    const part = alpha.reduce((sum, a) => sum + surprise(a), 0) - surprise(this.#total);
    return part - (n - 1) * digamma(this.#total);
  }
}

/** ln Γ(a) − (a − 1) ψ(a) + a, which grows like ½ ln a. */
function surprise(a: number): number {
  if (a < 100) return logGamma(a) - (a - 1) * digamma(a) + a;
  let slope = 0; // of what Stirling's formula leaves out
  for (const [coefficient, power] of stirlingTerms)
    slope -= coefficient * power * a ** -(power + 1);
  const left = binet(a) - (a - 1) * slope;
  return (Math.log(2 * Math.PI * a) + 1 - 1 / a) / 2 + left;
}

/**
 * The Dirichlet distribution of n probabilities that sum to 1, density ∝ Π xᵢ^(alphaᵢ − 1).
 *
 * The density is with respect to the first n − 1 coordinates. A draw takes a gamma draw for each entry, so that a
 * million of them take longer than the second of other families.
 *
 * @param alpha at least two entries, each finite, > 0
 * @throws RangeError for an entry out of range, TypeError for what is no array of numbers
 *
 * @example
 * dirichlet([1, 1, 1]).logProb([0.2, 0.3, 0.5]); // 0.6931471805599452
 * dirichlet([2, 6]).mean; // [0.25, 0.75]
 *
 * Source: S. Kotz, N. Balakrishnan and N. L. Johnson, Continuous Multivariate Distributions 1, 2nd ed. (2000), chapter 49.
 */
export function dirichlet(alpha: ArrayLike<number>): Dirichlet {
  return new Dirichlet(alpha);
}
