/**
 * The place of the first of ascending values that is ≥ x, by halving; how many there are where none is.
 *
 * @param sorted ascending, none NaN
 */
export function firstAtLeast(sorted: ArrayLike<number>, x: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < x) low = middle + 1;
    else high = middle;
  }
  return low;
}
