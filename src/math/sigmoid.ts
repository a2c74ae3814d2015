/** 1/(1 + e⁻ˣ), to the last digits where it is small. */
export function sigmoid(x: number): number {
  return x < -700 ? Math.exp(x) : 1 / (1 + Math.exp(-x));
}

/** ln(1 + eˣ) without overflow: the antiderivative of `sigmoid`; −softplus(−x) is its logarithm. */
export function softplus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}
