import { binet } from "../../math/binet";
import type { Tails } from "../../math/incomplete-beta";
import { gammaP, gammaQ, logGammaP, logGammaQ } from "../../math/incomplete-gamma";
import type { Prng } from "../../math/random";
import { relativeEntropyTerm } from "../../math/relative-entropy-term";
import { drawCount, leastVariance } from "../draw-count";
import { IntegerFamily } from "../integer-family";
import { checkNonNegative } from "../parameters";

/** The Poisson distribution as a value; made by `poisson`. */
export class Poisson extends IntegerFamily {
  // Parameters
  readonly rate: number;
  constructor(rate: number) {
    super();
    checkNonNegative("poisson", "rate", rate);
    this.rate = rate;
  }

  get family(): "poisson" {
    return "poisson";
  }

  get parameters(): { readonly rate: number } {
    return { rate: this.rate };
  }

  // Support
  get support(): readonly [number, number] {
    return [0, this.rate === 0 ? 0 : Number.POSITIVE_INFINITY];
  }

  // Probabilities
  protected logMass(k: number): number {
    const { rate } = this;
    if (k === 0) return -rate;
    // Loader's saddle point: k! by Stirling's formula, so that nothing large cancels.
    return -relativeEntropyTerm(k, rate, k - rate) - binet(k) - Math.log(2 * Math.PI * k) / 2;
  }

  protected tails(k: number): Tails {
    return { lower: gammaQ(k + 1, this.rate), upper: gammaP(k + 1, this.rate) };
  }

  protected override logTails(k: number): Tails {
    return { lower: logGammaQ(k + 1, this.rate), upper: logGammaP(k + 1, this.rate) };
  }

  override draw(prng: Prng): number {
    return this.variance < leastVariance ? super.draw(prng) : drawCount(this, prng);
  }

  // Moments
  get mean(): number {
    return this.rate;
  }

  get variance(): number {
    return this.rate;
  }
}

/**
 * The number of events at a constant rate: P(X = k) = rate^k e^(−rate)/k!.
 *
 * @param rate the mean, finite, ≥ 0; 0 gives the point mass at 0
 * @throws RangeError for a parameter out of range, TypeError for one that is no number
 *
 * @example
 * poisson(2).prob(0); // 0.1353352832366127
 * poisson(0).entropy; // 0
 *
 * Source: N. L. Johnson, A. W. Kemp and S. Kotz, Univariate Discrete Distributions, 3rd ed. (2005), chapter 4.
 */
export function poisson(rate: number): Poisson {
  return new Poisson(rate);
}
