import type { Interval } from "./grid";

/** A point of the plane. */
export type Pair = [x: number, y: number];

/**
 * Where f is least near `start`: pattern search, which needs no derivative and never goes uphill.
 *
 * @param step first moves along each axis, halved until a millionth is left
 * @param box bounds of each axis
 */
export function descend(
  f: (pair: Pair) => number,
  start: Pair,
  step: Pair,
  box: readonly Interval[],
): Pair {
  let [best, value] = [start, f(start)];
  for (let scale = 1; scale > 1e-6; ) {
    const moves = [0, 1].flatMap((axis) =>
      [-1, 1].map((sign) => {
        const next: Pair = [...best];
        const [low, high] = box[axis];
        next[axis] = Math.min(high, Math.max(low, next[axis] + sign * scale * step[axis]));
        return { next, value: f(next) };
      }),
    );
    const better = moves.reduce((a, b) => (b.value < a.value ? b : a));
    if (better.value < value) [best, value] = [better.next, better.value];
    else scale /= 2;
  }
  // The search ends beside round numbers, where the optimum often is.
  const round = best.map((at, axis) => {
    const grain = 10 ** (Math.floor(Math.log10(step[axis])) - 4);
    return Number((Math.round(at / grain) * grain).toPrecision(12));
  }) as Pair;
  return f(round) <= value ? round : best;
}
