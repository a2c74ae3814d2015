import { eulerGamma } from "../../math/log-gamma";
import { Family } from "../family";
import { checkFinite, checkLevel, checkPositive, checkSurvivalLevel } from "../parameters";
import { standardized } from "../standardized";

/** The Gumbel distribution as a value; made by `gumbel`. */
export class Gumbel extends Family {
  // Parameters
  readonly location: number;
  readonly scale: number;
  constructor(location: number, scale: number) {
    super();
    checkFinite("gumbel", "location", location);
    checkPositive("gumbel", "scale", scale);
    this.location = location;
    this.scale = scale;
  }

  get family(): "gumbel" {
    return "gumbel";
  }

  get parameters(): { readonly location: number; readonly scale: number } {
    return { location: this.location, scale: this.scale };
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
    const z = standardized(x, this.location, this.scale);
    return z === Number.NEGATIVE_INFINITY ? z : -z - Math.exp(-z) - Math.log(this.scale);
  }

  cdf(x: number): number {
    return Math.exp(-Math.exp(-standardized(x, this.location, this.scale)));
  }

  override survival(x: number): number {
    return -Math.expm1(-Math.exp(-standardized(x, this.location, this.scale)));
  }

  override logCdf(x: number): number {
    return -Math.exp(-standardized(x, this.location, this.scale));
  }

  override logSurvival(x: number): number {
    const z = standardized(x, this.location, this.scale);
    return z > 40 ? -z : super.logSurvival(x);
  }

  override survivalQuantile(v: number): number {
    checkSurvivalLevel("gumbel", v);
    return this.location - this.scale * Math.log(-Math.log1p(-v));
  }

  quantile(u: number): number {
    checkLevel("gumbel", u);
    const log = u < 0.5 ? Math.log(u) : Math.log1p(-(1 - u));
    return this.location - this.scale * Math.log(-log);
  }

  // Moments
  get mean(): number {
    return this.location + eulerGamma * this.scale;
  }

  get variance(): number {
    return (Math.PI * this.scale) ** 2 / 6;
  }

  get entropy(): number {
    return 1 + eulerGamma + Math.log(this.scale);
  }
}

/**
 * The Gumbel distribution of the greatest of many, P(X ≤ x) = exp(−e^(−(x − location)/scale)).
 *
 * @param location finite
 * @param scale finite, > 0
 * @throws RangeError for a parameter out of range, TypeError for one that is no number
 *
 * @example
 * gumbel(0, 1).mean; // 0.5772156649015329
 * gumbel(0, 1).cdf(0); // 0.36787944117144233
 *
 * Source: N. L. Johnson, S. Kotz and N. Balakrishnan, Continuous Univariate Distributions 2, 2nd ed. (1995), chapter 22.
 */
export function gumbel(location: number, scale: number): Gumbel {
  return new Gumbel(location, scale);
}
