/** e^x − 1 − x ≥ 0 without cancellation. */
export function expm1mx(x: number): number {
  if (x < -0.5 || x > 0.5) return Math.expm1(x) - x;
  let term = (x * x) / 2;
  let sum = term;
  for (let n = 3; Math.abs(term) > 1e-17 * sum; n++) sum += term *= x / n;
  return sum;
}
