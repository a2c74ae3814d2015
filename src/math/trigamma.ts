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
  const bernoulli = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6];
  const series = bernoulli.reduceRight((rest, b) => rest * z + b, 0);
  return sum + 1 / a + z / 2 + (series * z) / a;
}
