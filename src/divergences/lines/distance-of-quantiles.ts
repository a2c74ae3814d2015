import type { Distribution } from "../../distributions/distribution";
import { upperQuantile } from "../../distributions/upper-quantile";
import { integrateDensity } from "../../math/integrals/integrate-density";
import { jumpsOf } from "./jumps";

const levels = [1e-12, 1e-9, 1e-6, 1e-4, 0.01, 0.1, 0.25];

/**
 * W₂ = (∫ (F⁻¹ − G⁻¹)² du)^½ of two distributions of which one has a density; NaN where that does not converge.
 *
 * Each half of the unit interval is taken from its own end, where u = ½ e⁻ˢ: of a heavy tail much may lie beyond the
 * last double below 1.
 */
export function distanceOfQuantiles(p: Distribution, q: Distribution): number {
  const spread = (d: Distribution): number => d.quantile(0.9) - d.quantile(0.1);
  const scale = { unit: spread(p) + spread(q), heavy: !Number.isFinite(p.variance) };
  const below = breaks(p, q, (d, x) => d.cdf(x));
  const [ofP, ofQ] = [p, q].map((d) => kept(d, (u) => d.quantile(u), d.cdf.bind(d), -1));
  const lower = half((u) => [ofP(u), ofQ(u)], below, scale);
  const survival = (d: Distribution, x: number): number => d.survival?.(x) ?? 1 - d.cdf(x);
  const above = breaks(p, q, survival);
  const [overP, overQ] = [p, q].map((d) =>
    kept(
      d,
      (v) => upperQuantile(d, v),
      (x) => survival(d, x - 1),
      1,
    ),
  );
  const upper = half((v) => [overP(v), overQ(v)], above, scale);
  return Math.sqrt(lower + upper);
}

/**
 * A quantile function that remembers, of counts, the integer it gave last and for which levels that stands: neighbouring
 * levels ask for the same.
 *
 * @param level up to which an integer is the quantile; `next` leads to the integer whose level is where it begins
 */
function kept(
  d: Distribution,
  quantile: (u: number) => number,
  level: (k: number) => number,
  next: 1 | -1,
): (u: number) => number {
  if (d.kind !== "discrete") return quantile;
  let [k, from, to] = [Number.NaN, 1, 0];
  return (u) => {
    if (u > from && u < to) return k;
    k = quantile(u);
    [from, to] = [level(k + next), level(k)];
    return k;
  };
}

interface Scale {
  /** How far the values of p and q usually spread. */
  readonly unit: number;
  /** Both variances are infinite: the difference of the tails decides. */
  readonly heavy: boolean;
}

/** Levels at which one of the quantile functions bends or jumps. */
function breaks(
  p: Distribution,
  q: Distribution,
  level: (d: Distribution, x: number) => number,
): number[] {
  return [p, q].flatMap((d) => [...d.kinks, ...jumpsOf(d)].map((x) => level(d, x)));
}

/** A difference that is no more than this of what it is a difference of is rounding. */
const rounding = 1e-12;

/** ∫₀^½ (x − y)² du of two quantiles at the level u. */
function half(
  pair: (u: number) => readonly [number, number],
  points: readonly number[],
  { unit, heavy }: Scale,
): number {
  const squaredGap = (u: number, logJacobian: number): number => {
    const [x, y] = pair(u);
    const gap = x === y ? 0 : Math.abs(x - y); // both may be beyond the doubles
    const lost = heavy && gap <= rounding * Math.max(Math.abs(x), Math.abs(y));
    return gap === 0 || lost ? 0 : Math.exp(2 * Math.log(gap) + logJacobian);
  };
  const breakpoints = [...levels, ...points];
  const options = { tolerance: 1e-11, scale: 1e-19 * unit * unit, maxPanels: 200 + points.length };
  const { value, error, diverges } = integrateDensity(squaredGap, 0, 0.5, breakpoints, options);
  if (diverges) return Number.POSITIVE_INFINITY;
  // Of two distributions that are nearly the same, the gap is known to rounding of the quantiles only.
  const known = 1e-9 * value + rounding * unit * (Math.sqrt(value) + rounding * unit);
  return error <= known ? value : Number.NaN;
}
