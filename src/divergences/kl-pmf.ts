import { checkOptions, unitOptions } from "../words/check-options";
import { natsPerUnit } from "../words/units";
import { klAtOnce, klExactly } from "./vectors/kl-of-vectors";
import { checkVector, type Pmf, pmfOnly, type UnitOptions } from "./vectors/pmf";

/**
 * D(p ‖ q) = Σ pᵢ ln(pᵢ/qᵢ) of two vectors: what `kl` answers, bit for bit, without what it knows of distributions.
 *
 * For pages and services in which a few kilobytes count: a bundle of it is a third of one of `kl`.
 *
 * @param p what is true: probabilities (finite, ≥ 0, sum 1)
 * @param q the model: as p, and as long
 * @param options `base` (default e: nats; 2: bits), `normalize` (divide by the sums first)
 * @returns in [0, Infinity]; 0 exactly for p = q; Infinity where some qᵢ = 0 < pᵢ
 * @throws RangeError for an entry, sum or base out of range; TypeError for unequal lengths, and for anything but vectors
 *
 * @example
 * klPmf([0.5, 0.5], [0.25, 0.75]); // 0.14384103622589045
 * klPmf([0.5, 0.5], [0.9, 0.1], { base: 2 }); // 0.7369655941662062
 * klPmf([1, 3], [1, 1], { normalize: true }); // 0.13081203594113694
 *
 * Source: S. Kullback and R. A. Leibler, On information and sufficiency (1951).
 */
export function klPmf(p: Pmf, q: Pmf, options: UnitOptions = {}): number {
  checkOptions("klPmf", options, unitOptions);
  const unit = natsPerUnit("klPmf", options.base);
  const atOnce = klAtOnce(p, q, options);
  if (atOnce >= 0) return atOnce / unit;
  checkVector("klPmf", "p", p, pmfOnly);
  checkVector("klPmf", "q", q, pmfOnly);
  return klExactly("klPmf", p, q, options) / unit;
}
