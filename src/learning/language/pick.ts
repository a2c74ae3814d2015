/** The outcome that u in [0, 1) falls to; never one of probability 0, though rounding leave the sum below u. */
export function pick(probabilities: ArrayLike<number>, u: number): number {
  let left = u;
  let last = 0;
  for (let k = 0; k < probabilities.length; k++) {
    if (!(probabilities[k] > 0)) continue;
    last = k;
    left -= probabilities[k];
    if (left < 0) break;
  }
  return last;
}
