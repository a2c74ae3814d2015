import type { AnyDistribution } from "../distributions/distribution";
import { checkOptions, measureOptions } from "../words/check-options";
import { closedSquaredHellinger } from "./forms/closed-affinity";
import { separable, type Terms } from "./separable";
import type { MeasureOptions, Pmf } from "./vectors/pmf";
import { squaredHellingerTerm } from "./vectors/terms";

const hellingerTerms: Terms = { term: squaredHellingerTerm, symmetric: true };

/**
 * H²(p, q) = ½ Σ (√pᵢ − √qᵢ)² = 1 − Σ √(pᵢqᵢ), the squared Hellinger distance.
 *
 * @param p, q probabilities of the same outcomes, or two distributions
 * @param options `normalize`
 * @returns in [0, 1], without unit; 1 for disjoint supports
 * @throws RangeError or TypeError as `kl`
 *
 * @example
 * squaredHellinger([0.5, 0.5], [0.9, 0.1]); // 0.10557280900008412
 *
 * Source: A. B. Tsybakov, Introduction to Nonparametric Estimation (2009), section 2.4, with the factor ½.
 */
export function squaredHellinger(
  p: Pmf | AnyDistribution,
  q: Pmf | AnyDistribution,
  options: MeasureOptions = {},
): number {
  checkOptions("squaredHellinger", options, measureOptions);
  const closed = closedSquaredHellinger(p, q);
  if (closed !== undefined) return closed;
  return Math.min(1, separable("squaredHellinger", p, q, hellingerTerms, options.normalize));
}

/**
 * H(p, q) = √(½ Σ (√pᵢ − √qᵢ)²), the Hellinger distance: a metric.
 *
 * @param p, q probabilities of the same outcomes, or two distributions
 * @param options `normalize`
 * @returns in [0, 1], without unit
 * @throws RangeError or TypeError as `kl`
 *
 * @example
 * hellinger([0.5, 0.5], [0.9, 0.1]); // 0.32491969623290634
 *
 * Source: A. B. Tsybakov, Introduction to Nonparametric Estimation (2009), section 2.4, with the factor ½.
 */
export function hellinger(
  p: Pmf | AnyDistribution,
  q: Pmf | AnyDistribution,
  options: MeasureOptions = {},
): number {
  checkOptions("hellinger", options, measureOptions);
  const squared =
    closedSquaredHellinger(p, q) ?? separable("hellinger", p, q, hellingerTerms, options.normalize);
  return Math.min(1, Math.sqrt(squared));
}
