import type { Distribution } from "../../distributions/distribution";
import { integrateDensity } from "../../math/integrals/integrate-density";
import { jumpsOf } from "./jumps";

const levels = [1e-12, 1e-9, 1e-6, 1e-4, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1 - 1e-4, 1 - 1e-6];

/** W₁ = ∫ |F − G| dx of two distributions of which one has a density; NaN where that does not converge. */
export function areaBetweenCdfs(p: Distribution, q: Distribution): number {
  // Where neither has a mean the difference of the tails decides, and must not be rounding.
  const rounding = Number.isFinite(p.mean) ? 0 : 1e-12;
  const gap = (x: number): number => {
    let [f, g] = [p.cdf(x), q.cdf(x)];
    // In the upper tail the difference of survivals keeps the digits.
    if (f >= 0.5 && g >= 0.5 && p.survival && q.survival) [f, g] = [p.survival(x), q.survival(x)];
    const difference = Math.abs(f - g);
    return difference <= rounding * Math.max(f, g) ? 0 : difference;
  };
  const low = Math.min(p.support[0], q.support[0]);
  const high = Math.max(p.support[1], q.support[1]);
  const points = [p, q].flatMap((d) => [
    ...d.support,
    ...d.kinks,
    ...jumpsOf(d),
    ...levels.map((u) => d.quantile(u)),
  ]);
  const log = (x: number, logJacobian: number): number => {
    const value = gap(x);
    return value === 0 ? 0 : Math.exp(Math.log(value) + logJacobian);
  };
  const spread = [p, q].reduce((sum, d) => sum + d.quantile(0.9) - d.quantile(0.1), 0);
  const { value, error, converged, diverges } = integrateDensity(log, low, high, points, {
    tolerance: 1e-11,
    scale: 1e-3 * spread,
    maxPanels: 300 + points.length,
  });
  if (diverges) return Number.POSITIVE_INFINITY;
  // Of two distributions that are nearly the same the gap is known to rounding of the cdfs only.
  return converged || error <= 1e-13 * spread ? value : Number.NaN;
}
