import { valueError } from "../../words/errors";
import { Family } from "../family";
import { checkFinite, checkInterval, checkLevel, checkSurvivalLevel } from "../parameters";

/** The triangular distribution as a value; made by `triangular`. */
export class Triangular extends Family {
  // Parameters
  readonly low: number;
  readonly mode: number;
  readonly high: number;

  constructor(low: number, mode: number, high: number) {
    super();
    checkFinite("triangular", "low", low);
    checkFinite("triangular", "mode", mode);
    checkFinite("triangular", "high", high);
    checkInterval("triangular", low, high);
    if (!(low <= mode && mode <= high)) {
      throw valueError(
        "triangular",
        `mode 是 ${mode}，应在 low = ${low} 与 high = ${high} 之间`,
        `mode is ${mode}; give a number from low = ${low} to high = ${high}`,
      );
    }
    this.low = low;
    this.mode = mode;
    this.high = high;
  }

  get family(): "triangular" {
    return "triangular";
  }

  get parameters(): { readonly low: number; readonly mode: number; readonly high: number } {
    return { low: this.low, mode: this.mode, high: this.high };
  }

  // Support
  get kind(): "continuous" {
    return "continuous";
  }

  get support(): readonly [number, number] {
    return [this.low, this.high];
  }

  override get kinks(): readonly number[] {
    return this.mode > this.low && this.mode < this.high ? [this.mode] : [];
  }

  // Probabilities
  logProb(x: number): number {
    const { low, mode, high } = this;
    if (!(x >= low && x <= high)) return Number.NEGATIVE_INFINITY;
    return Math.log(share(x < mode ? low : high, x, mode)) - this.#logHalfWidth;
  }

  cdf(x: number): number {
    return Number.isNaN(x) ? x : x <= this.mode ? this.#below(x) : 1 - this.#above(x);
  }

  override survival(x: number): number {
    return Number.isNaN(x) ? x : x >= this.mode ? this.#above(x) : 1 - this.#below(x);
  }

  override logCdf(x: number): number {
    const { low, mode, high } = this;
    if (!(x <= mode && x > low)) return super.logCdf(x);
    return Math.log(share(low, x, mode)) + Math.log(share(low, x, high));
  }

  override logSurvival(x: number): number {
    const { low, mode, high } = this;
    if (!(x >= mode && x < high)) return super.logSurvival(x);
    return Math.log(share(high, x, mode)) + Math.log(share(high, x, low));
  }

  quantile(u: number): number {
    checkLevel("triangular", u);
    return u <= this.#below(this.mode) ? this.#fromLow(u) : this.#fromHigh(1 - u);
  }

  override survivalQuantile(v: number): number {
    checkSurvivalLevel("triangular", v);
    return v <= this.#above(this.mode) ? this.#fromHigh(v) : this.#fromLow(1 - v);
  }

  /** P(X ≤ x) for x up to the mode. */
  #below(x: number): number {
    const { low, mode, high } = this;
    return x <= low ? 0 : share(low, x, mode) * share(low, x, high);
  }

  /** P(X > x) for x from the mode on. */
  #above(x: number): number {
    const { low, mode, high } = this;
    return x >= high ? 0 : share(high, x, mode) * share(high, x, low);
  }

  #fromLow(u: number): number {
    const { low, mode, high } = this;
    return u === 1 ? high : low + 2 * Math.sqrt(u) * root(mode, low) * root(high, low);
  }

  #fromHigh(v: number): number {
    const { low, mode, high } = this;
    return v === 1 ? low : high - 2 * Math.sqrt(v) * root(high, mode) * root(high, low);
  }

  // Moments
  get mean(): number {
    return this.low / 3 + this.mode / 3 + this.high / 3;
  }

  get variance(): number {
    const [a, b] = [this.mode - this.low, this.high - this.mode];
    return (a * a + a * b + b * b) / 18;
  }

  get entropy(): number {
    return 0.5 + this.#logHalfWidth;
  }

  get #logHalfWidth(): number {
    return Math.log(this.high / 2 - this.low / 2);
  }
}

/** (x − end)/(to − end), 1 where the two ends are equal; by halves, since the difference may be beyond the doubles. */
function share(end: number, x: number, to: number): number {
  return to === end ? 1 : (x / 2 - end / 2) / (to / 2 - end / 2);
}

/** √((a − b)/2). */
function root(a: number, b: number): number {
  return Math.sqrt(a / 2 - b / 2);
}

/**
 * The triangular distribution on [low, high]: its density f(x) = min((x − low)/(mode − low), (high − x)/(high − mode))
 * · 2/(high − low) rises in a line to the mode and falls in a line to 0.
 *
 * @param low finite
 * @param mode from low to high; at an end the density falls off from there
 * @param high finite, > low
 * @throws RangeError for a parameter out of range, TypeError for one that is no number
 *
 * @example
 * triangular(0, 1, 2).prob(1); // 1
 * triangular(0, 1, 4).mean; // 1.6666666666666665
 *
 * Source: M. Evans, N. Hastings and B. Peacock, Statistical Distributions, 3rd ed. (2000), chapter 40; S. Kotz and J. R.
 * van Dorp, Beyond Beta (2004), chapter 1.
 */
export function triangular(low: number, mode: number, high: number): Triangular {
  return new Triangular(low, mode, high);
}
