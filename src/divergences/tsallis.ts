import type { AnyDistribution } from "../distributions/distribution";
import { checkOption } from "../words/check-option";
import { checkOptions, measureOptions } from "../words/check-options";
import { affinity } from "./affinity";
import type { MeasureOptions, Pmf } from "./vectors/pmf";

/** Options of `tsallis`. */
export interface TsallisOptions extends MeasureOptions {
  /** ≥ 0; 1 is the relative entropy in nats. */
  readonly order: number;
}

/**
 * T_α(p ‖ q) = (Σ pᵢ^α qᵢ^(1−α) − 1)/(α − 1), the Tsallis relative entropy of order α.
 *
 * Limits: α = 0 is q(p = 0), α = 1 is D(p ‖ q) in nats.
 *
 * @param p, q probabilities of the same outcomes, or two distributions
 * @param options `order` α ≥ 0; `normalize`
 * @returns in [0, Infinity], without unit; Infinity for α ≥ 1 where some qᵢ = 0 < pᵢ
 * @throws RangeError if α < 0 or infinite; RangeError or TypeError as `kl`
 *
 * @example
 * tsallis([0.5, 0.5], [0.75, 0.25], { order: 2 }); // 0.3333333333333333
 *
 * Source: C. Tsallis, Generalized entropy-based criterion for consistent testing (1998).
 */
export function tsallis(
  p: Pmf | AnyDistribution,
  q: Pmf | AnyDistribution,
  options: TsallisOptions,
): number {
  checkOptions("tsallis", options, ["order", ...measureOptions]);
  const { order, normalize } = options ?? {};
  const accepts = (a: number): boolean => a >= 0 && a < Number.POSITIVE_INFINITY;
  checkOption("tsallis", "order", order, {
    accepts,
    zh: "≥ 0 的有限的阶",
    en: "a finite order ≥ 0",
  });
  const pair = affinity("tsallis", p, q, normalize);
  return order === 0 ? -Math.expm1(-pair.minusLog(0)) : order * pair.power(order);
}
