import { Family } from "../family";
import { checkFinite, checkInterval, checkLevel, checkSurvivalLevel } from "../parameters";

/** The uniform distribution as a value; made by `uniform`. */
export class Uniform extends Family {
  // Parameters
  readonly low: number;
  readonly high: number;
  constructor(low: number, high: number) {
    super();
    checkFinite("uniform", "low", low);
    checkFinite("uniform", "high", high);
    checkInterval("uniform", low, high);
    this.low = low;
    this.high = high;
  }

  get family(): "uniform" {
    return "uniform";
  }

  get parameters(): { readonly low: number; readonly high: number } {
    return { low: this.low, high: this.high };
  }

  // Support
  get kind(): "continuous" {
    return "continuous";
  }

  get support(): readonly [number, number] {
    return [this.low, this.high];
  }

  // Probabilities
  logProb(x: number): number {
    return x >= this.low && x <= this.high ? -this.entropy : Number.NEGATIVE_INFINITY;
  }

  cdf(x: number): number {
    return Math.min(1, Math.max(0, share(this.low, x, this.high)));
  }

  override survival(x: number): number {
    return Math.min(1, Math.max(0, share(this.high, x, this.low)));
  }

  quantile(u: number): number {
    checkLevel("uniform", u);
    return u === 1 ? this.high : this.low + 2 * u * (this.high / 2 - this.low / 2);
  }

  override survivalQuantile(v: number): number {
    checkSurvivalLevel("uniform", v);
    return v === 1 ? this.low : this.high - 2 * v * (this.high / 2 - this.low / 2);
  }

  // Moments
  get mean(): number {
    return this.low / 2 + this.high / 2;
  }

  get variance(): number {
    return (this.high - this.low) ** 2 / 12;
  }

  get entropy(): number {
    const width = this.high - this.low;
    return width < Number.POSITIVE_INFINITY
      ? Math.log(width)
      : Math.log(this.high / 2 - this.low / 2) + Math.LN2;
  }
}

/** (x − from)/(to − from), by halves where a difference is beyond the doubles. */
function share(from: number, x: number, to: number): number {
  const width = to - from;
  return Number.isFinite(width) ? (x - from) / width : (x / 2 - from / 2) / (to / 2 - from / 2);
}

/**
 * The uniform distribution on [low, high], density f(x) = 1/(high − low).
 *
 * @param low the least value, finite
 * @param high the greatest value, finite, > low
 * @throws RangeError for a parameter out of range, TypeError for one that is no number
 *
 * @example
 * uniform(0, 4).prob(1); // 0.25
 * uniform(0, 4).entropy; // 1.3862943611198906
 *
 * Source: N. L. Johnson, S. Kotz and N. Balakrishnan, Continuous Univariate Distributions 2, 2nd ed. (1995), chapter 26.
 */
export function uniform(low: number, high: number): Uniform {
  return new Uniform(low, high);
}
