import type { Distribution } from "../../distributions/distribution";

const { NEGATIVE_INFINITY, EPSILON } = Number;
/** A density that falls by e⁻²⁵ on the way to a zero runs into it; less is a jump. */
const fall = 25;

/**
 * What ln of a density is next to an x at which it is 0 by itself, as x² at 0: that costs nothing. −Infinity where it
 * jumps to 0 on one side of x, or stays 0 there, and the other density is not 0: a gap in its support.
 *
 * @param points landmarks, ascending
 */
export function logBeside(
  empty: Distribution,
  full: Distribution,
  x: number,
  points: readonly number[],
): number {
  const after = points.findIndex((point) => point > x);
  const left = after < 0 ? points[points.length - 1] : points[after - 1];
  const right = after < 0 ? undefined : points[after];
  const gaps = [left, right].map((point) => (point === undefined ? 0 : Math.abs(point - x)));
  const reach = Math.max(...gaps) || Math.max(1e-3, Math.abs(x) * 1e-3);
  const sides = [-1, 1].map((side) => besideOn(empty, full, x, side * reach));
  return sides.includes(NEGATIVE_INFINITY) ? NEGATIVE_INFINITY : Math.max(...sides);
}

function besideOn(empty: Distribution, full: Distribution, x: number, reach: number): number {
  const seen = (y: number): boolean => empty.logProb(y) > NEGATIVE_INFINITY;
  const near = Array.from({ length: 12 }, (_, k) => x + reach * 2 ** -(k + 1));
  // Where the other has nothing either, there is no telling, and no need.
  if (!near.every((y) => full.logProb(y) > NEGATIVE_INFINITY)) return Number.MIN_SAFE_INTEGER;
  const first = near.find(seen);
  if (first === undefined) return NEGATIVE_INFINITY;
  let [zero, positive] = [x, first];
  for (;;) {
    const middle = zero + (positive - zero) / 2;
    if (middle === zero || middle === positive) break;
    if (seen(middle)) positive = middle;
    else zero = middle;
  }
  const log = empty.logProb(positive);
  const isPoint = Math.abs(positive - x) <= 4 * EPSILON * Math.abs(x) + 1e-300;
  return isPoint || log < empty.logProb(first) - fall ? log : NEGATIVE_INFINITY;
}
