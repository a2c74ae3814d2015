import { Family } from "../family";
import { checkFinite, checkLevel, checkPositive, checkSurvivalLevel } from "../parameters";
import { standardized } from "../standardized";

/** The Laplace distribution as a value; made by `laplace`. */
export class Laplace extends Family {
  // Parameters
  readonly location: number;
  readonly scale: number;
  constructor(location: number, scale: number) {
    super();
    checkFinite("laplace", "location", location);
    checkPositive("laplace", "scale", scale);
    this.location = location;
    this.scale = scale;
  }

  get family(): "laplace" {
    return "laplace";
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

  override get kinks(): readonly number[] {
    return [this.location];
  }

  // Probabilities
  logProb(x: number): number {
    return -Math.abs(standardized(x, this.location, this.scale)) - Math.log(this.scale) - Math.LN2;
  }

  cdf(x: number): number {
    const z = standardized(x, this.location, this.scale);
    return z < 0 ? Math.exp(z) / 2 : 1 - Math.exp(-z) / 2;
  }

  override survival(x: number): number {
    const z = -standardized(x, this.location, this.scale);
    return z < 0 ? Math.exp(z) / 2 : 1 - Math.exp(-z) / 2;
  }

  override logCdf(x: number): number {
    return logTail(standardized(x, this.location, this.scale));
  }

  override logSurvival(x: number): number {
    return logTail(-standardized(x, this.location, this.scale));
  }

  override survivalQuantile(v: number): number {
    checkSurvivalLevel("laplace", v);
    return this.location - this.scale * standardQuantile(v);
  }

  quantile(u: number): number {
    checkLevel("laplace", u);
    return this.location + this.scale * standardQuantile(u);
  }

  // Moments
  get mean(): number {
    return this.location;
  }

  get variance(): number {
    return 2 * this.scale * this.scale;
  }

  get entropy(): number {
    return 1 + Math.LN2 + Math.log(this.scale);
  }
}

function standardQuantile(u: number): number {
  return u <= 0.5 ? Math.log(2 * u) : -Math.log(2 * (1 - u));
}

function logTail(z: number): number {
  return z < 0 ? z - Math.LN2 : Math.log1p(-Math.exp(-z) / 2);
}

/**
 * The Laplace (double exponential) distribution, density e^(−|x − location|/scale)/(2 scale).
 *
 * @param location finite
 * @param scale finite, > 0
 * @throws RangeError for a parameter out of range, TypeError for one that is no number
 *
 * @example
 * laplace(0, 1).prob(0); // 0.5
 * laplace(1, 2).variance; // 8
 *
 * Source: N. L. Johnson, S. Kotz and N. Balakrishnan, Continuous Univariate Distributions 2, 2nd ed. (1995), chapter 24.
 */
export function laplace(location: number, scale: number): Laplace {
  return new Laplace(location, scale);
}
