const golden = (Math.sqrt(5) - 1) / 2;

/**
 * Where f is least near the least of its values on a grid: golden-section search between the neighbours.
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
  let low = grid[Math.max(0, best - 1)];
  let high = grid[Math.min(grid.length - 1, best + 1)];
  let [left, right] = [high - golden * (high - low), low + golden * (high - low)];
  let [atLeft, atRight] = [f(left), f(right)];
  // Beyond √ε of the width the values no longer differ.
  for (let i = 0; i < 40; i++) {
    if (atLeft <= atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - golden * (high - low);
      atLeft = f(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + golden * (high - low);
      atRight = f(right);
    }
  }
  const found = (low + high) / 2;
  return f(found) < values[best] ? found : grid[best];
}
