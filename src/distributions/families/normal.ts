import { normalLogCdf } from "../../math/normal-log-cdf";
import { normalCdf, normalQuantile } from "../../math/normal-quantile";
import { Family } from "../family";
import { checkFinite, checkLevel, checkPositive, checkSurvivalLevel } from "../parameters";
import { standardized } from "../standardized";

/** The normal distribution as a value; made by `normal`. */
export class Normal extends Family {
  // Parameters
  readonly mean: number;
  readonly sd: number;

  constructor(mean: number, sd: number) {
    super();
    checkFinite("normal", "mean", mean);
    checkPositive("normal", "sd", sd);
    this.mean = mean;
    this.sd = sd;
  }

  get family(): "normal" {
    return "normal";
  }

  get parameters(): { readonly mean: number; readonly sd: number } {
    return { mean: this.mean, sd: this.sd };
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
    const z = standardized(x, this.mean, this.sd);
    return -(z * z) / 2 - Math.log(this.sd) - Math.log(2 * Math.PI) / 2;
  }

  cdf(x: number): number {
    return normalCdf(standardized(x, this.mean, this.sd));
  }

  override survival(x: number): number {
    return normalCdf(-standardized(x, this.mean, this.sd));
  }

  override logCdf(x: number): number {
    return normalLogCdf(standardized(x, this.mean, this.sd));
  }

  override logSurvival(x: number): number {
    return normalLogCdf(-standardized(x, this.mean, this.sd));
  }

  override survivalQuantile(v: number): number {
    checkSurvivalLevel("normal", v);
    return this.mean - this.sd * normalQuantile(v);
  }

  quantile(u: number): number {
    checkLevel("normal", u);
    return this.mean + this.sd * normalQuantile(u);
  }

  // Moments
  get variance(): number {
    return this.sd * this.sd;
  }

  get entropy(): number {
    return (1 + Math.log(2 * Math.PI)) / 2 + Math.log(this.sd);
  }
}

/**
 * The normal distribution N(mean, sd²), density e^(−(x − mean)²/(2 sd²)) / (sd √(2π)).
 *
 * @param mean finite
 * @param sd the standard deviation (not the variance), finite, > 0
 * @throws RangeError for a parameter out of range, TypeError for one that is no number
 *
 * @example
 * normal(0, 1).prob(0); // 0.3989422804014327
 * normal(3, 2).quantile(0.975); // 6.919927969080108
 *
 * Source: N. L. Johnson, S. Kotz and N. Balakrishnan, Continuous Univariate Distributions 1, 2nd ed. (1994), chapter 13.
 */
export function normal(mean: number, sd: number): Normal {
  return new Normal(mean, sd);
}
