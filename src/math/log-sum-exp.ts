/** ln(eᵃ + eᵇ) without overflow. */
export function logAddExp(a: number, b: number): number {
  if (a === b) return a + Math.LN2;
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}

/** ln Σ e^(xᵢ) without overflow; −Infinity of none. */
export function logSumExp(xs: readonly number[]): number {
  const most = Math.max(...xs);
  if (!Number.isFinite(most)) return most;
  let sum = 0;
  for (const x of xs) sum += Math.exp(x - most);
  return most + Math.log(sum);
}
