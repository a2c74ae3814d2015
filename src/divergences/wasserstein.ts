import type { AnyDistribution } from "../distributions/distribution";
import { CompensatedSum } from "../math/compensated-sum";
import { checkOption } from "../words/check-option";
import { checkOptions, measureOptions } from "../words/check-options";
import { distributionPair } from "./distribution-pair";
import { wassersteinOfDistributions } from "./lines/wasserstein-of-distributions";
import { normalizedPair } from "./vectors/normalized-pair";
import type { MeasureOptions, Pmf } from "./vectors/pmf";
import { positionsOf } from "./vectors/positions";

/** Options of `wasserstein`. */
export interface WassersteinOptions extends MeasureOptions {
  /** 1 (earth mover's distance, default) or 2. */
  readonly order?: 1 | 2;
  /** Where the outcomes lie on the line; default 0, 1, 2 … */
  readonly positions?: Pmf;
}

/**
 * W_k(p, q) = (min E|X − Y|^k)^(1/k), k = 1 or 2, over all joint laws with X ~ p, Y ~ q.
 *
 * Unlike the divergences it depends on where the outcomes lie, and stays finite for disjoint supports. Of two
 * distributions by formula where `closedForms` has one, else by quadrature; Infinity where a tail is so heavy that
 * every joint law moves it infinitely far (a mere shift of two cauchy is finite: its length). In several dimensions
 * for multivariateNormal and independent, order 2.
 *
 * @param p, q probabilities of the same outcomes, or two distributions
 * @param options `order` 1 or 2; `positions` (finite, one for each outcome); `normalize`
 * @returns in [0, Infinity], in the unit of the positions; a metric
 * @throws RangeError for another order or bad positions, or where the quadrature does not converge; TypeError in
 *   several dimensions for order 1 or other families; else as `kl`
 *
 * @example
 * wasserstein([1, 0, 0], [0, 0, 1]); // 2
 * wasserstein([0.5, 0.5, 0], [0, 0.5, 0.5], { order: 2 }); // 1
 * wasserstein(normal(0, 1), normal(3, 5), { order: 2 }); // 5
 *
 * Source: C. Villani, Topics in Optimal Transportation (2003), section 2.2.
 */
export function wasserstein(
  p: Pmf | AnyDistribution,
  q: Pmf | AnyDistribution,
  options: WassersteinOptions = {},
): number {
  checkOptions("wasserstein", options, ["order", "positions", ...measureOptions]);
  const { order = 1, positions, normalize } = options;
  checkOption("wasserstein", "order", order, {
    accepts: (k) => k === 1 || k === 2,
    zh: " 1 或 2",
    en: "1 or 2",
  });
  const pair = distributionPair("wasserstein", p, q);
  if (pair) return wassersteinOfDistributions(pair.p, pair.q, order);
  const both = normalizedPair("wasserstein", p, q, { normalize, symmetric: true });
  const { sorted, at } = positionsOf("wasserstein", positions, both.p.values.length);
  const ps = new Float64Array(sorted.length);
  const qs = new Float64Array(sorted.length);
  const differences = new Float64Array(sorted.length);
  const lost = new Float64Array(sorted.length);
  both.forEachExactly((a, b, d, i, _rest, low) => {
    ps[i] = a;
    qs[i] = b;
    differences[i] = d;
    lost[i] = low;
  });
  const surplus = surplusAfter(sorted, differences, lost);
  if (order === 1) return transportOne(sorted, at, surplus) / both.mass;
  return Math.sqrt(transportTwo(sorted, at, ps, qs, surplus) / both.mass);
}

/** F − G behind each outcome, from left to right: a small rest of large differences needs them in two parts. */
function surplusAfter(sorted: readonly number[], differences: Pmf, lost: Pmf): Float64Array {
  const sum = new CompensatedSum();
  return Float64Array.from(sorted, (i) => {
    sum.add(differences[i]);
    sum.add(lost[i]);
    return sum.total;
  });
}

/** Σ |F − G| Δx. */
function transportOne(sorted: readonly number[], at: Pmf, surplus: Pmf): number {
  const cost = new CompensatedSum();
  for (let k = 0; k + 1 < sorted.length; k++) {
    cost.add(Math.abs(surplus[k]) * (at[sorted[k + 1]] - at[sorted[k]]));
  }
  return cost.total;
}

/** Monotone coupling: what is left of one side waits, first in first out, for mass of the other. */
function transportTwo(sorted: readonly number[], at: Pmf, p: Pmf, q: Pmf, surplus: Pmf): number {
  const cost = new CompensatedSum();
  let waiting: { x: number; mass: number }[] = [];
  let head = 0;
  let sign = 0; // whose mass waits: 1 p's, −1 q's
  for (const [k, i] of sorted.entries()) {
    const x = at[i];
    const before = sign;
    const [own, other] = before >= 0 ? [p[i], q[i]] : [q[i], p[i]];
    // The waiting side queues its mass; the other side takes from the front.
    if (own > 0) waiting.push({ x, mass: own });
    let taken = other;
    while (taken > 0 && head < waiting.length) {
      const front = waiting[head];
      const moved = Math.min(taken, front.mass);
      cost.add(moved * (x - front.x) * (x - front.x));
      front.mass -= moved;
      taken -= moved;
      if (front.mass <= 0) head++;
    }
    // F − G is known better than what repeated subtraction leaves.
    const left = surplus[k];
    sign = Math.sign(left);
    if (sign === 0) {
      waiting = [];
      head = 0;
    } else if (sign !== (before >= 0 ? 1 : -1)) {
      waiting = [{ x, mass: Math.abs(left) }];
      head = 0;
    } else if (head >= waiting.length) {
      waiting = [{ x, mass: Math.abs(left) }];
      head = 0;
    } else if (head === waiting.length - 1) waiting[head].mass = Math.abs(left);
  }
  return cost.total;
}
