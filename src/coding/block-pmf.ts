import { type MeasureOptions, type Pmf, pmfOnly } from "../divergences/vectors/pmf";
import { weights } from "../divergences/vectors/weights";
import { checkOptions } from "../words/check-options";
import { shapeError, valueError } from "../words/errors";

/**
 * The law of n independent symbols from p, as one vector of k^n probabilities; the first symbol varies slowest.
 *
 * A Shannon code on blocks of n costs less than 1/n bit per symbol above the cross-entropy.
 *
 * @param p probabilities of k symbols
 * @param n block length, ≥ 1, with k^n ≤ 2^22
 * @param options `normalize`
 * @returns probabilities of the blocks 00…0, 00…1, …
 * @throws RangeError for n out of range; RangeError or TypeError as `entropy`
 *
 * @example
 * Array.from(blockPmf([0.75, 0.25], 2)); // [0.5625, 0.1875, 0.1875, 0.0625]
 *
 * Source: T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed. (2006), section 5.4.
 */
export function blockPmf(p: Pmf, n: number, options: MeasureOptions = {}): Float64Array {
  checkOptions("blockPmf", options, ["normalize"]);
  const { values, total } = weights("blockPmf", "p", p, options.normalize, pmfOnly);
  if (typeof n !== "number") {
    throw shapeError(
      "blockPmf",
      `n 应为整数，给的是 ${typeof n}`,
      `n must be an integer, got ${typeof n}`,
    );
  }
  if (!(Number.isSafeInteger(n) && n >= 1 && values.length ** n <= 2 ** 22)) {
    throw valueError(
      "blockPmf",
      `n 是 ${n}，应为 ≥ 1 的整数，且 ${values.length}ⁿ ≤ 4194304`,
      `n is ${n}; give an integer ≥ 1 with ${values.length}^n ≤ 4194304`,
    );
  }
  let block = Float64Array.of(1);
  for (let i = 0; i < n; i++) {
    const longer = new Float64Array(block.length * values.length);
    for (let j = 0; j < longer.length; j++) {
      const [head, symbol] = [Math.floor(j / values.length), j % values.length];
      longer[j] = block[head] * (values[symbol] / total.high);
    }
    block = longer;
  }
  return block;
}
