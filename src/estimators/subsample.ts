import type { Prng } from "../math/random";
import { type Points, rowsOf } from "./samples";

/**
 * The standard error of an estimate by subsampling without replacement: sd over subsamples of b = n^(2/3), times √(b/n).
 *
 * Without replacement since copies would put neighbours at distance 0.
 *
 * Source: D. N. Politis and J. P. Romano, Large sample confidence regions based on subsamples under minimal assumptions (1994).
 */
export function subsampledError(
  estimate: (xs: Points, ys: Points) => number,
  xs: Points,
  ys: Points,
  resamples: number,
  prng: Prng,
): number {
  const size = (n: number): number => Math.min(n, Math.max(12, Math.round(n ** (2 / 3))));
  const [a, b] = [size(xs.n), size(ys.n)];
  const [ofX, ofY] = [indices(xs.n), indices(ys.n)];
  const values = Array.from({ length: resamples }, () =>
    estimate(rowsOf(xs, choose(ofX, a, prng)), rowsOf(ys, choose(ofY, b, prng))),
  );
  const mean = values.reduce((sum, value) => sum + value, 0) / resamples;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (resamples - 1);
  return Math.sqrt((square * Math.min(a, b)) / Math.min(xs.n, ys.n));
}

function indices(n: number): Int32Array {
  return Int32Array.from({ length: n }, (_, i) => i);
}

/**
 * k of the indices, by the first steps of Fisher and Yates's shuffle.
 *
 * @param all the indices in order; undone afterwards, so that a draw costs k steps and not n
 */
function choose(all: Int32Array, k: number, prng: Prng): Int32Array {
  const n = all.length;
  const swapped = new Int32Array(k);
  const swap = (i: number): void => {
    const [x, j] = [all[i]!, swapped[i]!];
    all[i] = all[j]!;
    all[j] = x;
  };
  for (let i = 0; i < k; i++) {
    swapped[i] = i + Math.floor(prng() * (n - i));
    swap(i);
  }
  const chosen = all.slice(0, k);
  for (let i = k - 1; i >= 0; i--) swap(i);
  return chosen;
}
