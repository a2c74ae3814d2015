import { type InvertibleCdf, invertCdf } from "../math/invert-cdf";
import { integerSurvivalQuantile } from "./first-integer";

/** What the search asks for. */
export interface InvertibleSurvival extends InvertibleCdf {
  readonly kind: "continuous" | "discrete";
  quantile(u: number): number;
}

/**
 * The x with P(X > x) = v, which quantile(1 − v) cannot tell where v is small.
 *
 * @param d its survival keeps the digits of the upper tail
 * @param v in [0, 1]
 */
export function invertSurvival(d: InvertibleSurvival, v: number): number {
  const [low, high] = d.support;
  if (v === 0 || v === 1) return v === 0 ? high : low;
  if (d.kind === "discrete") return integerSurvivalQuantile(d, v, d.quantile(1 - v));
  if (v > 0.1) return d.quantile(1 - v); // known well
  const start = d.quantile(1 - Math.max(v, 2 ** -52));
  if (d.survival(start) === v) return start;
  const width = start - d.quantile(0.75);
  return -invertCdf(reflected(d), v, -start, width > 0 ? width : Math.abs(start) || 1);
}

/** The distribution of −X, whose lower tail is the upper tail of X. */
export function reflected(d: InvertibleCdf): InvertibleCdf {
  const [low, high] = d.support;
  return {
    support: [-high, -low],
    cdf: (x) => d.survival(-x),
    survival: (x) => d.cdf(-x),
    prob: (x) => d.prob(-x),
  };
}
