import { atanhRest, logRatio, relativeEntropyTerm } from "./relative-entropy-term";

/**
 * (p^λ q^(1−λ) − λp − (1−λ)q) / (λ(λ−1)) ≥ 0, the term of the power (Cressie–Read, Amari) divergence of order λ;
 * p ln(p/q) − p + q at λ = 1 and q ln(q/p) − q + p at λ = 0, its limits.
 *
 * Given the difference d = p − q, nothing cancels: near p = q it is a series, elsewhere the limits are built in.
 *
 * @param p finite, ≥ 0
 * @param q finite, ≥ 0
 * @param d p − q
 * @param order λ, any finite number
 * @param complement 1 − λ, where the caller knows it better than the subtraction
 */
export function powerTerm(
  p: number,
  q: number,
  d: number,
  order: number,
  complement: number = 1 - order,
): number {
  // The term of (p, q, λ) is that of (q, p, 1 − λ): keep λ ≥ ½, away from the division by 0.
  return order < 0.5 ? upper(q, p, -d, complement, order) : upper(p, q, d, order, complement);
}

function upper(p: number, q: number, d: number, order: number, complement: number): number {
  if (complement === 0) return relativeEntropyTerm(p, q, d);
  if (p === 0) return q / order;
  if (q === 0) return complement > 0 ? p / complement : Number.POSITIVE_INFINITY;
  const s = d / (p + q);
  const near = s > -0.2 && s < 0.2;
  const x = near ? 2 * s * (1 + atanhRest(s * s)) : logRatio(p, q); // ln(p/q)
  if (near && Math.abs(order * x) < 1) return q * series(x, order);
  const exponent = -complement * x;
  const ratio = p / q;
  // Far out, a power of the quotient is better than the exponential of a product.
  const far = Math.abs(exponent) > 1 && ratio > 2.3e-308 && ratio < Number.POSITIVE_INFINITY;
  const change = far ? ratio ** -complement - 1 : Math.expm1(exponent);
  return (p * (change / -complement) - d) / order;
}

/** (e^(λx) − 1 − λ(e^x − 1)) / (λ(λ−1)) = Σ x^k/k! (1 + λ + … + λ^(k−2)), k ≥ 2. */
function series(x: number, order: number): number {
  let power = (x * x) / 2;
  let geometric = 1;
  let sum = power;
  for (let k = 3; k < 40; k++) {
    power *= x / k;
    geometric = 1 + order * geometric;
    const term = power * geometric;
    sum += term;
    if (Math.abs(term) < 1e-18 * sum) break;
  }
  return sum;
}
