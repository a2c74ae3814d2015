/**
 * Points with more between and around them, so that no gap is more than 16 times its neighbour: what is narrow near
 * one point and wide further out is then seen at every scale.
 *
 * @param points finite, ascending
 * @param low, high how far to go outwards; a point moves away from a finite end of its support by its distance to it
 * @param support of the distribution that the points belong to
 */
export function gradedPoints(
  points: readonly number[],
  [low, high]: readonly [number, number],
  support: readonly [number, number],
): number[] {
  const graded = [...points];
  for (let i = 0; i < points.length; i++) {
    const x = points[i];
    const before = i > 0 ? x - points[i - 1] : x - support[0];
    const after = i + 1 < points.length ? points[i + 1] - x : support[1] - x;
    const up = i + 1 < points.length ? points[i + 1] : high;
    const down = i > 0 ? points[i - 1] : low;
    spread(graded, x, Number.isFinite(before) ? before : after, up);
    spread(graded, x, Number.isFinite(after) ? -after : -before, down);
  }
  return graded;
}

/** x + 8 step, x + 64 step … up to the far point, where that is more than 16 steps away. */
function spread(to: number[], x: number, step: number, far: number): void {
  if (!(Math.abs(step) > 0) || Math.abs(far - x) <= 16 * Math.abs(step)) return;
  for (let distance = 8 * step; Math.abs(distance) < Math.abs(far - x); distance *= 8) {
    to.push(x + distance);
  }
}
