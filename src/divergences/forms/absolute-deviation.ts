import type { Distribution } from "../../distributions/distribution";

/** E|X − m| of a family for m inside its support: whole, or from E[(m − X)⁺]. */
export interface Deviation<D extends Distribution = Distribution> {
  readonly tex: string;
  readonly whole?: (d: D, m: number) => number;
  /** E[(m − X)⁺], from the partial mean or from ∫ cdf. */
  readonly shortfall?: (d: D, m: number) => number;
}

/** E|X − m| for any m; ∞ where X has no mean. */
export function absoluteDeviation<D extends Distribution>(
  known: Deviation<D>,
  d: D,
  m: number,
): number {
  const [low, high] = d.support;
  const { mean } = d;
  if (!Number.isFinite(mean)) return Number.POSITIVE_INFINITY;
  if (m <= low) return mean - m;
  if (m >= high) return m - mean;
  if (known.whole) return known.whole(d, m);
  // E|X − m| = E X − m + 2 E[(m − X)⁺]
  return mean - m + 2 * (known.shortfall?.(d, m) ?? Number.NaN);
}

/** The TeX of E|X − m| by the partial mean of X below m. */
export function deviationByPartialMean(mean: string, part: string): string {
  return String.raw`\operatorname{E}X-m+2\bigl(m\,F(m)-${mean}\,${part}\bigr)`;
}
