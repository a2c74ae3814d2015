import type { AnyDistribution } from "../distributions/distribution";
import { checkOptions, unitOptions } from "../words/check-options";
import { natsPerUnit } from "../words/units";
import { affinity } from "./affinity";
import type { Pmf, UnitOptions } from "./vectors/pmf";

/**
 * B(p, q) = −ln Σ √(pᵢqᵢ), the Bhattacharyya distance; half the Rényi divergence of order ½.
 *
 * @param p, q probabilities of the same outcomes, or two distributions
 * @param options `base` (default e: nats), `normalize`
 * @returns in [0, Infinity]; Infinity for disjoint supports
 * @throws RangeError or TypeError as `kl`
 *
 * @example
 * bhattacharyya([0.5, 0.5], [0.9, 0.1]); // 0.11157177565710492
 *
 * Source: A. Bhattacharyya, On a measure of divergence between two statistical populations (1943).
 */
export function bhattacharyya(
  p: Pmf | AnyDistribution,
  q: Pmf | AnyDistribution,
  options: UnitOptions = {},
): number {
  checkOptions("bhattacharyya", options, unitOptions);
  const unit = natsPerUnit("bhattacharyya", options.base);
  return affinity("bhattacharyya", p, q, options.normalize, true).minusLog(0.5) / unit;
}
