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
