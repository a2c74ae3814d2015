/**
 * The points inside of (low, high), ascending, each once; one in between where there is none.
 *
 * @param clearance how near to a finite end x − end is mostly rounding; points as near as that are left out
 */
export function pointsInside(
  low: number,
  high: number,
  points: readonly number[],
  clearance: (end: number) => number,
): number[] {
  const isClear = (x: number, end: number): boolean =>
    !Number.isFinite(end) || Math.abs(x - end) > clearance(end);
  const inside = points.filter(
    (x) => x > low && x < high && Number.isFinite(x) && isClear(x, low) && isClear(x, high),
  );
  if (inside.length > 0) return [...new Set(inside)].sort((a, b) => a - b);
  if (Number.isFinite(low) && Number.isFinite(high)) return [low + (high - low) / 2];
  if (Number.isFinite(low)) return [low + 1];
  return [Number.isFinite(high) ? high - 1 : 0];
}
