import { solveLower } from "../../math/linear-algebra";
import { normalQuantile } from "../../math/normal-quantile";
import type { Prng } from "../../math/random";
import { checkedCovariance } from "../checked-covariance";
import { openUniform } from "../family";
import { MultivariateFamily } from "../multivariate-family";
import { checkFinite, checkList } from "../parameters";

/** The multivariate normal distribution as a value; made by `multivariateNormal`. */
export class MultivariateNormal extends MultivariateFamily {
  // Parameters
  readonly mean: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  /** The lower triangular L with L Lᵀ = covariance. */
  readonly cholesky: readonly (readonly number[])[];

  constructor(mean: ArrayLike<number>, covariance: ArrayLike<ArrayLike<number>>) {
    super();
    checkList("multivariateNormal", "mean", mean);
    this.mean = Array.from(mean);
    for (const [i, m] of this.mean.entries()) checkFinite("multivariateNormal", `mean[${i}]`, m);
    ({ matrix: this.covariance, root: this.cholesky } = checkedCovariance(
      "multivariateNormal",
      "covariance",
      covariance,
      mean.length,
    ));
  }

  get family(): "multivariateNormal" {
    return "multivariateNormal";
  }

  get parameters(): {
    readonly mean: readonly number[];
    readonly covariance: readonly (readonly number[])[];
  } {
    return { mean: this.mean, covariance: this.covariance };
  }

  // Support
  get kind(): "continuous" {
    return "continuous";
  }

  get dimension(): number {
    return this.mean.length;
  }

  get support(): readonly (readonly [number, number])[] {
    return this.mean.map(() => [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const);
  }

  // Probabilities
  protected logDensity(x: readonly number[]): number {
    const z = solveLower(
      this.cholesky,
      x.map((value, i) => value - this.mean[i]),
    );
    const square = z.reduce((sum, value) => sum + value * value, 0);
    return -square / 2 - this.#logScale;
  }

  /** ½ ln det(2π·covariance). */
  get #logScale(): number {
    const logs = this.cholesky.reduce((sum, row, i) => sum + Math.log(row[i]), 0);
    return logs + (this.dimension * Math.log(2 * Math.PI)) / 2;
  }

  draw(prng: Prng): number[] {
    const z = this.mean.map(() => normalQuantile(openUniform(prng)));
    return this.mean.map((m, i) =>
      this.cholesky[i].reduce((sum, entry, j) => (j <= i ? sum + entry * z[j] : sum), m),
    );
  }

  // Moments
  get variance(): readonly number[] {
    return this.covariance.map((row, i) => row[i]);
  }

  get entropy(): number {
    return this.#logScale + this.dimension / 2;
  }
}

/**
 * The multivariate normal distribution N(m, C), density f(x) = e^(−(x − m)ᵀ C⁻¹ (x − m)/2)/√((2π)ⁿ det C).
 *
 * @param mean n entries, finite
 * @param covariance n rows of n entries, symmetric, positive definite
 * @throws RangeError for entries out of range or a covariance that is not positive definite, TypeError for shapes
 *
 * @example
 * multivariateNormal([0, 0], [[1, 0], [0, 1]]).logProb([0, 0]); // -1.8378770664093453
 * multivariateNormal([1, 2], [[2, 1], [1, 2]]).entropy; // 3.3871832107434
 *
 * Source: C. M. Bishop, Pattern Recognition and Machine Learning (2006), section 2.3.
 */
export function multivariateNormal(
  mean: ArrayLike<number>,
  covariance: ArrayLike<ArrayLike<number>>,
): MultivariateNormal {
  return new MultivariateNormal(mean, covariance);
}
