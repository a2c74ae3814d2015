import { Family } from "../family";
import { checkFinite, checkLevel, checkPositive } from "../parameters";

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
    const z = Math.abs(x - this.location) / this.scale;
    const power = z < 1e150 ? Math.log1p(z * z) : 2 * Math.log(z);
    return -Math.log(Math.PI * this.scale) - power;
  }

  cdf(x: number): number {
    return Math.atan2(1, (this.location - x) / this.scale) / Math.PI;
  }

  override survival(x: number): number {
    return Math.atan2(1, (x - this.location) / this.scale) / Math.PI;
  }

  quantile(u: number): number {
    checkLevel("cauchy", u);
    if (u === 0.5) return this.location;
    const z = u < 0.5 ? -1 / Math.tan(Math.PI * u) : 1 / Math.tan(Math.PI * (1 - u));
    return this.location + this.scale * z;
  }

  // Moments
  get mean(): number {
    return Number.NaN;
  }

  get variance(): number {
    return Number.NaN;
  }

  get entropy(): number {
    return Math.log(4 * Math.PI * this.scale);
  }
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
