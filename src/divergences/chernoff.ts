import type { AnyDistribution } from "../distributions/distribution";
import { maximize } from "../math/maximize";
import { checkOptions, unitOptions } from "../words/check-options";
import { natsPerUnit } from "../words/units";
import { affinity } from "./affinity";
import type { Pmf, UnitOptions } from "./vectors/pmf";

/**
 * C(p, q) = −ln min_λ Σ pᵢ^λ qᵢ^(1−λ), 0 ≤ λ ≤ 1: the Chernoff information, the best exponent of the error of a test.
 *
 * @param p, q probabilities of the same outcomes, or two distributions
 * @param options `base` (default e: nats), `normalize`
 * @returns in [0, Infinity], symmetric; Infinity for disjoint supports
 * @throws RangeError or TypeError as `kl`
 *
 * @example
 * chernoff([1, 0], [0.5, 0.5]); // 0.6931471805599453
 *
 * Source: T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed. (2006), section 11.9.
 */
export function chernoff(
  p: Pmf | AnyDistribution,
  q: Pmf | AnyDistribution,
  options: UnitOptions = {},
): number {
  checkOptions("chernoff", options, unitOptions);
  const unit = natsPerUnit("chernoff", options.base);
  const pair = affinity("chernoff", p, q, options.normalize, true);
  // Concave in λ; the limits at the ends count where the supports differ.
  const ends = Math.max(pair.minusLog(0), pair.minusLog(1));
  if (ends === Number.POSITIVE_INFINITY) return ends;
  return (
    Math.max(
      ends,
      maximize((lambda) => pair.minusLog(lambda), 0, 1),
    ) / unit
  );
}
