/** ln Σ e^(xᵢ) without overflow; −Infinity of none. */
export function logSumExp(xs: readonly number[]): number {
  const most = Math.max(...xs);
  if (!Number.isFinite(most)) return most;
  let sum = 0;
  for (const x of xs) sum += Math.exp(x - most);
  return most + Math.log(sum);
}
