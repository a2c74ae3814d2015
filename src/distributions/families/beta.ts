import { logBetaKernel, logRegularizedBeta, regularizedBeta } from "../../math/incomplete-beta";
import { logBeta } from "../../math/log-gamma";
import { logGammaBregman } from "../../math/log-gamma-bregman";
import { betaNegentropy } from "../../math/negentropy";
import type { Prng } from "../../math/random";
import { Family } from "../family";
import { logStandardGamma } from "../gamma-parts";
import { checkLevel, checkPositive } from "../parameters";

/** The beta distribution as a value; made by `beta`. */
export class Beta extends Family {
  // Parameters
  readonly alpha: number;
  readonly beta: number;
  constructor(alpha: number, beta: number) {
    super();
    checkPositive("beta", "alpha", alpha);
    checkPositive("beta", "beta", beta);
    this.alpha = alpha;
    this.beta = beta;
  }

  get family(): "beta" {
    return "beta";
  }

  get parameters(): { readonly alpha: number; readonly beta: number } {
    return { alpha: this.alpha, beta: this.beta };
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
    const { alpha, beta } = this;
    if (!(x >= 0 && x <= 1)) return Number.NEGATIVE_INFINITY;
    if (x === 0) return atEnd(alpha, beta);
    if (x === 1) return atEnd(beta, alpha);
    return logDensity(alpha, beta, x, 1 - x, Math.log1p(-x));
  }

  /** `logProb(1 − y)`, also for a y that 1 − y does not tell from 0: there may be a pole. */
  logProbBelowEnd(y: number): number {
    if (!(y > 0 && y < 1)) return this.logProb(1 - y);
    return logDensity(this.beta, this.alpha, y, 1 - y, Math.log1p(-y));
  }

  cdf(x: number): number {
    return regularizedBeta(this.alpha, this.beta, x).lower;
  }

  override survival(x: number): number {
    return regularizedBeta(this.alpha, this.beta, x).upper;
  }

  override logCdf(x: number): number {
    return logRegularizedBeta(this.alpha, this.beta, x).lower;
  }

  override logSurvival(x: number): number {
    return logRegularizedBeta(this.alpha, this.beta, x).upper;
  }

  quantile(u: number): number {
    checkLevel("beta", u);
    if (u === 0 || u === 1) return u;
    return this.invertedCdf(u, this.mean, Math.sqrt(this.variance));
  }

  override draw(prng: Prng): number {
    // Two gammas, in logarithms, since both may underflow where alpha and beta are small.
    const a = logStandardGamma(this.alpha, prng);
    const b = logStandardGamma(this.beta, prng);
    return a > b ? 1 / (1 + Math.exp(b - a)) : Math.exp(a - b) / (1 + Math.exp(a - b));
  }

  // Moments
  get mean(): number {
    return this.alpha / (this.alpha + this.beta);
  }

  get variance(): number {
    const s = this.alpha + this.beta;
    return ((this.alpha / s) * (this.beta / s)) / (s + 1);
  }

  get entropy(): number {
    const { alpha, beta, variance } = this;
    // Near the uniform distribution, minus the relative entropy to it.
    if (alpha + beta < 20) {
      const sum = logGammaBregman(2, alpha + beta);
      return sum - logGammaBregman(1, alpha) - logGammaBregman(1, beta);
    }
    return (1 + Math.log(2 * Math.PI * variance)) / 2 - betaNegentropy(alpha, beta);
  }
}

/** From x, y = 1 − x and ln y. */
function logDensity(alpha: number, beta: number, x: number, y: number, logY: number): number {
  // Small exponents directly, so that beta(1, 1) is 0 everywhere; large ones by the saddle point.
  if (alpha < 5 && beta < 5) {
    return (alpha - 1) * Math.log(x) + (beta - 1) * logY - logBeta(alpha, beta);
  }
  return logBetaKernel(alpha, beta, x, y) - Math.log(x) - logY;
}

/** The logarithm of the density where the coordinate with exponent a − 1 is 0; there the other is 1 and B(1, b) = 1/b. */
function atEnd(a: number, b: number): number {
  if (a === 1) return Math.log(b);
  return a < 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
}

/**
 * The beta distribution on [0, 1], density x^(alpha − 1) (1 − x)^(beta − 1)/B(alpha, beta).
 *
 * @param alpha finite, > 0
 * @param beta finite, > 0
 * @throws RangeError for a parameter out of range, TypeError for one that is no number
 *
 * @example
 * beta(2, 1).mean; // 0.6666666666666666
 * beta(1, 1).entropy; // 0
 *
 * Source: N. L. Johnson, S. Kotz and N. Balakrishnan, Continuous Univariate Distributions 2, 2nd ed. (1995), chapter 25.
 */
export function beta(alpha: number, beta: number): Beta {
  return new Beta(alpha, beta);
}
