/** An unevaluated sum high + low of two doubles, |low| ≤ ulp(high)/2: about 106 bits. */
export interface DoubleDouble {
  readonly high: number;
  readonly low: number;
}

const splitter = 134217729; // 2^27 + 1

/**
 * The rounding error of the product `a·b`, exactly: a·b = fl(a·b) + productError.
 *
 * Needs |a|, |b| < 2^996 and |a·b| > 2^-969, or the parts overflow or underflow.
 *
 * Source: T. J. Dekker, A floating-point technique for extending the available precision (1971).
 */
export function productError(a: number, b: number, product: number): number {
  const aUp = splitter * a;
  const aHigh = aUp - (aUp - a);
  const aLow = a - aHigh;
  const bUp = splitter * b;
  const bHigh = bUp - (bUp - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

/** The rounding error of the difference `a − b`, exactly: a − b = fl(a − b) + differenceError. */
export function differenceError(a: number, b: number, difference: number): number {
  const behind = difference - a;
  return a - (difference - behind) - (b + behind);
}

/** The quotient of two double-doubles, to about 2^-100. */
export function divide(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const high = a.high / b.high;
  const product = high * b.high;
  const remainder = a.high - product - productError(high, b.high, product) + a.low - high * b.low;
  const low = remainder / b.high;
  const sum = high + low;
  return { high: sum, low: high - sum + low };
}
