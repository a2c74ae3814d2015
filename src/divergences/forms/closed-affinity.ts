import { type AnyDistribution, isDistribution } from "../../distributions/distribution";
import { inPlainUnits } from "../../distributions/in-plain-units";
import { required } from "../../words/required";
import type { AffinityParts } from "./affinity-parts";
import { closedFormOf } from "./closed-form-of";

/**
 * −ln ∫ p^w q^(1−w) by formula for two members of an exponential family; undefined where there is none.
 *
 * With m the member proportional to p^w q^(1−w) it is w D(m ‖ p) + (1 − w) D(m ‖ q), so that nothing cancels near
 * equality and the table of relative entropies serves Rényi, Bhattacharyya, Chernoff, Hellinger and χ² too.
 *
 * @param w any number; outside [0, 1] the value is ≤ 0, −Infinity where the integral diverges
 *
 * Source: F. Nielsen, Chernoff information of exponential families (2011).
 */
export function closedMinusLogAffinity(
  own: unknown,
  other: unknown,
  w: number,
): number | undefined {
  if (!isDistribution(own) || !isDistribution(other)) return undefined;
  const { p, q } = inPlainUnits<AnyDistribution>(own, other);
  const form = closedFormOf(p, q);
  if (!form || !sameSupport(p, q)) return undefined;
  const diverging = w > 0 && w < 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const direct = form.minusLogAffinity?.(p, q, w);
  if (direct !== undefined) return direct ?? diverging;
  if (!form.geometricMean) return undefined;
  const near = nearMinusLogAffinity(p, q, w);
  if (near !== undefined) return near;
  const m: AnyDistribution | null | undefined = form.geometricMean(p, q, w);
  if (m === undefined) return undefined;
  if (m === null) return diverging;
  const value = weighted(w, form.kl(m, p)) + weighted(1 - w, form.kl(m, q));
  return Number.isNaN(value) ? undefined : value;
}

/**
 * The same of two members that are nearly equal, where the parameters of m are known to rounding only:
 * w(1 − w)·(w D(p ‖ q) + (1 − w) D(q ‖ p)), exact to the third order in their distance.
 */
function nearMinusLogAffinity(
  p: AnyDistribution,
  q: AnyDistribution,
  w: number,
): number | undefined {
  const [form, back] = [closedFormOf(p, q), closedFormOf(q, p)];
  if (!form || !back || p.family !== q.family) return undefined;
  const [there, again] = [form.kl(p, q), back.kl(q, p)];
  if (!((there + again) * (1 + w * w) < 3e-11)) return undefined;
  return w * (1 - w) * (w * there + (1 - w) * again);
}

function weighted(weight: number, divergence: number): number {
  return weight === 0 ? 0 : weight * divergence;
}

/** Degenerate members, such as bernoulli(0), have another support than the rest of their family. */
function sameSupport(p: AnyDistribution, q: AnyDistribution): boolean {
  return String(p.support) === String(q.support);
}

/**
 * The coefficient of two members of one exponential family, at any order; undefined where there is no formula.
 *
 * @param numeric for an order at which the proportional member is out of reach of doubles
 */
export function closedAffinity(
  p: unknown,
  q: unknown,
  numeric: AffinityParts,
): AffinityParts | undefined {
  if (closedMinusLogAffinity(p, q, 0.5) === undefined) return undefined;
  return {
    // At the ends it is of the mass on the common support, and the supports are the same.
    minusLog: (order) =>
      order === 0 || order === 1
        ? 0
        : (closedMinusLogAffinity(p, q, order) ?? numeric.minusLog(order)),
    renyi(order) {
      const minusLog = closedMinusLogAffinity(p, q, order);
      return minusLog === undefined ? numeric.renyi(order) : minusLog / (1 - order);
    },
    power(order, complement = 1 - order) {
      if (complement === 0) return limitKl(p, q);
      if (order === 0) return limitKl(q, p);
      const minusLog = closedMinusLogAffinity(p, q, order);
      if (minusLog === undefined) return numeric.power(order, complement);
      return -Math.expm1(-minusLog) / (order * complement);
    },
  };
}

/** Both are members of a family with a formula, which `closedAffinity` has checked. */
function limitKl(p: unknown, q: unknown): number {
  const { p: a, q: b } = inPlainUnits(p as AnyDistribution, q as AnyDistribution);
  return required(closedFormOf(a, b), "closed form").kl(a, b);
}

/** ½∫(√p − √q)² by formula. */
export function closedSquaredHellinger(p: unknown, q: unknown): number | undefined {
  const minusLog = closedMinusLogAffinity(p, q, 0.5);
  return minusLog === undefined ? nearSquaredHellinger(p, q) : -Math.expm1(-minusLog);
}

/**
 * The squared Hellinger distance, and the Jensen–Shannon divergence, of two densities that are nearly the same, from
 * closed relative entropies; undefined where they are not so near.
 *
 * With s = (p − q)/(p + q) these two and an eighth of Jeffreys' divergence are ¼ ∫ (p + q) s² (1 + O(s²)).
 */
export function nearSquaredHellinger(own: unknown, other: unknown): number | undefined {
  if (!isDistribution(own) || !isDistribution(other)) return undefined;
  const { p, q } = inPlainUnits<AnyDistribution>(own, other);
  const [form, back] = [closedFormOf(p, q), closedFormOf(q, p)];
  if (!form || !back || p.family !== q.family || !sameSupport(p, q)) return undefined;
  const eighth = (form.kl(p, q) + back.kl(q, p)) / 8;
  return eighth < 1e-13 ? eighth : undefined;
}

/** ∫(p − q)²/q by formula. */
export function closedChiSquared(p: unknown, q: unknown): number | undefined {
  const minusLog = closedMinusLogAffinity(p, q, 2);
  return minusLog === undefined ? undefined : Math.expm1(-minusLog);
}
