import type { AnyDistribution } from "../distributions/distribution";
import { checkOptions, unitOptions } from "../words/check-options";
import { shapeError } from "../words/errors";
import { natsPerUnit } from "../words/units";
import { nearSquaredHellinger } from "./forms/closed-affinity";
import { jensenShannonOfMany } from "./jensen-shannon-of-many";
import { separable, type Terms } from "./separable";
import type { Pmf, UnitOptions } from "./vectors/pmf";
import { jensenShannonTerm } from "./vectors/terms";

/** Options of `jensenShannon` and its distance. */
export interface JensenShannonOptions extends UnitOptions {
  /** One weight for p, q and each of `others`; ≥ 0, sum 1. Default: equal. */
  readonly weights?: Pmf;
  /** More distributions to compare with p and q. */
  readonly others?: readonly (Pmf | AnyDistribution)[];
}

const terms: Terms = { term: jensenShannonTerm, symmetric: true };

/**
 * JS(p, q) = ½ D(p ‖ m) + ½ D(q ‖ m) with m = (p + q)/2; of more, Σ wₖ D(pₖ ‖ Σ wⱼpⱼ).
 *
 * @param p, q probabilities of the same outcomes, or two distributions
 * @param options `weights`, `others` (more of the same kind), `base` (default e: nats), `normalize`
 * @returns in [0, ln 2] for two of equal weight, in [0, H(weights)] in general; never infinite
 * @throws RangeError for bad weights; RangeError or TypeError as `kl`
 *
 * @example
 * jensenShannon([1, 0], [0, 1], { base: 2 }); // 1
 * jensenShannon([1, 0, 0], [0, 1, 0], { others: [[0, 0, 1]] }); // 1.0986122886681098
 *
 * Source: J. Lin, Divergence measures based on the Shannon entropy (1991).
 */
export function jensenShannon(
  p: Pmf | AnyDistribution,
  q: Pmf | AnyDistribution,
  options: JensenShannonOptions = {},
): number {
  return inUnit("jensenShannon", p, q, options);
}

/**
 * √JS(p, q), the Jensen–Shannon distance: a metric (JS itself is none).
 *
 * @param p, q probabilities of the same outcomes, or two distributions
 * @param options as `jensenShannon`; `base` is that of JS under the root
 * @returns in [0, √ln 2] for two of equal weight
 * @throws as `jensenShannon`
 *
 * @example
 * jensenShannonDistance([1, 0], [0, 1], { base: 2 }); // 1
 *
 * Source: D. M. Endres and J. E. Schindelin, A new metric for probability distributions (2003).
 */
export function jensenShannonDistance(
  p: Pmf | AnyDistribution,
  q: Pmf | AnyDistribution,
  options: JensenShannonOptions = {},
): number {
  return Math.sqrt(inUnit("jensenShannonDistance", p, q, options));
}

function inUnit(
  caller: string,
  p: Pmf | AnyDistribution,
  q: Pmf | AnyDistribution,
  options: JensenShannonOptions,
): number {
  checkOptions(caller, options, ["weights", "others", ...unitOptions]);
  const { weights, others, base, normalize } = options;
  if (others !== undefined && !Array.isArray(others)) {
    throw shapeError(
      caller,
      "options.others 应为数组，每一项是一个概率数组",
      "options.others must be an array of arrays of probabilities",
    );
  }
  const unit = natsPerUnit(caller, base);
  if (weights !== undefined || (others !== undefined && others.length > 0)) {
    return jensenShannonOfMany(caller, [p, q, ...(others ?? [])], weights, normalize) / unit;
  }
  const near = nearSquaredHellinger(p, q);
  if (near !== undefined) return near / unit;
  return Math.min(separable(caller, p, q, terms, normalize), Math.LN2) / unit;
}
