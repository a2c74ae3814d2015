import type { Tails } from "../../math/incomplete-beta";
import { log1mexp } from "../../math/log1mexp";
import type { Prng } from "../../math/random";
import { openUniform } from "../family";
import { IntegerFamily } from "../integer-family";
import { checkPositiveProbability } from "../parameters";

/** The geometric distribution as a value; made by `geometric`. */
export class Geometric extends IntegerFamily {
  // Parameters
  readonly p: number;
  constructor(p: number) {
    super();
    checkPositiveProbability("geometric", "p", p);
    this.p = p;
  }

  get family(): "geometric" {
    return "geometric";
  }

  get parameters(): { readonly p: number } {
    return { p: this.p };
  }

  // Support
  get support(): readonly [number, number] {
    return [0, this.p === 1 ? 0 : Number.POSITIVE_INFINITY];
  }

  // Probabilities
  protected logMass(k: number): number {
    return k === 0 ? Math.log(this.p) : Math.log(this.p) + k * Math.log1p(-this.p);
  }

  override prob(x: number): number {
    return Number.isInteger(x) && x >= 0 ? this.p * (1 - this.p) ** x : 0;
  }

  protected tails(k: number): Tails {
    const logUpper = (k + 1) * Math.log1p(-this.p);
    return { lower: -Math.expm1(logUpper), upper: Math.exp(logUpper) };
  }

  protected override logTails(k: number): Tails {
    const upper = (k + 1) * Math.log1p(-this.p);
    return { lower: log1mexp(upper), upper };
  }

  override draw(prng: Prng): number {
    const u = openUniform(prng);
    return this.p === 1 ? 0 : Math.max(0, Math.ceil(Math.log1p(-u) / Math.log1p(-this.p)) - 1);
  }

  // Moments
  get mean(): number {
    return (1 - this.p) / this.p;
  }

  get variance(): number {
    return (1 - this.p) / (this.p * this.p);
  }

  override get entropy(): number {
    const { p } = this;
    return p === 1 ? 0 : -Math.log(p) - ((1 - p) / p) * Math.log1p(-p);
  }
}

/**
 * The number of failures before the first success: P(X = k) = p (1 − p)^k, k = 0, 1, 2 …
 *
 * @param p the probability of success, in (0, 1]
 * @throws RangeError for a parameter out of range, TypeError for one that is no number
 *
 * @example
 * geometric(0.5).prob(2); // 0.125
 * geometric(0.25).mean; // 3
 *
 * Source: N. L. Johnson, A. W. Kemp and S. Kotz, Univariate Discrete Distributions, 3rd ed. (2005), section 5.2.
 */
export function geometric(p: number): Geometric {
  return new Geometric(p);
}
