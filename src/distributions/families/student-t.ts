import { logRegularizedBeta, regularizedBeta } from "../../math/incomplete-beta";
import { logGammaHalfStep } from "../../math/log-gamma";
import { studentTExcessEntropy } from "../../math/negentropy";
import { normalQuantile } from "../../math/normal-quantile";
import type { Prng } from "../../math/random";
import { Family, openUniform } from "../family";
import { standardGamma } from "../gamma-parts";
import { checkFinite, checkLevel, checkPositive, checkSurvivalLevel } from "../parameters";
import { logStandardized, standardized } from "../standardized";

/** The Student's t distribution as a value; made by `studentT`. */
export class StudentT extends Family {
  // Parameters
  readonly df: number;
  readonly location: number;
  readonly scale: number;
  constructor(df: number, location: number, scale: number) {
    super();
    checkPositive("studentT", "df", df);
    checkFinite("studentT", "location", location);
    checkPositive("studentT", "scale", scale);
    this.df = df;
    this.location = location;
    this.scale = scale;
  }

  get family(): "studentT" {
    return "studentT";
  }

  get parameters(): { readonly df: number; readonly location: number; readonly scale: number } {
    return { df: this.df, location: this.location, scale: this.scale };
  }

  // Support
  get kind(): "continuous" {
    return "continuous";
  }

  get support(): readonly [number, number] {
    return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  }

  // Probabilities
  logProb(x: number): number {
    const { df, location, scale } = this;
    const z = Math.abs(standardized(x, location, scale));
    const square = (z / df) * z;
    const power =
      square < 1e300 ? Math.log1p(square) : 2 * logStandardized(x, location, scale) - Math.log(df);
    return (
      logGammaHalfStep(df / 2) -
      Math.log(Math.PI * df) / 2 -
      Math.log(scale) -
      ((df + 1) / 2) * power
    );
  }

  cdf(x: number): number {
    return this.#tail(standardized(x, this.location, this.scale), x);
  }

  override survival(x: number): number {
    return this.#tail(-standardized(x, this.location, this.scale), x);
  }

  override logCdf(x: number): number {
    return this.#logTail(standardized(x, this.location, this.scale), x);
  }

  override logSurvival(x: number): number {
    return this.#logTail(-standardized(x, this.location, this.scale), x);
  }

  override survivalQuantile(v: number): number {
    checkSurvivalLevel("studentT", v);
    if (v === 0.5) return this.location;
    const standard = new StudentT(this.df, 0, 1);
    return this.location - this.scale * standard.quantile(v);
  }

  quantile(u: number): number {
    checkLevel("studentT", u);
    if (u === 0.5) return this.location;
    return this.invertedCdf(u, this.location, this.scale);
  }

  override draw(prng: Prng): number {
    const z = normalQuantile(openUniform(prng));
    return (
      this.location + (this.scale * z) / Math.sqrt(standardGamma(this.df / 2, prng) / (this.df / 2))
    );
  }

  // Moments
  get mean(): number {
    return this.df > 1 ? this.location : Number.NaN;
  }

  get variance(): number {
    const { df, scale } = this;
    if (df <= 2) return df > 1 ? Number.POSITIVE_INFINITY : Number.NaN;
    return (scale * scale * df) / (df - 2);
  }

  get entropy(): number {
    return (1 + Math.log(2 * Math.PI)) / 2 + studentTExcessEntropy(this.df) + Math.log(this.scale);
  }

  /** P(Z ≤ z) for the standard distribution. */
  #tail(z: number, x: number): number {
    const { df } = this;
    if (!Number.isFinite(x)) return Math.max(0, Math.sign(z));
    const square = (z / df) * z;
    const half =
      square < 1e300
        ? regularizedBeta(df / 2, 0.5, 1 / (1 + square), square / (1 + square)).lower / 2
        : Math.exp(this.#logFarTail(x));
    return z > 0 ? 1 - half : half;
  }

  #logTail(z: number, x: number): number {
    const { df } = this;
    if (z > 0) return Math.log1p(-this.#tail(-z, x));
    if (!Number.isFinite(x)) return z;
    const square = (z / df) * z;
    if (square >= 1e300) return this.#logFarTail(x);
    const [near, far] = [1 / (1 + square), square / (1 + square)];
    return logRegularizedBeta(df / 2, 0.5, near, far).lower - Math.LN2;
  }

  /** Where the density is its power law: z·f(z)/df, in logarithms. */
  #logFarTail(x: number): number {
    const { df, location, scale } = this;
    const logPower = (df / 2) * (Math.log(df) - 2 * logStandardized(x, location, scale));
    return logPower + logGammaHalfStep(df / 2) - Math.log(Math.PI) / 2 - Math.log(df);
  }
}

/**
 * Student's t distribution, density ∝ (1 + z²/df)^(−(df + 1)/2) with z = (x − location)/scale.
 *
 * @param df the degrees of freedom, finite, > 0
 * @param location finite
 * @param scale finite, > 0
 * @throws RangeError for a parameter out of range, TypeError for one that is no number
 *
 * @example
 * studentT(3, 0, 1).variance; // 3
 * studentT(1, 0, 1).cdf(1); // 0.7499999999999999
 *
 * Source: N. L. Johnson, S. Kotz and N. Balakrishnan, Continuous Univariate Distributions 2, 2nd ed. (1995), chapter 28.
 */
export function studentT(df: number, location: number, scale: number): StudentT {
  return new StudentT(df, location, scale);
}
