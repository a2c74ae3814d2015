import { cholesky, solveLower } from "../../math/linear-algebra";
import { normalQuantile } from "../../math/normal-quantile";
import type { Prng } from "../../math/random";
import { shapeError, valueError } from "../../words/errors";
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
    this.covariance = checkedCovariance(covariance, mean.length);
    const root = cholesky(this.covariance);
    if (!root) {
      throw valueError(
        "multivariateNormal",
        "covariance 不是正定的；检查方差与相关系数",
        "covariance is not positive definite; check variances and correlations",
      );
    }
    this.cholesky = root;
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

function checkedCovariance(covariance: ArrayLike<ArrayLike<number>>, n: number): number[][] {
  checkList("multivariateNormal", "covariance", covariance);
  const rows = Array.from(covariance, (row) => Array.from(row ?? []));
  if (rows.length !== n || rows.some((row) => row.length !== n)) {
    throw shapeError(
      "multivariateNormal",
      `covariance 应为 ${n}×${n}，与 mean 的 ${n} 项相配`,
      `covariance must be ${n}×${n}, to match the ${n} entries of mean`,
    );
  }
  for (const [i, row] of rows.entries()) {
    for (const [j, value] of row.entries()) {
      checkFinite("multivariateNormal", `covariance[${i}][${j}]`, value);
      const other = rows[j][i];
      if (Math.abs(value - other) > 1e-12 * (Math.abs(value) + Math.abs(other))) {
        throw valueError(
          "multivariateNormal",
          `covariance[${i}][${j}] 是 ${value} 而 covariance[${j}][${i}] 是 ${other}，应对称`,
          `covariance[${i}][${j}] is ${value} but covariance[${j}][${i}] is ${other}; it must be symmetric`,
        );
      }
    }
  }
  return rows;
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
