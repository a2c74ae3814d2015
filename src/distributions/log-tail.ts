import { integrate } from "../math/integrals/integrate";
import { integrateDensity } from "../math/integrals/integrate-density";
import type { Distribution } from "./distribution";

type Known = Pick<Distribution, "support" | "kinks" | "landmarks" | "logProb">;

/** ln P(X ≤ x), of any distribution. */
export function logCdfOf(d: Distribution, x: number): number {
  return d.logCdf?.(x) ?? Math.log(d.cdf(x));
}

/** ln P(X > x), of any distribution. */
export function logSurvivalOf(d: Distribution, x: number): number {
  return d.logSurvival?.(x) ?? Math.log(survivalOf(d, x));
}

/** P(X > x), of any distribution. */
export function survivalOf(d: Distribution, x: number): number {
  return d.survival?.(x) ?? 1 - d.cdf(x);
}

/** ln P(X ≤ x) or ln P(X > x) by quadrature of the density, where the tail itself is too small for what is known of it. */
export function logTail(d: Known, x: number, side: "lower" | "upper"): number {
  const [low, high] = d.support;
  return side === "lower"
    ? logIntegral(d, low, Math.min(x, high))
    : logIntegral(d, Math.max(x, low), high);
}

/**
 * ln ∫ f over [from, to] inside the support, however small it is.
 *
 * @param among kinks, and points among which the mass lies; finding them may cost more than the integral
 */
export function logIntegral(
  d: Known,
  from: number,
  to: number,
  among: readonly number[] = [...d.kinks, ...(d.landmarks ?? [])],
): number {
  if (!(from < to))
    return Number.isNaN(from - to) && from !== to ? Number.NaN : Number.NEGATIVE_INFINITY;
  const marks = among.filter((x) => x > from && x < to);
  const edges = [from, to].filter((x) => Number.isFinite(x));
  const points = [...marks, ...edges, ...edges.flatMap((x) => around(d, x, from, to))];
  const tops = points.map((x) => d.logProb(x)).filter((y) => y < Number.POSITIVE_INFINITY);
  const top = Math.max(...tops, Number.NEGATIVE_INFINITY);
  // So far out that ln of a width is below the rounding of ln f.
  if (!(Math.abs(top) < 1e17)) return top;
  const scaled = (x: number, logJacobian: number): number =>
    Math.exp(d.logProb(x) - top + logJacobian);
  const whole = isTame(d, from, to)
    ? integrate(
        (x) => scaled(x, 0),
        [...new Set(points)].sort((a, b) => a - b),
      )
    : integrateDensity(scaled, from, to, points);
  // Between the last doubles before an end there is nothing to be seen.
  return whole.value > 0 ? top + Math.log(whole.value) : Number.NEGATIVE_INFINITY;
}

/** The density has neither a pole nor a zero at the ends, nor an infinite way to go. */
export function isTame(d: Known, from: number, to: number): boolean {
  return Number.isFinite(to - from) && Math.abs(d.logProb(from) - d.logProb(to)) < 50;
}

/** Points near an edge, spaced by how fast the density changes there. */
function around(d: Known, edge: number, from: number, to: number): number[] {
  const inward = edge === from ? 1 : -1;
  const change = (h: number): number => Math.abs(d.logProb(edge + inward * h) - d.logProb(edge));
  let h = Number.isFinite(to - from) ? (to - from) / 4 : Math.max(1e-3, Math.abs(edge) / 4);
  for (let step = 0; step < 60 && !(change(h) < 2); step++) h /= 2;
  return [0.25, 0.5, 1, 2, 4, 8, 16, 32, 64]
    .map((k) => edge + inward * k * h)
    .filter((x) => x > from && x < to);
}
