import { invertCdf } from "../../math/invert-cdf";
import type { Prng } from "../../math/random";
import { shapeError, valueError } from "../../words/errors";
import { type Distribution, isDistribution, isMultivariate } from "../distribution";
import { drawByTable } from "../draw-by-table";
import { drawOf } from "../draw-of";
import { surprisal } from "../expectation";
import { checkDraws, Family, firstAccepted } from "../family";
import { integerQuantile } from "../first-integer";
import { guessWithin, shareOfTail } from "../guess-within";
import { logBetween } from "../log-between";
import { expectationWithin, meanWithin, varianceWithin } from "../moments-within";
import { checkInterval, checkLevel } from "../parameters";

/** A distribution cut to an interval, as a value; made by `truncated`. */
export class Truncated extends Family {
  // Parameters
  readonly base: Distribution;
  readonly low: number;
  readonly high: number;
  readonly logProbBelowEnd?: (y: number) => number;
  readonly #logMass: number;
  #marks: readonly number[] | undefined;
  #landmarks: readonly number[] | undefined;

  constructor(base: Distribution, low: number, high: number) {
    super();
    if (!isDistribution(base) || isMultivariate(base)) {
      throw shapeError(
        "truncated",
        "d 应为一维分布，例如 normal(0, 1)",
        "d must be a one-dimensional distribution, for example normal(0, 1)",
      );
    }
    checkInterval("truncated", low, high);
    this.base = base;
    this.low = low;
    this.high = high;
    this.#logMass = this.#logBetween(this.#start, high);
    const nearEnd = base.logProbBelowEnd?.bind(base);
    if (nearEnd && high >= base.support[1]) {
      const width = base.support[1] - low;
      this.logProbBelowEnd = (y) =>
        y <= width ? nearEnd(y) - this.#logMass : Number.NEGATIVE_INFINITY;
    }
    if (!(this.#logMass > Number.NEGATIVE_INFINITY)) {
      throw valueError(
        "truncated",
        `${base} 在 [${low}, ${high}] 上的概率是 0；区间要与它的支撑相交`,
        `${base} has probability 0 on [${low}, ${high}]; the interval must meet its support`,
      );
    }
  }

  get family(): "truncated" {
    return "truncated";
  }

  get parameters(): { readonly d: Distribution; readonly low: number; readonly high: number } {
    return { d: this.base, low: this.low, high: this.high };
  }

  // Support
  get kind(): "continuous" | "discrete" {
    return this.base.kind;
  }

  get support(): readonly [number, number] {
    const [low, high] = this.base.support;
    if (this.kind === "continuous") return [Math.max(low, this.low), Math.min(high, this.high)];
    return [Math.max(low, Math.ceil(this.low)), Math.min(high, Math.floor(this.high))];
  }

  override get kinks(): readonly number[] {
    return this.base.kinks.filter((x) => x > this.low && x < this.high);
  }

  override get landmarks(): readonly number[] {
    this.#landmarks ??= super.landmarks;
    return this.#landmarks;
  }

  // Probabilities
  /** Where the mass to be counted begins: integers at `low` itself belong to it. */
  get #start(): number {
    return this.base.kind === "discrete" ? Math.ceil(this.low) - 1 : this.low;
  }

  #logBetween(a: number, b: number): number {
    return logBetween(this.base, a, b, () => this.#among);
  }

  get #among(): readonly number[] {
    this.#marks ??= [...this.base.kinks, ...(this.base.landmarks ?? [])];
    return this.#marks;
  }

  logProb(x: number): number {
    if (!(x >= this.low && x <= this.high)) return Number.NEGATIVE_INFINITY;
    return this.base.logProb(x) - this.#logMass;
  }

  cdf(x: number): number {
    const [low, high] = this.support;
    if (!(x >= low)) return Number.isNaN(x) ? x : 0;
    if (x >= high) return 1;
    return Math.min(1, Math.exp(this.#logBetween(this.#start, x) - this.#logMass));
  }

  override survival(x: number): number {
    const [low, high] = this.support;
    if (!(x >= low)) return Number.isNaN(x) ? x : 1;
    if (x >= high) return 0;
    return Math.min(1, Math.exp(this.#logBetween(x, this.high) - this.#logMass));
  }

  override logCdf(x: number): number {
    const [low, high] = this.support;
    if (!(x >= low)) return Number.isNaN(x) ? x : Number.NEGATIVE_INFINITY;
    if (x >= high) return 0;
    const log = this.#logBetween(this.#start, x) - this.#logMass;
    return log < -0.7 ? log : Math.log1p(-this.survival(x));
  }

  override logSurvival(x: number): number {
    const [low, high] = this.support;
    if (!(x >= low)) return Number.isNaN(x) ? x : 0;
    if (x >= high) return Number.NEGATIVE_INFINITY;
    const log = this.#logBetween(x, this.high) - this.#logMass;
    return log < -0.7 ? log : Math.log1p(-this.cdf(x));
  }

  quantile(u: number): number {
    checkLevel("truncated", u);
    const [low, high] = this.support;
    if (u === 0 || low === high) return low;
    if (u === 1) return high;
    const cut = { start: this.#start, end: this.high, logMass: this.#logMass };
    const guess = guessWithin(this.base, cut, this.support, u);
    if (this.kind === "discrete") return integerQuantile(this, u, guess);
    if (u > 1e-3 && shareOfTail(this.base, cut) > 0.01 && guess > low && guess < high) return guess;
    return invertCdf(this, u, guess, Math.max(1e-3, Math.abs(guess) * 1e-3));
  }

  override sample(n: number, prng: Prng): number[] {
    checkDraws("truncated", n, prng);
    if (n < 64) return this.#draws(n, prng);
    // A density that keeps much of its base is drawn as fast by trying.
    if (this.kind === "continuous" && this.#keepsMuch) return this.#draws(n, prng);
    const drawn = drawByTable(this);
    return drawn ? Array.from({ length: n }, () => drawn(prng)) : this.#draws(n, prng);
  }

  get #keepsMuch(): boolean {
    return this.#logMass >= Math.log(0.2);
  }

  #draws(n: number, prng: Prng): number[] {
    return Array.from({ length: n }, () => this.draw(prng));
  }

  override draw(prng: Prng): number {
    if (!this.#keepsMuch) return super.draw(prng);
    return firstAccepted(() => {
      const x = drawOf(this.base, prng);
      return x >= this.low && x <= this.high ? x : undefined;
    });
  }

  // Moments
  get mean(): number {
    return meanWithin(this);
  }

  get variance(): number {
    return varianceWithin(this);
  }

  get entropy(): number {
    return expectationWithin(this, surprisal);
  }
}

/**
 * The distribution d given that low ≤ X ≤ high: its density divided by the probability of the interval.
 *
 * @param d a one-dimensional distribution
 * @param low, high the ends, low < high; −Infinity or Infinity leaves a side open
 * @throws RangeError if the interval has probability 0, TypeError if d is no one-dimensional distribution
 *
 * @example
 * truncated(normal(0, 1), 0, Infinity).mean; // 0.7978845608028655
 * truncated(poisson(2), 1, 3).prob(0); // 0
 *
 * Source: N. L. Johnson, S. Kotz and N. Balakrishnan, Continuous Univariate Distributions 1, 2nd ed. (1994), chapter 13.
 */
export function truncated(d: Distribution, low: number, high: number): Truncated {
  return new Truncated(d, low, high);
}
