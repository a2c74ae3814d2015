import { sigmoid, softplus } from "../../math/sigmoid";
import { Family } from "../family";
import { checkFinite, checkLevel, checkPositive, checkSurvivalLevel } from "../parameters";
import { standardized } from "../standardized";

/** The logistic distribution as a value; made by `logistic`. */
export class Logistic extends Family {
  // Parameters
  readonly location: number;
  readonly scale: number;
  constructor(location: number, scale: number) {
    super();
    checkFinite("logistic", "location", location);
    checkPositive("logistic", "scale", scale);
    this.location = location;
    this.scale = scale;
  }

  get family(): "logistic" {
    return "logistic";
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
    return -z - 2 * Math.log1p(Math.exp(-z)) - Math.log(this.scale);
  }

  cdf(x: number): number {
    return sigmoid(standardized(x, this.location, this.scale));
  }

  override survival(x: number): number {
    return sigmoid(-standardized(x, this.location, this.scale));
  }

  override logCdf(x: number): number {
    return -softplus(-standardized(x, this.location, this.scale));
  }

  override logSurvival(x: number): number {
    return -softplus(standardized(x, this.location, this.scale));
  }

  override survivalQuantile(v: number): number {
    checkSurvivalLevel("logistic", v);
    return this.location - this.scale * (Math.log(v) - Math.log1p(-v));
  }

  quantile(u: number): number {
    checkLevel("logistic", u);
    return this.location + this.scale * (Math.log(u) - Math.log1p(-u));
  }

  // Moments
  get mean(): number {
    return this.location;
  }

  get variance(): number {
    return (Math.PI * this.scale) ** 2 / 3;
  }

  get entropy(): number {
    return 2 + Math.log(this.scale);
  }
}

/**
 * The logistic distribution, P(X ≤ x) = 1/(1 + e^(−(x − location)/scale)).
 *
 * @param location finite
 * @param scale finite, > 0
 * @throws RangeError for a parameter out of range, TypeError for one that is no number
 *
 * @example
 * logistic(0, 1).prob(0); // 0.25
 * logistic(0, 1).entropy; // 2
 *
 * Source: N. L. Johnson, S. Kotz and N. Balakrishnan, Continuous Univariate Distributions 2, 2nd ed. (1995), chapter 23.
 */
export function logistic(location: number, scale: number): Logistic {
  return new Logistic(location, scale);
}
