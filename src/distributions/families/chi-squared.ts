import { gammaP, gammaQ, logGammaP, logGammaQ } from "../../math/incomplete-gamma";
import { gammaNegentropy } from "../../math/negentropy";
import type { Prng } from "../../math/random";
import { Family } from "../family";
import { gammaQuantile, logGammaDensity, standardGamma, upperGammaQuantile } from "../gamma-parts";
import { checkLevel, checkPositive, checkSurvivalLevel } from "../parameters";

/** The chi-squared distribution as a value; made by `chiSquared`. */
export class ChiSquared extends Family {
  // Parameters
  readonly df: number;
  constructor(df: number) {
    super();
    checkPositive("chiSquared", "df", df);
    this.df = df;
  }

  get family(): "chiSquared" {
    return "chiSquared";
  }

  get parameters(): { readonly df: number } {
    return { df: this.df };
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
    return logGammaDensity(this.df / 2, 0.5, x);
  }

  cdf(x: number): number {
    return gammaP(this.df / 2, x / 2);
  }

  override survival(x: number): number {
    return gammaQ(this.df / 2, x / 2);
  }

  override logCdf(x: number): number {
    return logGammaP(this.df / 2, x / 2);
  }

  override logSurvival(x: number): number {
    return logGammaQ(this.df / 2, x / 2);
  }

  override survivalQuantile(v: number): number {
    checkSurvivalLevel("chiSquared", v);
    return 2 * upperGammaQuantile(this.df / 2, v);
  }

  quantile(u: number): number {
    checkLevel("chiSquared", u);
    return 2 * gammaQuantile(this.df / 2, u);
  }

  override draw(prng: Prng): number {
    return 2 * standardGamma(this.df / 2, prng);
  }

  // Moments
  get mean(): number {
    return this.df;
  }

  get variance(): number {
    return 2 * this.df;
  }

  get entropy(): number {
    return (1 + Math.log(4 * Math.PI * this.df)) / 2 - gammaNegentropy(this.df / 2);
  }
}

/**
 * The chi-squared distribution, that of a sum of df squared standard normals: gamma(df/2, ½), density
 * f(x) = x^(df/2 − 1) e^(−x/2)/(2^(df/2) Γ(df/2)).
 *
 * @param df the degrees of freedom, finite, > 0
 * @throws RangeError for a parameter out of range, TypeError for one that is no number
 *
 * @example
 * chiSquared(3).mean; // 3
 * chiSquared(2).cdf(2); // 0.6321205588285579
 *
 * Source: N. L. Johnson, S. Kotz and N. Balakrishnan, Continuous Univariate Distributions 1, 2nd ed. (1994), chapter 18.
 */
export function chiSquared(df: number): ChiSquared {
  return new ChiSquared(df);
}
