import { normalLogCdf } from "../../math/normal-log-cdf";
import { normalCdf, normalQuantile } from "../../math/normal-quantile";
import { Family } from "../family";
import { checkFinite, checkLevel, checkPositive, checkSurvivalLevel } from "../parameters";

/** The log-normal distribution as a value; made by `logNormal`. */
export class LogNormal extends Family {
  // Parameters
  readonly mu: number;
  readonly sigma: number;
  constructor(mu: number, sigma: number) {
    super();
    checkFinite("logNormal", "mu", mu);
    checkPositive("logNormal", "sigma", sigma);
    this.mu = mu;
    this.sigma = sigma;
  }

  get family(): "logNormal" {
    return "logNormal";
  }

  get parameters(): { readonly mu: number; readonly sigma: number } {
    return { mu: this.mu, sigma: this.sigma };
  }

  // Support
  get kind(): "continuous" {
    return "continuous";
  }

  get support(): readonly [number, number] {
    return [0, Number.POSITIVE_INFINITY];
  }

  // Probabilities
  logProb(x: number): number {
    if (!(x > 0)) return Number.NEGATIVE_INFINITY;
    const logX = Math.log(x);
    const z = (logX - this.mu) / this.sigma;
    return -(z * z) / 2 - logX - Math.log(this.sigma) - Math.log(2 * Math.PI) / 2;
  }

  cdf(x: number): number {
    return x <= 0 ? 0 : normalCdf((Math.log(x) - this.mu) / this.sigma);
  }

  override survival(x: number): number {
    return x <= 0 ? 1 : normalCdf((this.mu - Math.log(x)) / this.sigma);
  }

  override logCdf(x: number): number {
    return x <= 0 ? Number.NEGATIVE_INFINITY : normalLogCdf((Math.log(x) - this.mu) / this.sigma);
  }

  override logSurvival(x: number): number {
    return x <= 0 ? 0 : normalLogCdf((this.mu - Math.log(x)) / this.sigma);
  }

  override survivalQuantile(v: number): number {
    checkSurvivalLevel("logNormal", v);
    return Math.exp(this.mu - this.sigma * normalQuantile(v));
  }

  quantile(u: number): number {
    checkLevel("logNormal", u);
    return Math.exp(this.mu + this.sigma * normalQuantile(u));
  }

  // Moments
  get mean(): number {
    return Math.exp(this.mu + (this.sigma * this.sigma) / 2);
  }

  get variance(): number {
    const square = this.sigma * this.sigma;
    return Math.expm1(square) * Math.exp(2 * this.mu + square);
  }

  get entropy(): number {
    return this.mu + (1 + Math.log(2 * Math.PI)) / 2 + Math.log(this.sigma);
  }
}

/**
 * The log-normal distribution: ln X is normal(mu, sigma), density
 * f(x) = e^(−(ln x − mu)²/(2 sigma²))/(x sigma √(2π)).
 *
 * @param mu the mean of ln X, finite
 * @param sigma the standard deviation of ln X, finite, > 0
 * @throws RangeError for a parameter out of range, TypeError for one that is no number
 *
 * @example
 * logNormal(0, 1).mean; // 1.6487212707001282
 * logNormal(0, 1).quantile(0.5); // 1
 *
 * Source: N. L. Johnson, S. Kotz and N. Balakrishnan, Continuous Univariate Distributions 1, 2nd ed. (1994), chapter 14.
 */
export function logNormal(mu: number, sigma: number): LogNormal {
  return new LogNormal(mu, sigma);
}
