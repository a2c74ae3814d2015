import type { AnyDistribution } from "../distributions/distribution";
import { checkOption } from "../words/check-option";
import { checkOptions, unitOptions } from "../words/check-options";
import { natsPerUnit } from "../words/units";
import { affinity } from "./affinity";
import { kl } from "./kl";
import { supremumLogRatio } from "./supremum-log-ratio";
import type { Pmf, UnitOptions } from "./vectors/pmf";

/** Options of `renyi`. */
export interface RenyiOptions extends UnitOptions {
  /** α ≥ 0; 1 is the relative entropy, Infinity the greatest ln(p/q) (in one dimension). */
  readonly order: number;
}

/**
 * D_α(p ‖ q) = ln(Σ pᵢ^α qᵢ^(1−α))/(α − 1), the Rényi divergence of order α; increasing in α.
 *
 * Limits: α = 0 is −ln q(p > 0), α = 1 is D(p ‖ q), α = Infinity is ln max pᵢ/qᵢ, of densities the supremum.
 *
 * @param p, q probabilities of the same outcomes, or two distributions
 * @param options `order` α ≥ 0; `base` (default e: nats), `normalize`
 * @returns in [0, Infinity]; Infinity for α ≥ 1 where some qᵢ = 0 < pᵢ, for α < 1 if the supports are disjoint
 * @throws RangeError if α < 0; RangeError or TypeError as `kl`
 *
 * @example
 * renyi([0.5, 0.5], [0.75, 0.25], { order: 2 }); // 0.2876820724517809
 * renyi([0.5, 0.5], [0.75, 0.25], { order: Infinity }); // 0.6931471805599453
 *
 * Source: T. van Erven and P. Harremoës, Rényi divergence and Kullback–Leibler divergence (2014).
 */
export function renyi(
  p: Pmf | AnyDistribution,
  q: Pmf | AnyDistribution,
  options: RenyiOptions,
): number {
  checkOptions("renyi", options, ["order", ...unitOptions]);
  const { order, base, normalize } = options ?? {};
  checkOption("renyi", "order", order, {
    accepts: (a) => a >= 0,
    zh: "≥ 0 的阶（1 即相对熵）",
    en: "an order ≥ 0",
  });
  const unit = natsPerUnit("renyi", base);
  if (order === 1) return kl(p, q, { base, normalize });
  if (order === Number.POSITIVE_INFINITY) return supremumLogRatio("renyi", p, q, normalize) / unit;
  const pair = affinity("renyi", p, q, normalize);
  return Math.max(0, order === 0 ? pair.minusLog(0) : pair.renyi(order)) / unit;
}
