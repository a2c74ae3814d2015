import { brentMaximum } from "../../math/brent-maximum";

/**
 * Where f is least near the least of its values on a grid: Brent's method between the neighbours.
 *
 * @param grid ascending
 * @param values f on the grid; not finite where f is not
 */
export function lowest(
  f: (x: number) => number,
  grid: readonly number[],
  values: readonly number[],
): number {
  const best = values.reduce(
    (at, value, i) => (value < values[at] || Number.isNaN(values[at]) ? i : at),
    0,
  );
  const low = grid[Math.max(0, best - 1)];
  const high = grid[Math.min(grid.length - 1, best + 1)];
  const { at } = brentMaximum((x) => -f(x), {
    low,
    high,
    start: grid[best],
    startValue: -values[best],
    tolerance: 1e-9 * (high - low),
  });
  return at;
}
