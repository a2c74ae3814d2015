import { Family } from "../family";
import { checkLevel, checkPositive, checkSurvivalLevel } from "../parameters";

/** The exponential distribution as a value; made by `exponential`. */
export class Exponential extends Family {
  // Parameters
  readonly rate: number;
  constructor(rate: number) {
    super();
    checkPositive("exponential", "rate", rate);
    this.rate = rate;
  }

  get family(): "exponential" {
    return "exponential";
  }

  get parameters(): { readonly rate: number } {
    return { rate: this.rate };
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
    return x >= 0 ? Math.log(this.rate) - this.rate * x : Number.NEGATIVE_INFINITY;
  }

  cdf(x: number): number {
    return x <= 0 ? 0 : -Math.expm1(-this.rate * x);
  }

  override survival(x: number): number {
    return x <= 0 ? 1 : Math.exp(-this.rate * x);
  }

  override logCdf(x: number): number {
    const mean = this.rate * x;
    // So near 0 that the product may underflow.
    if (x > 0 && mean < 1e-300) return Math.log(this.rate) + Math.log(x);
    return super.logCdf(x);
  }

  override logSurvival(x: number): number {
    return x <= 0 ? 0 : -this.rate * x;
  }

  override survivalQuantile(v: number): number {
    checkSurvivalLevel("exponential", v);
    return v === 1 ? 0 : -Math.log(v) / this.rate;
  }

  quantile(u: number): number {
    checkLevel("exponential", u);
    return -Math.log1p(-u) / this.rate;
  }

  // Moments
  get mean(): number {
    return 1 / this.rate;
  }

  get variance(): number {
    return 1 / this.rate / this.rate;
  }

  get entropy(): number {
    return 1 - Math.log(this.rate);
  }
}

/**
 * The exponential distribution, density rate · e^(−rate·x) for x ≥ 0.
 *
 * @param rate the inverse of the mean, finite, > 0
 * @throws RangeError for a parameter out of range, TypeError for one that is no number
 *
 * @example
 * exponential(2).mean; // 0.5
 * exponential(2).quantile(0.5); // 0.34657359027997264
 *
 * Source: N. L. Johnson, S. Kotz and N. Balakrishnan, Continuous Univariate Distributions 1, 2nd ed. (1994), chapter 19.
 */
export function exponential(rate: number): Exponential {
  return new Exponential(rate);
}
