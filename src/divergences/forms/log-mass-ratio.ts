import type { Truncated } from "../../distributions/families/truncated";
import { isSmooth } from "../../distributions/integer-marks";
import { logBetween } from "../../distributions/log-between";
import { integrateDensity } from "../../math/integrals/integrate-density";
import { sumIntegers } from "../../math/integrals/sum-integers";
import type { LogRatio } from "./log-ratio";

/**
 * ln of the mass that the base of p has on p's interval, less that of q: log1p of their difference over q's, which is
 * what p − q adds up to on what is shared, and the two ends that are not.
 */
export function logMassRatio(p: Truncated, q: Truncated, base: LogRatio): number {
  const logMass = logMassOf(q);
  const shared = [
    Math.max(p.support[0], q.support[0]),
    Math.min(p.support[1], q.support[1]),
  ] as const;
  let excess = 0;
  if (shared[0] < shared[1] || (p.kind === "discrete" && shared[0] === shared[1])) {
    excess += gained(p, q, base, shared);
  }
  const extra = (d: Truncated, other: Truncated): number => {
    const [low, high] = d.support;
    const start = d.kind === "discrete" ? low - 1 : low;
    const [from, to] = other.support;
    const end = d.kind === "discrete" ? from - 1 : from;
    return (
      Math.exp(piece(d, start, Math.min(end, high)) - logMass) +
      Math.exp(piece(d, Math.max(to, start), high) - logMass)
    );
  };
  excess += extra(p, q) - extra(q, p);
  // Of more integers than can be added, from both masses.
  return Number.isNaN(excess) ? logMassOf(p) - logMass : Math.log1p(excess);
}

function logMassOf(d: Truncated): number {
  const x = d.quantile(0.5);
  return d.base.logProb(x) - d.logProb(x);
}

function piece(d: Truncated, a: number, b: number): number {
  return logBetween(d.base, a, b, () => [...d.base.kinks, ...(d.base.landmarks ?? [])]);
}

/** ∫ (p − q) of the bases over an interval, in units of q's mass. */
function gained(
  p: Truncated,
  q: Truncated,
  base: LogRatio,
  [low, high]: readonly [number, number],
): number {
  const rise = (x: number): number => {
    const known = base(x);
    const u = Number.isFinite(known) ? known : p.base.logProb(x) - q.base.logProb(x);
    return Math.expm1(u);
  };
  if (p.kind === "discrete") {
    const marks = [0.001, 0.5, 0.999].map((u) => q.quantile(u));
    const term = (k: number): number => q.prob(k) * rise(k) || 0;
    const { value, converged } = sumIntegers(term, low, high, marks, { smooth: isSmooth(q) });
    return converged ? value : Number.NaN;
  }
  const g = (x: number, logJacobian: number): number => {
    const weight = Math.exp(q.logProb(x) + logJacobian);
    return weight === 0 ? 0 : weight * rise(x);
  };
  return integrateDensity(g, low, high, [...q.kinks, ...q.landmarks]).value;
}
