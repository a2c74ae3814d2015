import { erf, erfc } from "../../math/erf";
import { normalLogCdf } from "../../math/normal-log-cdf";
import { normalQuantile } from "../../math/normal-quantile";
import { Family } from "../family";
import { checkLevel, checkPositive, checkSurvivalLevel } from "../parameters";

/** The half-normal distribution as a value; made by `halfNormal`. */
export class HalfNormal extends Family {
  // Parameters
  readonly scale: number;
  constructor(scale: number) {
    super();
    checkPositive("halfNormal", "scale", scale);
    this.scale = scale;
  }

  get family(): "halfNormal" {
    return "halfNormal";
  }

  get parameters(): { readonly scale: number } {
    return { scale: this.scale };
  }

  // Support
  get kind(): "continuous" {
    return "continuous";
  }

  get support(): readonly [number, number] {
    return [0, Number.POSITIVE_INFINITY];
  }

  // Probabilities
  logProb(x: number): number {
    const z = x / this.scale;
    return x >= 0
      ? -(z * z) / 2 + Math.log(2 / Math.PI) / 2 - Math.log(this.scale)
      : Number.NEGATIVE_INFINITY;
  }

  cdf(x: number): number {
    return x <= 0 ? 0 : erf(x / this.scale / Math.SQRT2);
  }

  override survival(x: number): number {
    return x <= 0 ? 1 : erfc(x / this.scale / Math.SQRT2);
  }

  override logSurvival(x: number): number {
    if (!(x > this.scale)) return Math.log1p(-this.cdf(x));
    return Math.LN2 + normalLogCdf(-x / this.scale);
  }

  override survivalQuantile(v: number): number {
    checkSurvivalLevel("halfNormal", v);
    return v > 0.5 ? this.quantile(1 - v) : -this.scale * normalQuantile(v / 2);
  }

  quantile(u: number): number {
    checkLevel("halfNormal", u);
    const z = -normalQuantile((1 - u) / 2);
    if (!(z < 1)) return this.scale * z;
    // Near 0 the step of Newton gives back the digits that 1 − u lost.
    const slope = Math.sqrt(2 / Math.PI) * Math.exp(-(z * z) / 2);
    return this.scale * (z - (erf(z / Math.SQRT2) - u) / slope);
  }

  // Moments
  get mean(): number {
    return this.scale * Math.sqrt(2 / Math.PI);
  }

  get variance(): number {
    return this.scale * this.scale * (1 - 2 / Math.PI);
  }

  get entropy(): number {
    return (1 + Math.log(Math.PI / 2)) / 2 + Math.log(this.scale);
  }
}

/**
 * The half-normal distribution, that of |Z| for Z ~ normal(0, scale), density
 * f(x) = √(2/π) e^(−x²/(2 scale²))/scale for x ≥ 0.
 *
 * @param scale the standard deviation of the normal distribution that is folded, finite, > 0
 * @throws RangeError for a parameter out of range, TypeError for one that is no number
 *
 * @example
 * halfNormal(1).mean; // 0.7978845608028654
 * halfNormal(1).prob(0); // 0.7978845608028654
 *
 * Source: N. L. Johnson, S. Kotz and N. Balakrishnan, Continuous Univariate Distributions 1, 2nd ed. (1994), chapter 13.
 */
export function halfNormal(scale: number): HalfNormal {
  return new HalfNormal(scale);
}
