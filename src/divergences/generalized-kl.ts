import { CompensatedSum } from "../math/compensated-sum";
import { relativeEntropyTerm } from "../math/relative-entropy-term";
import { checkOptions } from "../words/check-options";
import { natsPerUnit } from "../words/units";
import { checkEntries, checkSameLength, checkVector, type Pmf, pmfOnly } from "./vectors/pmf";

/**
 * D(p ‖ q) = Σ pᵢ ln(pᵢ/qᵢ) − pᵢ + qᵢ of measures that need not sum to 1; `kl` where both do.
 *
 * @param p, q finite masses ≥ 0 of the same outcomes
 * @param options `base` (default e: nats)
 * @returns in [0, Infinity]; 0 exactly for p = q
 * @throws RangeError for an entry out of range or an empty array, TypeError for unequal lengths or no arrays
 *
 * @example
 * generalizedKl([1, 2], [2, 2]); // 0.3068528194400547
 *
 * Source: I. Csiszár, Why least squares and maximum entropy? (1991).
 */
export function generalizedKl(p: Pmf, q: Pmf, options: { readonly base?: number } = {}): number {
  checkOptions("generalizedKl", options, ["base"]);
  const caller = "generalizedKl";
  const unit = natsPerUnit(caller, options.base);
  for (const [name, v] of [
    ["p", p],
    ["q", q],
  ] as const) {
    checkVector(caller, name, v, pmfOnly);
    checkEntries(caller, name, v);
  }
  checkSameLength(caller, p, q);
  const sum = new CompensatedSum();
  for (let i = 0; i < p.length; i++) sum.add(relativeEntropyTerm(p[i], q[i], p[i] - q[i]));
  return sum.total / unit;
}
