import type { Prng } from "../math/random";
import { type Points, rowsOf } from "./samples";

/** What subsamples tell of an estimate. */
export interface SubsampledErrors {
  readonly standardError: number;
  /** Expected estimate less truth, where that shrinks as n^(−1/3). */
  readonly bias: number;
}

/**
 * Standard error and bias of an estimate by subsampling without replacement, b = n^(2/3) of n samples at a time.
 *
 * Variance: that over subsamples times (b/n)/(1 − b/n), since they share a part b/n of what they are drawn from. Bias:
 * r/(1 − r) times how far their mean lies from the estimate, r = (b/n)^(1/3), which is cautious: the smoother p and q
 * and the fewer dimensions, the faster a bias shrinks. Without replacement since copies would put neighbours at distance 0.
 *
 * @param value the estimate from all samples
 *
 * Source: D. N. Politis and J. P. Romano, Large sample confidence regions based on subsamples under minimal assumptions (1994).
 */
export function subsampledErrors(
  estimate: (xs: Points, ys: Points) => number,
  value: number,
  xs: Points,
  ys: Points,
  { resamples, prng }: { readonly resamples: number; readonly prng: Prng },
): SubsampledErrors {
  const size = (n: number): number =>
    Math.max(2, Math.min(Math.floor((3 * n) / 4), Math.max(12, Math.round(n ** (2 / 3)))));
  const [a, b] = [size(xs.n), size(ys.n)];
  const [ofX, ofY] = [indices(xs.n), indices(ys.n)];
  const values = Array.from({ length: resamples }, () =>
    estimate(rowsOf(xs, choose(ofX, a, prng)), rowsOf(ys, choose(ofY, b, prng))),
  );
  const mean = values.reduce((sum, x) => sum + x, 0) / resamples;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (resamples - 1);
  const part = Math.min(a, b) / Math.min(xs.n, ys.n);
  const ratio = Math.cbrt(part);
  return {
    standardError: Math.sqrt((variance * part) / (1 - part)),
    bias: ((mean - value) * ratio) / (1 - ratio),
  };
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
    const [x, j] = [all[i], swapped[i]];
    all[i] = all[j];
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
