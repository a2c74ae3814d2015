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
  standardGamma,
  upperGammaQuantile,
} from "../gamma-parts";
import { checkLevel, checkPositive, checkSurvivalLevel } from "../parameters";

/** The gamma distribution as a value; made by `gamma`. */
export class Gamma extends Family {
  // Parameters
  readonly shape: number;
  readonly rate: number;
  constructor(shape: number, rate: number) {
    super();
    checkPositive("gamma", "shape", shape);
    checkPositive("gamma", "rate", rate);
    this.shape = shape;
    this.rate = rate;
  }

  get family(): "gamma" {
    return "gamma";
  }

  get parameters(): { readonly shape: number; readonly rate: number } {
    return { shape: this.shape, rate: this.rate };
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
    return logGammaDensity(this.shape, this.rate, x);
  }

  cdf(x: number): number {
    return gammaLower(this.shape, this.rate, x);
  }

  override survival(x: number): number {
    return gammaUpper(this.shape, this.rate, x);
  }

  override logCdf(x: number): number {
    return logGammaLower(this.shape, this.rate, x);
  }

  override logSurvival(x: number): number {
    return logGammaUpper(this.shape, this.rate, x);
  }

  override survivalQuantile(v: number): number {
    checkSurvivalLevel("gamma", v);
    return upperGammaQuantile(this.shape, v) / this.rate;
  }

  quantile(u: number): number {
    checkLevel("gamma", u);
    return gammaQuantile(this.shape, u) / this.rate;
  }

  override draw(prng: Prng): number {
    return standardGamma(this.shape, prng) / this.rate;
  }

  // Moments
  get mean(): number {
    return this.shape / this.rate;
  }

  get variance(): number {
    return this.shape / this.rate / this.rate;
  }

  get entropy(): number {
    const { shape, rate } = this;
    return (1 + Math.log(2 * Math.PI * shape)) / 2 - gammaNegentropy(shape) - Math.log(rate);
  }
}

/**
 * The gamma distribution, density rate^shape x^(shape − 1) e^(−rate·x)/Γ(shape) for x > 0.
 *
 * @param shape finite, > 0
 * @param rate the inverse of the scale, finite, > 0
 * @throws RangeError for a parameter out of range, TypeError for one that is no number
 *
 * @example
 * gamma(2, 1).mean; // 2
 * gamma(1, 2).prob(0); // 2
 *
 * Source: N. L. Johnson, S. Kotz and N. Balakrishnan, Continuous Univariate Distributions 1, 2nd ed. (1994), chapter 17.
 */
export function gamma(shape: number, rate: number): Gamma {
  return new Gamma(shape, rate);
}
