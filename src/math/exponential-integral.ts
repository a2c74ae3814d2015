import { eulerGamma } from "./log-gamma";

/**
 * E₁(x) = ∫ₓ^∞ e^(−t)/t dt for x > 0, to about 1e-15 relative.
 *
 * @example
 * exponentialIntegral(1); // 0.21938393439552029
 *
 * Source: NIST Digital Library of Mathematical Functions, 6.6.2 and 6.9.1.
 */
export function exponentialIntegral(x: number): number {
  if (x === 0) return Number.POSITIVE_INFINITY;
  if (x > 745) return 0;
  if (x > 1) {
    let fraction = x;
    for (let n = x < 3 ? 400 : 100; n > 0; n--) fraction = x + n / (1 + n / fraction);
    return Math.exp(-x) / fraction;
  }
  let term = 1;
  let sum = 0;
  for (let n = 1; Math.abs(term) > 1e-18; n++) {
    term *= -x / n;
    sum -= term / n;
  }
  return sum - eulerGamma - Math.log(x);
}
