import { Family } from "../family";
import { checkLevel, checkProbability, checkSurvivalLevel } from "../parameters";

/** The Bernoulli distribution as a value; made by `bernoulli`. */
export class Bernoulli extends Family {
  // Parameters
  readonly p: number;

  constructor(p: number) {
    super();
    checkProbability("bernoulli", "p", p);
    this.p = p;
  }

  get family(): "bernoulli" {
    return "bernoulli";
  }

  get parameters(): { readonly p: number } {
    return { p: this.p };
  }

  // Support
  get kind(): "discrete" {
    return "discrete";
  }

  get support(): readonly [number, number] {
    return [this.p === 1 ? 1 : 0, this.p === 0 ? 0 : 1];
  }

  // Probabilities
  logProb(x: number): number {
    if (x === 1) return Math.log(this.p);
    return x === 0 ? Math.log1p(-this.p) : Number.NEGATIVE_INFINITY;
  }

  override prob(x: number): number {
    if (x === 1) return this.p;
    return x === 0 ? 1 - this.p : 0;
  }

  cdf(x: number): number {
    if (x >= 1) return 1;
    return x < 0 ? 0 : x >= 0 ? 1 - this.p : x;
  }

  override survival(x: number): number {
    if (x >= 1) return 0;
    return x < 0 ? 1 : x >= 0 ? this.p : x;
  }

  override survivalQuantile(v: number): number {
    checkSurvivalLevel("bernoulli", v);
    return v >= this.p ? this.support[0] : 1;
  }

  quantile(u: number): number {
    checkLevel("bernoulli", u);
    return u <= 1 - this.p ? this.support[0] : 1;
  }

  // Moments
  get mean(): number {
    return this.p;
  }

  get variance(): number {
    return this.p * (1 - this.p);
  }

  get entropy(): number {
    const { p } = this;
    const first = p > 0 ? -p * Math.log(p) : 0;
    return p < 1 ? first - (1 - p) * Math.log1p(-p) : first;
  }
}

/**
 * One toss of a coin, P(X = 1) = p and P(X = 0) = 1 − p.
 *
 * @param p in [0, 1]
 * @throws RangeError for a p out of range, TypeError for one that is no number
 *
 * @example
 * bernoulli(0.25).mean; // 0.25
 * bernoulli(0.5).entropy; // 0.6931471805599453
 *
 * Source: N. L. Johnson, A. W. Kemp and S. Kotz, Univariate Discrete Distributions, 3rd ed. (2005), section 3.1.
 */
export function bernoulli(p: number): Bernoulli {
  return new Bernoulli(p);
}
