import { brentMaximum } from "./brent-maximum";

/**
 * The greatest value of a concave f on (low, high).
 *
 * The place is found to about 1e-8 of the interval, so the value, flat there, to rounding.
 */
export function maximize(f: (x: number) => number, low: number, high: number): number {
  // The centre is best for pairs that are nearly equal.
  const start = (low + high) / 2;
  return brentMaximum(f, { low, high, start, tolerance: 5e-9 * (high - low) }).value;
}
