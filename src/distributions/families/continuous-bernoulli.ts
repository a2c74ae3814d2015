import { logSinhc, logSinhcCurvature, logSinhcSlope } from "../../math/log-sinhc";
import { Family } from "../family";
import { checkInnerProbability, checkLevel, checkSurvivalLevel } from "../parameters";

/** The continuous Bernoulli distribution as a value; made by `continuousBernoulli`. */
export class ContinuousBernoulli extends Family {
  // Parameters
  readonly p: number;
  constructor(p: number) {
    super();
    checkInnerProbability("continuousBernoulli", "p", p);
    this.p = p;
  }

  get family(): "continuousBernoulli" {
    return "continuousBernoulli";
  }

  get parameters(): { readonly p: number } {
    return { p: this.p };
  }

  // Support
  get kind(): "continuous" {
    return "continuous";
  }

  get support(): readonly [number, number] {
    return [0, 1];
  }

  // Probabilities
  logProb(x: number): number {
    if (!(x >= 0 && x <= 1)) return Number.NEGATIVE_INFINITY;
    return this.logit * (x - 0.5) - logSinhc(this.logit / 2);
  }

  cdf(x: number): number {
    const { logit } = this;
    if (!(x > 0)) return Number.isNaN(x) ? x : 0;
    if (x >= 1) return 1;
    if (logit > 0) return Math.exp(logit * (x - 1)) * (Math.expm1(-logit * x) / Math.expm1(-logit));
    return logit === 0 ? x : Math.expm1(logit * x) / Math.expm1(logit);
  }

  override survival(x: number): number {
    const { logit } = this;
    if (!(x > 0)) return Number.isNaN(x) ? x : 1;
    if (x >= 1) return 0;
    if (logit < 0) return Math.exp(logit * x) * (Math.expm1(logit * (1 - x)) / Math.expm1(logit));
    return logit === 0 ? 1 - x : Math.expm1(-logit * (1 - x)) / Math.expm1(-logit);
  }

  override logCdf(x: number): number {
    const { logit } = this;
    if (!(x > 0 && x < 1 && logit * (1 - x) > 1)) return super.logCdf(x);
    return logit * (x - 1) + Math.log(Math.expm1(-logit * x) / Math.expm1(-logit));
  }

  override logSurvival(x: number): number {
    const { logit } = this;
    if (!(x > 0 && x < 1 && logit * x < -1)) return super.logSurvival(x);
    return logit * x + Math.log(Math.expm1(logit * (1 - x)) / Math.expm1(logit));
  }

  override survivalQuantile(v: number): number {
    checkSurvivalLevel("continuousBernoulli", v);
    const { logit } = this;
    if (logit === 0 || v >= 0.5) return this.quantile(1 - v);
    if (v === 0) return 1;
    const part = v * Math.expm1(-logit);
    return part < 1
      ? 1 + Math.log1p(part) / logit
      : Math.log(Math.exp(logit) - v * Math.expm1(logit)) / logit;
  }

  quantile(u: number): number {
    checkLevel("continuousBernoulli", u);
    const { logit } = this;
    if (logit === 0 || u === 0 || u === 1) return u;
    if (logit < 0) return Math.log1p(u * Math.expm1(logit)) / logit;
    // From the nearer end.
    if (u < 0.5) return Math.log1p(u * Math.expm1(logit)) / logit;
    return 1 + Math.log1p((1 - u) * Math.expm1(-logit)) / logit;
  }

  // Moments
  get mean(): number {
    return 0.5 + logSinhcSlope(this.logit / 2) / 2;
  }

  get variance(): number {
    return logSinhcCurvature(this.logit / 2) / 4;
  }

  get entropy(): number {
    const half = this.logit / 2;
    return logSinhc(half) - half * logSinhcSlope(half);
  }

  /** ln(p/(1 − p)), the natural parameter. */
  get logit(): number {
    const { p } = this;
    return p > 0.25 && p < 0.75 ? Math.log1p((2 * p - 1) / (1 - p)) : Math.log(p) - Math.log1p(-p);
  }
}

/**
 * The continuous Bernoulli distribution on [0, 1], density ∝ p^x (1 − p)^(1 − x).
 *
 * @param p strictly between 0 and 1; ½ gives the uniform distribution; the mean is another number
 * @throws RangeError for a parameter out of range, TypeError for one that is no number
 *
 * @example
 * continuousBernoulli(0.5).mean; // 0.5
 * continuousBernoulli(0.8).cdf(0.5); // 0.33333333333333326
 *
 * Source: G. Loaiza-Ganem and J. P. Cunningham, The continuous Bernoulli: fixing a pervasive error in variational autoencoders (2019).
 */
export function continuousBernoulli(p: number): ContinuousBernoulli {
  return new ContinuousBernoulli(p);
}
