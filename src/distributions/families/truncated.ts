import { invertCdf } from "../../math/invert-cdf";
import type { Prng } from "../../math/random";
import { shapeError, valueError } from "../../words/errors";
import { type Distribution, isDistribution, isMultivariate } from "../distribution";
import { expectation } from "../expectation";
import { Family } from "../family";
import { checkInterval, checkLevel } from "../parameters";

/** A distribution cut to an interval, as a value; made by `truncated`. */
export class Truncated extends Family {
  // Parameters
  readonly base: Distribution;
  readonly low: number;
  readonly high: number;
  readonly #mass: number;

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
    this.#mass = this.#between(this.#start, high);
    if (!(this.#mass > 0)) {
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

  // Probabilities
  /** Where the mass to be counted begins: integers at `low` itself belong to it. */
  get #start(): number {
    return this.base.kind === "discrete" ? Math.ceil(this.low) - 1 : this.low;
  }

  /** P(a < X ≤ b) of the base, from the smaller tails, so that cuts far out keep their digits. */
  #between(a: number, b: number): number {
    const survival = (x: number): number => this.base.survival?.(x) ?? 1 - this.base.cdf(x);
    const below = this.base.cdf(a);
    return below > 0.5 ? survival(a) - survival(b) : this.base.cdf(b) - below;
  }

  logProb(x: number): number {
    if (!(x >= this.low && x <= this.high)) return Number.NEGATIVE_INFINITY;
    return this.base.logProb(x) - Math.log(this.#mass);
  }

  cdf(x: number): number {
    if (!(x >= this.low)) return Number.isNaN(x) ? x : 0;
    return x >= this.high ? 1 : Math.min(1, this.#between(this.#start, x) / this.#mass);
  }

  override survival(x: number): number {
    if (!(x >= this.low)) return Number.isNaN(x) ? x : 1;
    return x >= this.high ? 0 : Math.min(1, this.#between(x, this.high) / this.#mass);
  }

  quantile(u: number): number {
    checkLevel("truncated", u);
    const [low, high] = this.support;
    if (u === 0 || low === high) return low;
    if (u === 1) return high;
    const below = this.base.cdf(this.#start);
    const guess = Math.min(
      high,
      Math.max(low, this.base.quantile(Math.min(1, below + u * this.#mass))),
    );
    if (this.kind === "discrete") return this.#integerNear(guess, u);
    const inside =
      guess > low && guess < high ? guess : this.#between(low, high) > 0 ? middle(low, high) : low;
    return invertCdf(this, u, inside, Math.max(1e-3, Math.abs(inside) * 1e-3));
  }

  /** The guess is off by rounding at most. */
  #integerNear(guess: number, u: number): number {
    const [low, high] = this.support;
    let k = guess;
    while (k > low && this.cdf(k - 1) >= u) k--;
    while (k < high && this.cdf(k) < u) k++;
    return k;
  }

  override draw(prng: Prng): number {
    if (this.#mass < 0.2) return super.draw(prng);
    for (;;) {
      const x = this.base.sample(1, prng)[0];
      if (x >= this.low && x <= this.high) return x;
    }
  }

  // Moments
  get mean(): number {
    return expectation(this, (x) => x);
  }

  get variance(): number {
    const { mean } = this;
    return expectation(this, (x) => (x - mean) ** 2);
  }

  get entropy(): number {
    return expectation(this, (x) => -this.logProb(x));
  }
}

function middle(low: number, high: number): number {
  if (Number.isFinite(low) && Number.isFinite(high)) return low + (high - low) / 2;
  return Number.isFinite(low) ? low + 1 : high - 1;
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
