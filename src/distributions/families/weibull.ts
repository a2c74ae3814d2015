import { eulerGamma, logGamma } from "../../math/log-gamma";
import { logGammaExcess } from "../../math/log-gamma-excess";
import { Family } from "../family";
import { checkLevel, checkPositive, checkSurvivalLevel } from "../parameters";

/** The Weibull distribution as a value; made by `weibull`. */
export class Weibull extends Family {
  // Parameters
  readonly shape: number;
  readonly scale: number;
  constructor(shape: number, scale: number) {
    super();
    checkPositive("weibull", "shape", shape);
    checkPositive("weibull", "scale", scale);
    this.shape = shape;
    this.scale = scale;
  }

  get family(): "weibull" {
    return "weibull";
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
    if (!(x >= 0 && x < Number.POSITIVE_INFINITY)) return Number.NEGATIVE_INFINITY;
    const { shape, scale } = this;
    const power = shape === 1 ? 0 : (shape - 1) * logScaled(x, scale);
    return Math.log(shape) - Math.log(scale) + power - this.#power(x);
  }

  /** (x/scale)^shape, also where the quotient is beyond the doubles. */
  #power(x: number): number {
    const ratio = x / this.scale;
    if (ratio > 1e-300 && ratio < 1e300) return ratio ** this.shape;
    if (!(x > 0)) return Number.isNaN(x) ? x : 0;
    return Math.exp(this.shape * logScaled(x, this.scale));
  }

  cdf(x: number): number {
    return x <= 0 ? 0 : -Math.expm1(-this.#power(x));
  }

  override survival(x: number): number {
    return x <= 0 ? 1 : Math.exp(-this.#power(x));
  }

  override logCdf(x: number): number {
    const power = this.#power(x);
    // So near 0 that the product may underflow.
    if (x > 0 && power < 1e-300) return this.shape * (Math.log(x) - Math.log(this.scale));
    return super.logCdf(x);
  }

  override logSurvival(x: number): number {
    return x <= 0 ? 0 : -this.#power(x);
  }

  override survivalQuantile(v: number): number {
    checkSurvivalLevel("weibull", v);
    return v === 1 ? 0 : this.scale * (-Math.log(v)) ** (1 / this.shape);
  }

  quantile(u: number): number {
    checkLevel("weibull", u);
    return this.scale * (-Math.log1p(-u)) ** (1 / this.shape);
  }

  // Moments
  get mean(): number {
    return this.scale * Math.exp(logGamma(1 + 1 / this.shape));
  }

  get variance(): number {
    const mean = logGamma(1 + 1 / this.shape);
    // Γ(1 + 2/k) − Γ(1 + 1/k)², from the logarithm of their quotient.
    return (this.scale * Math.exp(mean)) ** 2 * Math.expm1(logGammaExcess(1 / this.shape));
  }

  get entropy(): number {
    return 1 + eulerGamma * (1 - 1 / this.shape) + Math.log(this.scale) - Math.log(this.shape);
  }
}

function logScaled(x: number, scale: number): number {
  const ratio = x / scale;
  return ratio > 1e-300 && ratio < 1e300 ? Math.log(ratio) : Math.log(x) - Math.log(scale);
}

/**
 * The Weibull distribution, P(X > x) = exp(−(x/scale)^shape) for x ≥ 0.
 *
 * @param shape finite, > 0
 * @param scale finite, > 0
 * @throws RangeError for a parameter out of range, TypeError for one that is no number
 *
 * @example
 * weibull(1, 2).mean; // 2
 * weibull(2, 1).cdf(1); // 0.6321205588285577
 *
 * Source: N. L. Johnson, S. Kotz and N. Balakrishnan, Continuous Univariate Distributions 1, 2nd ed. (1994), chapter 21.
 */
export function weibull(shape: number, scale: number): Weibull {
  return new Weibull(shape, scale);
}
