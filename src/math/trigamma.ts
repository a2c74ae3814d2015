/** B₂ₖ for k = 1 … 8. */
const bernoulli = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510];

/**
 * ψ′(x) for x > 0, to about 1e-15: the recurrence up to 15, then the asymptotic series.
 *
 * @example
 * trigamma(1); // 1.6449340668482264
 *
 * Source: NIST Digital Library of Mathematical Functions, 5.15.5 and 5.15.8.
 */
export function trigamma(x: number): number {
  let sum = 0;
  let a = x;
  for (; a < 15; a++) sum += 1 / (a * a);
  const z = 1 / (a * a);
  const series = bernoulli.reduceRight((rest, b) => rest * z + b, 0);
  return sum + 1 / a + z / 2 + (series * z) / a;
}

/**
 * ψ⁽ⁿ⁾(x), the n-th derivative of ψ, n ≥ 1, x > 0, to about 1e-14: the recurrence up to 15 + n, then the asymptotic series.
 *
 * @example
 * polygamma(1, 1); // 1.6449340668482264
 *
 * Source: NIST Digital Library of Mathematical Functions, 5.15.1, 5.15.5 and 5.15.8.
 */
export function polygamma(n: number, x: number): number {
  if (!(x > 0)) return Number.NaN;
  let factorial = 1; // (n − 1)!
  for (let k = 2; k < n; k++) factorial *= k;
  let near = 0;
  let a = x;
  for (; a < 15 + n; a++) near += a ** -(n + 1);
  // Σ B₂ₖ (2k + n − 1)!/((2k)! (n − 1)!) a^(−2k), each factor from the one before.
  let far = 1 + n / (2 * a);
  let ratio = 1;
  for (const [i, b] of bernoulli.entries()) {
    const k = 2 * (i + 1);
    ratio *= ((k + n - 2) * (k + n - 1)) / ((k - 1) * k * a * a);
    far += b * ratio;
  }
  return (n % 2 === 1 ? 1 : -1) * factorial * (n * near + far * a ** -n);
}
