import type { Distribution } from "./distribution";

/** The x with P(X > x) = v, also of a distribution of another's making that has no `survivalQuantile`. */
export function upperQuantile(d: Distribution, v: number): number {
  return d.survivalQuantile?.(v) ?? d.quantile(1 - Math.max(v, 2 ** -53));
}
