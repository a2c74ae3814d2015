import { totalVariation } from "../../divergences/total-variation";
import type { Pmf } from "../../divergences/vectors/pmf";
import type { Prng } from "../../math/random";
import { shapeError } from "../../words/errors";
import { argument, generator } from "../../words/option-kinds";
import { checkProbabilityRows } from "../models/check-probability-rows";
import { pairOfRows } from "../models/pair-of-rows";
import { pick } from "./pick";

/** How a draft is turned into a draw of the target. */
export interface SpeculativeSampling {
  /** How often a draft is kept: Σ min(p, q) = 1 − TV(p, q). */
  readonly acceptance: number;
  /** What is drawn instead where it is not: (p − q)⁺/TV; p itself where q is p. */
  readonly residual: readonly number[];
  /** One draw of the target, by way of a draft, and whether that was kept. */
  draw(prng: Prng): { readonly outcome: number; readonly isAccepted: boolean };
}

/**
 * Draws of a target p by drafts of a cheaper q: a draft x ~ q is kept with probability min(1, p(x)/q(x)), else x is drawn of
 * (p − q)⁺ = max(p − q, 0); what comes out has distribution p, and a draft is kept with probability 1 − TV(p, q).
 *
 * @param target p, probabilities
 * @param draft q, as many
 * @throws RangeError or TypeError as `totalVariation`
 *
 * @example
 * speculativeSampling([0.5, 0.5], [0.75, 0.25]).acceptance; // 0.75
 *
 * Source: Y. Leviathan, M. Kalman and Y. Matias, Fast inference from transformers via speculative decoding (2023), theorem 3.5.
 */
export function speculativeSampling(target: Pmf, draft: Pmf): SpeculativeSampling {
  const caller = "speculativeSampling";
  const pair = pairOfRows(caller, ["target", "draft"], [target, draft]);
  for (const [i, each] of pair.entries())
    checkProbabilityRows(caller, ["target", "draft"][i], each);
  if (pair.some(({ shape }) => shape.length !== 1)) throw severalRows(caller);
  const [p, q] = pair.map(({ data }) => Array.from(data));
  const distance = totalVariation(p, q);
  const excess = p.map((x, k) => Math.max(0, x - q[k]));
  const total = excess.reduce((a, b) => a + b, 0);
  const residual = total > 0 ? excess.map((x) => x / total) : p;
  return {
    acceptance: 1 - distance,
    residual,
    draw(prng) {
      argument(generator)("draw", "prng", prng);
      const outcome = pick(q, prng());
      if (prng() * q[outcome] < p[outcome]) return { outcome, isAccepted: true };
      return { outcome: pick(residual, prng()), isAccepted: false };
    },
  };
}

const severalRows = (caller: string): TypeError =>
  shapeError(
    caller,
    "target 与 draft 应各为一行概率",
    "target and draft must be one row of probabilities each",
  );
