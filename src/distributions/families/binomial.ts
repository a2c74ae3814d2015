import {
  logBetaKernel,
  logRegularizedBeta,
  regularizedBeta,
  type Tails,
} from "../../math/incomplete-beta";
import type { Prng } from "../../math/random";
import { drawCount, leastVariance } from "../draw-count";
import { IntegerFamily } from "../integer-family";
import { checkCount, checkProbability } from "../parameters";

/** The binomial distribution as a value; made by `binomial`. */
export class Binomial extends IntegerFamily {
  // Parameters
  readonly n: number;
  readonly p: number;
  constructor(n: number, p: number) {
    super();
    checkCount("binomial", "n", n);
    checkProbability("binomial", "p", p);
    this.n = n;
    this.p = p;
  }

  get family(): "binomial" {
    return "binomial";
  }

  get parameters(): { readonly n: number; readonly p: number } {
    return { n: this.n, p: this.p };
  }

  // Support
  get support(): readonly [number, number] {
    const { n, p } = this;
    return [p === 1 ? n : 0, p === 0 ? 0 : n];
  }

  // Probabilities
  protected logMass(k: number): number {
    const { n, p } = this;
    if (n === 0) return 0;
    if (k === 0) return n * Math.log1p(-p);
    if (k === n) return n * Math.log(p);
    return logBetaKernel(k, n - k, p, 1 - p) - Math.log((k / n) * (n - k));
  }

  override prob(x: number): number {
    const { n, p } = this;
    if (n > 50 || !Number.isInteger(x) || x < 0 || x > n) return super.prob(x);
    let choices = 1; // exact up to n = 50
    for (let i = 1; i <= Math.min(x, n - x); i++) choices = (choices * (n - i + 1)) / i;
    return choices * p ** x * (1 - p) ** (n - x);
  }

  protected tails(k: number): Tails {
    return regularizedBeta(this.n - k, k + 1, 1 - this.p, this.p);
  }

  protected override logTails(k: number): Tails {
    return logRegularizedBeta(this.n - k, k + 1, 1 - this.p, this.p);
  }

  override draw(prng: Prng): number {
    return this.variance < leastVariance ? super.draw(prng) : drawCount(this, prng);
  }

  // Moments
  get mean(): number {
    return this.n * this.p;
  }

  get variance(): number {
    return this.n * this.p * (1 - this.p);
  }
}

/**
 * The number of successes in n independent tosses: P(X = k) = C(n, k) p^k (1 − p)^(n − k).
 *
 * @param n the number of tosses, an integer ≥ 0
 * @param p the probability of success, in [0, 1]
 * @throws RangeError for a parameter out of range, TypeError for one that is no number
 *
 * @example
 * binomial(4, 0.5).prob(2); // 0.375
 * binomial(5, 1).entropy; // 0
 *
 * Source: N. L. Johnson, A. W. Kemp and S. Kotz, Univariate Discrete Distributions, 3rd ed. (2005), chapter 3.
 */
export function binomial(n: number, p: number): Binomial {
  return new Binomial(n, p);
}
