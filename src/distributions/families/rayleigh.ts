import { eulerGamma } from "../../math/log-gamma";
import { Family } from "../family";
import { checkLevel, checkPositive, checkSurvivalLevel } from "../parameters";

/** The Rayleigh distribution as a value; made by `rayleigh`. */
export class Rayleigh extends Family {
  // Parameters
  readonly scale: number;
  constructor(scale: number) {
    super();
    checkPositive("rayleigh", "scale", scale);
    this.scale = scale;
  }

  get family(): "rayleigh" {
    return "rayleigh";
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
    if (!(x >= 0) || z === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY;
    return Math.log(z) - (z * z) / 2 - Math.log(this.scale);
  }

  cdf(x: number): number {
    return x <= 0 ? 0 : -Math.expm1(-((x / this.scale) ** 2) / 2);
  }

  override survival(x: number): number {
    return x <= 0 ? 1 : Math.exp(-((x / this.scale) ** 2) / 2);
  }

  override logCdf(x: number): number {
    const square = (x / this.scale) ** 2 / 2;
    // So near 0 that the product may underflow.
    if (x > 0 && square < 1e-300) return 2 * (Math.log(x) - Math.log(this.scale)) - Math.LN2;
    return super.logCdf(x);
  }

  override logSurvival(x: number): number {
    return x <= 0 ? 0 : -((x / this.scale) ** 2) / 2;
  }

  override survivalQuantile(v: number): number {
    checkSurvivalLevel("rayleigh", v);
    return v === 1 ? 0 : this.scale * Math.sqrt(-2 * Math.log(v));
  }

  quantile(u: number): number {
    checkLevel("rayleigh", u);
    return this.scale * Math.sqrt(-2 * Math.log1p(-u));
  }

  // Moments
  get mean(): number {
    return this.scale * Math.sqrt(Math.PI / 2);
  }

  get variance(): number {
    return this.scale * this.scale * (2 - Math.PI / 2);
  }

  get entropy(): number {
    return 1 + (eulerGamma - Math.LN2) / 2 + Math.log(this.scale);
  }
}

/**
 * The Rayleigh distribution, density x/scale² · e^(−x²/(2 scale²)) for x ≥ 0: the length of a normal vector in the plane.
 *
 * @param scale finite, > 0
 * @throws RangeError for a parameter out of range, TypeError for one that is no number
 *
 * @example
 * rayleigh(1).quantile(0.5); // 1.1774100225154747
 * rayleigh(2).cdf(2); // 0.3934693402873666
 *
 * Source: N. L. Johnson, S. Kotz and N. Balakrishnan, Continuous Univariate Distributions 1, 2nd ed. (1994), chapter 18.
 */
export function rayleigh(scale: number): Rayleigh {
  return new Rayleigh(scale);
}
