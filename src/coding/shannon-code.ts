import { type MeasureOptions, type Pmf, pmfOnly } from "../divergences/vectors/pmf";
import { weights } from "../divergences/vectors/weights";
import { checkOptions } from "../words/check-options";
import { PrefixCode } from "./prefix-code";

/**
 * Shannon's code for p: lengths ⌈−log₂ pᵢ⌉, which satisfy Kraft's inequality.
 *
 * Used for data from another law, its mean length lies in [H(p, q), H(p, q) + 1) bits.
 *
 * @param p probabilities; an outcome of probability 0 gets no word
 * @param options `normalize`
 * @returns words and lengths, by outcome
 * @throws RangeError or TypeError as `entropy`
 *
 * @example
 * shannonCode([0.5, 0.25, 0.25]).lengths; // [1, 2, 2]
 * shannonCode([0.9, 0.1]).lengths; // [1, 4]
 *
 * Source: T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed. (2006), section 5.4.
 */
export function shannonCode(p: Pmf, options: MeasureOptions = {}): PrefixCode {
  checkOptions("shannonCode", options, ["normalize"]);
  const { values, total } = weights("shannonCode", "p", p, options.normalize, pmfOnly);
  // Beside another outcome, however rare, −log₂ p > 0 even where p rounds to 1.
  const least = Array.from(values).filter((x) => x > 0).length > 1 ? 1 : 0;
  return new PrefixCode(Array.from(values, (x) => Math.max(least, idealLength(x / total.high))));
}

/** The least whole ℓ with 2^(−ℓ) ≤ p, right also where the logarithm rounds. */
function idealLength(p: number): number {
  if (p === 0) return Number.POSITIVE_INFINITY;
  let length = Math.max(0, Math.ceil(-Math.log2(p)));
  while (2 ** -length > p) length++;
  while (length > 0 && 2 ** (1 - length) <= p) length--;
  return length;
}
