import { cholesky, solveLower } from "../../math/linear-algebra";
import { digamma, logGamma } from "../../math/log-gamma";
import { normalQuantile } from "../../math/normal-quantile";
import type { Prng } from "../../math/random";
import { valueError } from "../../words/errors";
import { checkedCovariance, checkedSymmetric } from "../checked-covariance";
import { openUniform } from "../family";
import { logStandardGamma } from "../gamma-parts";
import { MultivariateFamily } from "../multivariate-family";
import { checkFinite } from "../parameters";
import { gamma } from "./gamma";

type Rows = readonly (readonly number[])[];

/** The Wishart distribution as a value; made by `wishart`. */
export class Wishart extends MultivariateFamily {
  // Parameters
  readonly df: number;
  readonly scale: Rows;
  /** The lower triangular L with L Lᵀ = scale. */
  readonly cholesky: Rows;

  constructor(df: number, scale: ArrayLike<ArrayLike<number>>) {
    super();
    ({ matrix: this.scale, root: this.cholesky } = checkedCovariance("wishart", "scale", scale));
    checkFinite("wishart", "df", df);
    const least = this.scale.length - 1;
    if (!(df > least)) {
      throw valueError(
        "wishart",
        `df 是 ${df}，${least + 1}×${least + 1} 的矩阵要 > ${least}`,
        `df is ${df}; for matrices of ${least + 1}×${least + 1} give one > ${least}`,
      );
    }
    this.df = df;
  }

  get family(): "wishart" {
    return "wishart";
  }

  get parameters(): { readonly df: number; readonly scale: Rows } {
    return { df: this.df, scale: this.scale };
  }

  // Support
  get kind(): "continuous" {
    return "continuous";
  }

  /** How many entries the lower triangle has, row by row: X₁₁, X₂₁, X₂₂ … */
  get dimension(): number {
    return this.#entries.length;
  }

  get support(): readonly (readonly [number, number])[] {
    return this.#each((i, j) => [i === j ? 0 : Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  }

  get #entries(): readonly (readonly [number, number])[] {
    return this.scale.flatMap((_, i) => Array.from({ length: i + 1 }, (__, j) => [i, j] as const));
  }

  #each<T>(of: (i: number, j: number) => T): T[] {
    return this.#entries.map(([i, j]) => of(i, j));
  }

  // Probabilities
  /** ln of the density of a matrix, given by its rows or as the entries of its lower triangle. */
  override logProb(x: readonly number[] | Rows): number {
    if (!Array.isArray(x?.[0])) return super.logProb(x as readonly number[]);
    const matrix = checkedSymmetric("wishart.logProb", "x", x as Rows, this.scale.length);
    return this.logDensity(this.#each((i, j) => matrix[i][j]));
  }

  override prob(x: readonly number[] | Rows): number {
    return Math.exp(this.logProb(x));
  }

  protected logDensity(x: readonly number[]): number {
    const { df, scale } = this;
    const root = cholesky(this.matrix(x));
    if (!root) return Number.NEGATIVE_INFINITY;
    // tr(V⁻¹X) is the square of all entries of L⁻¹R, X = R Rᵀ.
    let trace = 0;
    for (const column of scale.map((_, j) => root.map((row) => row[j]))) {
      for (const z of solveLower(this.cholesky, column)) trace += z * z;
    }
    const d = scale.length;
    return (
      (df - d - 1) * logRoots(root) - trace / 2 - df * logRoots(this.cholesky) - this.#logGammas
    );
  }

  /** ln Γ_d(df/2) + df·d/2·ln 2. */
  get #logGammas(): number {
    const d = this.scale.length;
    return this.#halves.reduce(
      (sum, a) => sum + logGamma(a),
      (d * (d - 1) * Math.log(Math.PI)) / 4 + (this.df * d * Math.LN2) / 2,
    );
  }

  /** Shapes of the gamma distributions of the squares on the diagonal of X's root: (df − i)/2. */
  get #halves(): readonly number[] {
    return this.scale.map((_, i) => (this.df - i) / 2);
  }

  /** The entries of a lower triangle, row by row, as a symmetric matrix. */
  matrix(x: readonly number[]): number[][] {
    const at = (i: number, j: number): number => x[(i * (i + 1)) / 2 + j];
    return this.scale.map((_, i) => this.scale.map((__, j) => (i < j ? at(j, i) : at(i, j))));
  }

  /** By Bartlett: X = (L A)(L A)ᵀ, Aᵢᵢ² gamma with shape (df − i)/2, below the diagonal standard normal. */
  draw(prng: Prng): number[] {
    const a = this.#halves.map((half, i) =>
      Array.from({ length: i + 1 }, (_, j) =>
        i === j
          ? Math.SQRT2 * Math.exp(logStandardGamma(half, prng) / 2)
          : normalQuantile(openUniform(prng)),
      ),
    );
    const root = this.cholesky.map((row, i) =>
      Array.from({ length: i + 1 }, (_, j) => {
        let sum = 0;
        for (let k = j; k <= i; k++) sum += row[k] * a[k][j];
        return sum;
      }),
    );
    return this.#each((i, j) => root[j].reduce((sum, x, k) => sum + x * root[i][k], 0));
  }

  // Moments
  get mean(): readonly number[] {
    return this.#each((i, j) => this.df * this.scale[i][j]);
  }

  get variance(): readonly number[] {
    const { df, scale } = this;
    return this.#each((i, j) => df * (scale[i][j] ** 2 + scale[i][i] * scale[j][j]));
  }

  /** E ln det X. */
  get meanLogDet(): number {
    return this.#halves.reduce(
      (sum, a) => sum + digamma(a) + Math.LN2,
      2 * logRoots(this.cholesky),
    );
  }

  /** From the entropies of Bartlett's independent entries, of which none is great for a great df. */
  get entropy(): number {
    const d = this.scale.length;
    const normals = (d * (d - 1) * (1 + Math.log(2 * Math.PI))) / 4;
    return this.#halves.reduce(
      (sum, a, i) => sum + gamma(a, 0.5).entropy + ((d - 1 - i) / 2) * (digamma(a) + Math.LN2),
      normals + (d + 1) * logRoots(this.cholesky),
    );
  }
}

/** ½ ln det of L Lᵀ. */
const logRoots = (root: Rows): number => root.reduce((sum, row, i) => sum + Math.log(row[i]), 0);

/**
 * The Wishart distribution of d×d matrices: X = Σ zₖzₖᵀ of df draws zₖ ~ N(0, scale), density
 * ∝ (det X)^((df − d − 1)/2) e^(−tr(scale⁻¹X)/2) on positive definite X.
 *
 * The density is with respect to the d(d + 1)/2 entries of the lower triangle, which are the coordinates of a point, row by row;
 * `logProb` takes a matrix as well, `matrix` makes one of a point.
 *
 * @param df degrees of freedom, > d − 1
 * @param scale d rows of d entries, symmetric, positive definite; the mean is df·scale
 * @throws RangeError for a df too small or a scale that is not positive definite, TypeError for shapes
 *
 * @example
 * wishart(5, [[1, 0], [0, 2]]).mean; // [5, 0, 10]
 * wishart(3, [[1]]).logProb([[2]]) - chiSquared(3).logProb(2) < 1e-14; // true
 *
 * Source: C. M. Bishop, Pattern Recognition and Machine Learning (2006), section B, Wishart.
 */
export function wishart(df: number, scale: ArrayLike<ArrayLike<number>>): Wishart {
  return new Wishart(df, scale);
}
