import {
  type AnyDistribution,
  isDistribution,
  isMultivariate,
} from "../distributions/distribution";
import { checkOptions, measureOptions } from "../words/check-options";
import { closedChiSquared } from "./forms/closed-affinity";
import { LinePair } from "./lines/line-pair";
import { logPowerSum } from "./lines/log-power-sum";
import { chiSquaredLogTerm, neymanLogTerm } from "./lines/log-terms";
import { separable, type Terms } from "./separable";
import type { MeasureOptions, Pmf } from "./vectors/pmf";
import { chiSquaredTerm, neymanTerm } from "./vectors/terms";

/**
 * χ²(p ‖ q) = Σ (pᵢ − qᵢ)²/qᵢ, Pearson's.
 *
 * @param p, q probabilities of the same outcomes, or two distributions
 * @param options `normalize`
 * @returns in [0, Infinity], without unit; Infinity where some qᵢ = 0 < pᵢ
 * @throws RangeError or TypeError as `kl`
 *
 * @example
 * chiSquaredDivergence([0.5, 0.5], [0.75, 0.25]); // 0.3333333333333333
 *
 * Source: F. Nielsen and R. Nock, On the chi square and higher-order chi distances (2014).
 */
export function chiSquaredDivergence(
  p: Pmf | AnyDistribution,
  q: Pmf | AnyDistribution,
  options: MeasureOptions = {},
): number {
  checkOptions("chiSquaredDivergence", options, measureOptions);
  const closed = closedChiSquared(p, q);
  if (closed !== undefined) return closed;
  const far = farChiSquared(p, q);
  if (far !== undefined) return far;
  return separable("chiSquaredDivergence", p, q, chiSquaredTerms, options.normalize);
}

/**
 * χ²(q ‖ p) = Σ (pᵢ − qᵢ)²/pᵢ, Neyman's: Pearson's with p and q exchanged.
 *
 * @param p, q probabilities of the same outcomes, or two distributions
 * @param options `normalize`
 * @returns in [0, Infinity], without unit; Infinity where some pᵢ = 0 < qᵢ
 * @throws RangeError or TypeError as `kl`
 *
 * @example
 * neymanChiSquaredDivergence([0.5, 0.5], [0.75, 0.25]); // 0.25
 *
 * Source: F. Nielsen and R. Nock, On the chi square and higher-order chi distances (2014).
 */
export function neymanChiSquaredDivergence(
  p: Pmf | AnyDistribution,
  q: Pmf | AnyDistribution,
  options: MeasureOptions = {},
): number {
  checkOptions("neymanChiSquaredDivergence", options, measureOptions);
  const closed = closedChiSquared(q, p);
  if (closed !== undefined) return closed;
  const far = farChiSquared(q, p);
  if (far !== undefined) return far;
  return separable("neymanChiSquaredDivergence", p, q, neymanTerms, options.normalize);
}

const chiSquaredTerms: Terms = { term: chiSquaredTerm, logTerm: chiSquaredLogTerm };
const neymanTerms: Terms = { term: neymanTerm, logTerm: neymanLogTerm };

/** Σ p²/q − 1 of two distributions of which it is great, so that logarithms serve better; else undefined. */
function farChiSquared(p: Pmf | AnyDistribution, q: Pmf | AnyDistribution): number | undefined {
  const known = isDistribution(p) && isDistribution(q) && !isMultivariate(p) && !isMultivariate(q);
  if (!known) return undefined;
  const log = logPowerSum(new LinePair(p, q), 2);
  return log > 2 ? Math.expm1(log) : undefined;
}
