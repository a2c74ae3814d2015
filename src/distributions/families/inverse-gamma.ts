import { digamma } from "../../math/log-gamma";
import { gammaNegentropy } from "../../math/negentropy";
import type { Prng } from "../../math/random";
import { Family } from "../family";
import {
  gammaLower,
  gammaQuantile,
  gammaUpper,
  logGammaDensity,
  logGammaLower,
  logGammaUpper,
  logSmallGammaQuantile,
  standardGamma,
  upperGammaQuantile,
} from "../gamma-parts";
import { checkLevel, checkPositive, checkSurvivalLevel } from "../parameters";

/** The inverse gamma distribution as a value; made by `inverseGamma`. */
export class InverseGamma extends Family {
  // Parameters
  readonly shape: number;
  readonly scale: number;
  constructor(shape: number, scale: number) {
    super();
    checkPositive("inverseGamma", "shape", shape);
    checkPositive("inverseGamma", "scale", scale);
    this.shape = shape;
    this.scale = scale;
  }

  get family(): "inverseGamma" {
    return "inverseGamma";
  }

  get parameters(): { readonly shape: number; readonly scale: number } {
    return { shape: this.shape, scale: this.scale };
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
    if (!(x > 0) || x === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY;
    return logGammaDensity(this.shape, this.scale, 1 / x) - 2 * Math.log(x);
  }

  cdf(x: number): number {
    return x <= 0 ? 0 : gammaUpper(this.shape, this.scale, 1 / x);
  }

  override survival(x: number): number {
    return x <= 0 ? 1 : gammaLower(this.shape, this.scale, 1 / x);
  }

  override logCdf(x: number): number {
    return x <= 0 ? Number.NEGATIVE_INFINITY : logGammaUpper(this.shape, this.scale, 1 / x);
  }

  override logSurvival(x: number): number {
    return x <= 0 ? 0 : logGammaLower(this.shape, this.scale, 1 / x);
  }

  override survivalQuantile(v: number): number {
    checkSurvivalLevel("inverseGamma", v);
    return v > 0.5 ? this.quantile(1 - v) : this.#upper(v);
  }

  #upper(v: number): number {
    const log = logSmallGammaQuantile(this.shape, v);
    if (log !== undefined) return Math.exp(Math.log(this.scale) - log);
    return this.scale / gammaQuantile(this.shape, v);
  }

  quantile(u: number): number {
    checkLevel("inverseGamma", u);
    // The lower tail of X is the upper tail of Y = 1/X, so Y is sought by its own survival.
    return u > 0.5 ? this.#upper(1 - u) : this.scale / upperGammaQuantile(this.shape, u);
  }

  override draw(prng: Prng): number {
    return this.scale / standardGamma(this.shape, prng);
  }

  // Moments
  get mean(): number {
    return this.shape > 1 ? this.scale / (this.shape - 1) : Number.POSITIVE_INFINITY;
  }

  get variance(): number {
    const { shape, scale } = this;
    if (shape <= 2) return shape > 1 ? Number.POSITIVE_INFINITY : Number.NaN;
    return (scale / (shape - 1)) ** 2 / (shape - 2);
  }

  get entropy(): number {
    const { shape, scale } = this;
    // ln x = −ln y, so that H(X) = H(Y) − 2 E[ln Y] with Y ~ gamma(shape, scale).
    const ofInverse =
      (1 + Math.log(2 * Math.PI * shape)) / 2 - gammaNegentropy(shape) - Math.log(scale);
    return ofInverse - 2 * (digamma(shape) - Math.log(scale));
  }
}

/**
 * The inverse gamma distribution, that of 1/Y for Y ~ gamma(shape, scale): density ∝ x^(−shape − 1) e^(−scale/x).
 *
 * @param shape finite, > 0
 * @param scale finite, > 0
 * @throws RangeError for a parameter out of range, TypeError for one that is no number
 *
 * @example
 * inverseGamma(3, 2).mean; // 1
 * inverseGamma(1, 1).cdf(1); // 0.3678794411714421
 *
 * Source: N. L. Johnson, S. Kotz and N. Balakrishnan, Continuous Univariate Distributions 1, 2nd ed. (1994), chapter 17.
 */
export function inverseGamma(shape: number, scale: number): InverseGamma {
  return new InverseGamma(shape, scale);
}
