import type { AnyDistribution } from "../distributions/distribution";
import { checkOptions, measureOptions } from "../words/check-options";
import { separable, type Terms } from "./separable";
import type { MeasureOptions, Pmf } from "./vectors/pmf";
import { totalVariationTerm } from "./vectors/terms";

const terms: Terms = { term: totalVariationTerm, symmetric: true, crossings: true };

/**
 * TV(p, q) = ½ Σ |pᵢ − qᵢ|, the largest difference of the probabilities of one event.
 *
 * @param p, q probabilities of the same outcomes, or two distributions
 * @param options `normalize`
 * @returns in [0, 1], without unit; 1 for disjoint supports
 * @throws RangeError or TypeError as `kl`
 *
 * @example
 * totalVariation([0.5, 0.5], [0.9, 0.1]); // 0.4
 *
 * Source: A. B. Tsybakov, Introduction to Nonparametric Estimation (2009), section 2.4.
 */
export function totalVariation(
  p: Pmf | AnyDistribution,
  q: Pmf | AnyDistribution,
  options: MeasureOptions = {},
): number {
  checkOptions("totalVariation", options, measureOptions);
  return Math.min(1, separable("totalVariation", p, q, terms, options.normalize));
}
