/** Takes a new square into the ascending k least, and returns the largest of them. */
export function insertLeast(best: Float64Array, square: number): number {
  const last = best.length - 1;
  let place = last;
  while (place > 0 && best[place - 1] > square) {
    best[place] = best[place - 1];
    place--;
  }
  best[place] = square;
  return best[last];
}
