import type { Tails } from "../../math/incomplete-beta";
import type { Prng } from "../../math/random";
import { openUniform } from "../family";
import { IntegerFamily } from "../integer-family";
import { checkedWeights, checkLevel } from "../parameters";

/** The categorical distribution as a value; made by `categorical`. */
export class Categorical extends IntegerFamily {
  // Parameters
  /** The probabilities, as given. */
  readonly probs: readonly number[];
  readonly support: readonly [number, number];
  /** Σ probs before each outcome, and in all. */
  readonly #running: readonly number[];
  /** Σ probs from each outcome on. */
  readonly #left: readonly number[];

  constructor(probs: ArrayLike<number>) {
    super();
    this.probs = checkedWeights("categorical", "probs", probs);
    const running = [0];
    for (const [i, share] of this.probs.entries()) running.push(running[i] + share);
    this.#running = running;
    const left = [...this.probs, 0];
    for (let i = left.length - 2; i >= 0; i--) left[i] += left[i + 1];
    this.#left = left;
    const last = this.probs.length - 1 - [...this.probs].reverse().findIndex((share) => share > 0);
    this.support = [this.probs.findIndex((share) => share > 0), last];
  }

  get family(): "categorical" {
    return "categorical";
  }

  get parameters(): { readonly probs: readonly number[] } {
    return { probs: this.probs };
  }

  // Probabilities
  get #total(): number {
    return this.#running[this.probs.length];
  }

  protected logMass(k: number): number {
    return Math.log(this.probs[k] / this.#total);
  }

  override prob(x: number): number {
    return (this.probs[x] ?? 0) / this.#total;
  }

  protected tails(k: number): Tails {
    const total = this.#total;
    return { lower: this.#running[k + 1] / total, upper: this.#left[k + 1] / total };
  }

  override quantile(u: number): number {
    checkLevel("categorical", u);
    return u === 1 ? this.support[1] : this.#outcomeAt(u);
  }

  override draw(prng: Prng): number {
    return this.#outcomeAt(openUniform(prng));
  }

  /** The first outcome up to which the share u lies. */
  #outcomeAt(u: number): number {
    const [low, high] = this.support;
    let [left, right] = [low, high];
    while (left < right) {
      const middle = (left + right) >> 1;
      if (this.#running[middle + 1] / this.#total >= u) right = middle;
      else left = middle + 1;
    }
    return right;
  }

  // Moments
  get mean(): number {
    return this.probs.reduce((sum, share, k) => sum + share * k, 0) / this.#total;
  }

  get variance(): number {
    const { mean } = this;
    return this.probs.reduce((sum, share, k) => sum + share * (k - mean) ** 2, 0) / this.#total;
  }
}

/**
 * The distribution on 0, 1 … n − 1 with the given probabilities, P(X = i) = probs[i].
 *
 * @param probs ≥ 0, sum 1 within 1e-9; a plain or typed array
 * @throws RangeError for an entry or sum out of range, TypeError for what is no array of numbers
 *
 * @example
 * categorical([0.25, 0.5, 0.25]).mean; // 1
 * categorical([0.5, 0.5]).entropy; // 0.6931471805599453
 *
 * Source: C. M. Bishop, Pattern Recognition and Machine Learning (2006), section 2.2.
 */
export function categorical(probs: ArrayLike<number>): Categorical {
  return new Categorical(probs);
}
