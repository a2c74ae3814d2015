import type { AnyDistribution } from "../distributions/distribution";
import { checkOption } from "../words/check-option";
import { checkOptions, measureOptions } from "../words/check-options";
import { affinity } from "./affinity";
import type { MeasureOptions, Pmf } from "./vectors/pmf";

/** Options of `alphaDivergence`. */
export interface AlphaOptions extends MeasureOptions {
  /** Any finite number; −1 is D(p ‖ q), 1 is D(q ‖ p), 0 is 4 times the squared Hellinger distance. */
  readonly alpha: number;
}

/**
 * D^(α)(p ‖ q) = 4/(1 − α²) · (1 − Σ pᵢ^((1−α)/2) qᵢ^((1+α)/2)), Amari's α-divergence, continuous in α.
 *
 * Limits: α = −1 is D(p ‖ q), α = 1 is D(q ‖ p), both in nats. Exchanging p and q changes the sign of α.
 *
 * @param p, q probabilities of the same outcomes, or two distributions
 * @param options `alpha`; `normalize`
 * @returns in [0, Infinity], without unit
 * @throws RangeError if α is not finite; RangeError or TypeError as `kl`
 *
 * @example
 * alphaDivergence([0.5, 0.5], [0.9, 0.1], { alpha: 0 }); // 0.4222912360003365
 * alphaDivergence([0.5, 0.5], [0.9, 0.1], { alpha: -1 }); // 0.5108256237659906
 *
 * Source: S. Amari, Information Geometry and Its Applications (2016), section 3.5.
 */
export function alphaDivergence(
  p: Pmf | AnyDistribution,
  q: Pmf | AnyDistribution,
  options: AlphaOptions,
): number {
  checkOptions("alphaDivergence", options, ["alpha", ...measureOptions]);
  const { alpha, normalize } = options ?? {};
  checkOption("alphaDivergence", "alpha", alpha, {
    accepts: Number.isFinite,
    zh: "有限的数",
    en: "a finite number",
  });
  return affinity("alphaDivergence", p, q, normalize).power((1 - alpha) / 2, (1 + alpha) / 2);
}
