import { atanhRest } from "./relative-entropy-term";

/**
 * ln(1 + x) − x without the cancellation near 0, where the difference is −x²/2.
 *
 * @param x ≥ −1
 *
 * @example
 * log1pmx(1e-9); // -4.999999996666667e-19
 */
export function log1pmx(x: number): number {
  // Beyond, |s| > 0.2 is too far for the polynomial, and little cancels.
  if (x < -1 / 3 || x > 0.5) return Math.log1p(x) - x;
  // With s = x/(2 + x), ln(1 + x) = 2 atanh s and 2s − x = −s·x.
  const s = x / (2 + x);
  return 2 * s * atanhRest(s * s) - s * x;
}
