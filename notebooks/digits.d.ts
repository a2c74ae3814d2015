/** Digits, one a row: `tensor(pixels, shape)` makes them a table, of numbers from 0 (paper) to 1 (ink). */
export interface Digits {
  readonly pixels: Float64Array;
  /** Rows, and 784 columns: 28 × 28 pixels, row by row. */
  readonly shape: readonly [number, number];
  /** Which digit each row is, 0 to 9. */
  readonly labels: readonly number[];
}

/**
 * Handwritten digits in an order that `prng` decides, those to train by and, no row of theirs among them, those to test by.
 *
 * @param prng as `seeded(0)` of klab
 * @param sizes `train`, 5000 unless said, and `test`, 1000; 10,000 digits there are
 */
export function digits(
  prng: () => number,
  sizes?: { readonly train?: number; readonly test?: number },
): { readonly train: Digits; readonly test: Digits };

/** Two digits one upon the other, as two signals in one channel are, one a row. */
export interface Blends extends Digits {
  /** What a classifier is to say, `tensor(targets, targetShape)`: the shares of both digits among ten. */
  readonly targets: Float64Array;
  readonly targetShape: readonly [number, number];
  /** The stronger digit of each row. */
  readonly labels: readonly number[];
  /** Its share: near ½ the row is hard. */
  readonly shares: readonly number[];
}

/**
 * Blends of two digits of different kinds: share · one + (1 − share) · the other, the share uniform from `least` to 1.
 *
 * @param of digits to blend
 * @param prng as `seeded(0)` of klab
 * @param options `count` of rows, 2000 unless said; `least` share of the stronger digit, ½ unless said
 */
export function blends(
  of: Digits,
  prng: () => number,
  options?: { readonly count?: number; readonly least?: number },
): Blends;
