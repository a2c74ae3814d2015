import type { AnyDistribution } from "../distributions/distribution";
import { checkOptions, unitOptions } from "../words/check-options";
import { natsPerUnit } from "../words/units";
import { distributionPair } from "./distribution-pair";
import { klOfDistributions } from "./lines/kl-of-distributions";
import { klAtOnce, klExactly } from "./vectors/kl-of-vectors";
import type { Pmf, UnitOptions } from "./vectors/pmf";

const noOptions: UnitOptions = {};

/**
 * D(p ‖ q) = Σ pᵢ ln(pᵢ/qᵢ), the relative entropy (Kullback–Leibler divergence) of p with respect to the model q.
 *
 * Of two distributions by closed form where `closedForms` has the pair, else by a convergent sum or quadrature;
 * never random. Nothing cancels: the value is right to about 1e-15 also where p and q are nearly equal.
 *
 * @param p what is true: probabilities (finite, ≥ 0, sum 1), or a distribution
 * @param q the model: as p, and as long
 * @param options `base` (default e: nats; 2: bits), `normalize` (divide by the sums first)
 * @returns in [0, Infinity]; 0 exactly for p = q; Infinity where some qᵢ = 0 < pᵢ
 * @throws RangeError for an entry, sum or base out of range, or where the quadrature does not converge;
 *   TypeError for unequal lengths or kinds
 *
 * @example
 * kl([0.5, 0.5], [0.25, 0.75]); // 0.14384103622589045
 * kl([0.5, 0.5], [0.9, 0.1], { base: 2 }); // 0.7369655941662062
 * kl([0.5, 0.5], [1, 0]); // Infinity
 * kl(normal(0, 1), normal(1, 1)); // 0.5
 *
 * Source: S. Kullback and R. A. Leibler, On information and sufficiency (1951).
 */
export function kl(
  p: Pmf | AnyDistribution,
  q: Pmf | AnyDistribution,
  options: UnitOptions = noOptions,
): number {
  const unit = options === noOptions ? 1 : checkedUnit(options);
  const pair = distributionPair("kl", p, q);
  if (pair) return klOfDistributions("kl", pair.p, pair.q).value / unit;
  const atOnce = klAtOnce(p as Pmf, q as Pmf, options);
  const nats = atOnce >= 0 ? atOnce : klExactly("kl", p as Pmf, q as Pmf, options);
  return unit === 1 ? nats : nats / unit;
}

function checkedUnit(options: UnitOptions): number {
  checkOptions("kl", options, unitOptions);
  return natsPerUnit("kl", options.base);
}
