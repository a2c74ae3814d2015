import { Family } from "../family";
import { checkFinite, checkLevel, checkPositive, checkSurvivalLevel } from "../parameters";
import { logStandardized, standardized } from "../standardized";

/** The Cauchy distribution as a value; made by `cauchy`. */
export class Cauchy extends Family {
  // Parameters
  readonly location: number;
  readonly scale: number;
  constructor(location: number, scale: number) {
    super();
    checkFinite("cauchy", "location", location);
    checkPositive("cauchy", "scale", scale);
    this.location = location;
    this.scale = scale;
  }

  get family(): "cauchy" {
    return "cauchy";
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
    const z = Math.abs(standardized(x, this.location, this.scale));
    const power = z < 1e150 ? Math.log1p(z * z) : 2 * logStandardized(x, this.location, this.scale);
    return -Math.log(Math.PI) - Math.log(this.scale) - power;
  }

  cdf(x: number): number {
    return this.#tail(standardized(x, this.location, this.scale), x);
  }

  override survival(x: number): number {
    return this.#tail(-standardized(x, this.location, this.scale), x);
  }

  /** P(Z ≤ z) of the standard distribution, also for a z beyond the doubles. */
  #tail(z: number, x: number): number {
    const isBeyond = z < -1e300 && Number.isFinite(x);
    return isBeyond ? Math.exp(logTail(z, x, this)) : Math.atan2(1, -z) / Math.PI;
  }

  override logCdf(x: number): number {
    return logTail(standardized(x, this.location, this.scale), x, this);
  }

  override logSurvival(x: number): number {
    return logTail(-standardized(x, this.location, this.scale), x, this);
  }

  override survivalQuantile(v: number): number {
    checkSurvivalLevel("cauchy", v);
    return this.location - this.scale * standardQuantile(v);
  }

  quantile(u: number): number {
    checkLevel("cauchy", u);
    return this.location + this.scale * standardQuantile(u);
  }

  // Moments
  get mean(): number {
    return Number.NaN;
  }

  get variance(): number {
    return Number.NaN;
  }

  get entropy(): number {
    return Math.log(4 * Math.PI) + Math.log(this.scale);
  }
}

function standardQuantile(u: number): number {
  if (u === 0.5) return 0;
  return u < 0.5 ? -1 / Math.tan(Math.PI * u) : 1 / Math.tan(Math.PI * (1 - u));
}

function logTail(z: number, x: number, { location, scale }: Cauchy): number {
  if (z > 0) return Math.log1p(-Math.atan2(1, z) / Math.PI);
  if (z > -1e300) return Math.log(Math.atan2(1, -z) / Math.PI);
  return -Math.log(Math.PI) - logStandardized(x, location, scale);
}

/**
 * The Cauchy distribution, density f(x) = 1/(π scale (1 + ((x − location)/scale)²)); it has no mean.
 *
 * @param location finite
 * @param scale finite, > 0
 * @throws RangeError for a parameter out of range, TypeError for one that is no number
 *
 * @example
 * cauchy(0, 1).prob(0); // 0.3183098861837907
 * cauchy(0, 1).quantile(0.75); // 1.0000000000000002
 *
 * Source: N. L. Johnson, S. Kotz and N. Balakrishnan, Continuous Univariate Distributions 1, 2nd ed. (1994), chapter 16.
 */
export function cauchy(location: number, scale: number): Cauchy {
  return new Cauchy(location, scale);
}
