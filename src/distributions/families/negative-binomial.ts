import {
  logBetaKernel,
  logRegularizedBeta,
  regularizedBeta,
  type Tails,
} from "../../math/incomplete-beta";
import type { Prng } from "../../math/random";
import { logStandardGamma } from "../gamma-parts";
import { IntegerFamily } from "../integer-family";
import { checkPositive, checkPositiveProbability } from "../parameters";
import { Gamma } from "./gamma";
import { Poisson } from "./poisson";

/** The negative binomial distribution as a value; made by `negativeBinomial`. */
export class NegativeBinomial extends IntegerFamily {
  // Parameters
  readonly r: number;
  readonly p: number;
  constructor(r: number, p: number) {
    super();
    checkPositive("negativeBinomial", "r", r);
    checkPositiveProbability("negativeBinomial", "p", p);
    this.r = r;
    this.p = p;
  }

  get family(): "negativeBinomial" {
    return "negativeBinomial";
  }

  get parameters(): { readonly r: number; readonly p: number } {
    return { r: this.r, p: this.p };
  }

  // Support
  get support(): readonly [number, number] {
    return [0, this.p === 1 ? 0 : Number.POSITIVE_INFINITY];
  }

  // Probabilities
  protected logMass(k: number): number {
    const { r, p } = this;
    return k === 0 ? r * Math.log(p) : logBetaKernel(r, k, p, 1 - p) - Math.log(k);
  }

  protected tails(k: number): Tails {
    return regularizedBeta(this.r, k + 1, this.p, 1 - this.p);
  }

  protected override logTails(k: number): Tails {
    return logRegularizedBeta(this.r, k + 1, this.p, 1 - this.p);
  }

  /** A Poisson draw whose rate is a gamma draw. */
  override draw(prng: Prng): number {
    const logRate = logStandardGamma(this.r, prng) + Math.log1p(-this.p) - Math.log(this.p);
    const rate = Math.exp(Math.min(700, logRate));
    return rate > 0 ? new Poisson(rate).draw(prng) : 0;
  }

  // Moments
  get mean(): number {
    return (this.r * (1 - this.p)) / this.p;
  }

  get variance(): number {
    return this.mean / this.p;
  }

  /** For a p so small that integers are as dense as numbers, that of its limit, a gamma distribution. */
  override get entropy(): number {
    const { r, p } = this;
    return p < 1e-200 && r * Math.log(p) < -40 ? new Gamma(r, p).entropy : super.entropy;
  }
}

/**
 * The number of failures before the r-th success: P(X = k) = Γ(k + r)/(k! Γ(r)) p^r (1 − p)^k.
 *
 * @param r how many successes are waited for; need not be whole; finite, > 0
 * @param p the probability of success, in (0, 1]
 * @throws RangeError for a parameter out of range, TypeError for one that is no number
 *
 * @example
 * negativeBinomial(1, 0.5).prob(2); // 0.12500000000000003
 * negativeBinomial(3, 0.25).mean; // 9
 *
 * Source: N. L. Johnson, A. W. Kemp and S. Kotz, Univariate Discrete Distributions, 3rd ed. (2005), chapter 5.
 */
export function negativeBinomial(r: number, p: number): NegativeBinomial {
  return new NegativeBinomial(r, p);
}
