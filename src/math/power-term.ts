import { productError } from "./double-double";
import { nearLogRatio, relativeEntropyTerm } from "./relative-entropy-term";

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
 * @param rest what rounding left out of q
 */
export function powerTerm(
  p: number,
  q: number,
  d: number,
  order: number,
  complement: number = 1 - order,
  rest = 0,
): number {
  // The term of (p, q, λ) is that of (q, p, 1 − λ): keep λ ≥ ½, away from the division by 0.
  return order < 0.5
    ? upper(q, p, -d, complement, order, -rest / q)
    : upper(p, q, d, order, complement, rest / q);
}

/** Below, products with other doubles are not exact, and quotients may lose digits. */
const tiny = 1e-140;

/** @param fault by how much ln(p/q) is too large, from what p and q lack */
function upper(
  p: number,
  q: number,
  d: number,
  order: number,
  complement: number,
  fault: number,
): number {
  if (complement === 0) return relativeEntropyTerm(p, q, d);
  if (d === 0) return 0;
  if (p === 0) return q / order;
  if (q === 0) return complement > 0 ? p / complement : Number.POSITIVE_INFINITY;
  const x = nearLogRatio(p, q, d); // ln(p/q)
  const gain = -complement; // λ − 1
  const exponent = gain * x;
  if (p < tiny && q < tiny && exponent < 300) {
    const up = 2 ** 600;
    return upper(p * up, q * up, d * up, order, complement, fault) / up;
  }
  if (Math.abs(x) < 0.4 && Math.abs(order * x) < 1) return q * series(x, order);
  if (Math.abs(exponent) <= 1) return (p * (Math.expm1(exponent) / gain) - d) / order;
  if (p < tiny) return (grown(p / gain, p, q, gain, exponent, fault) - p / gain - d) / order;
  const factor = p / gain / order; // divided at once, so that only a result overflows
  return grown(factor, p, q, gain, exponent, fault) - factor - d / order;
}

/** factor·(p/q)^gain: a power of the quotient is better than the exponential of a product, if the quotient is exact. */
function grown(
  factor: number,
  p: number,
  q: number,
  gain: number,
  exponent: number,
  fault: number,
): number {
  // Far beyond all doubles, whatever the factor is.
  if (exponent < -1500) return 0;
  if (exponent > 1500) return Number.POSITIVE_INFINITY;
  const plain = p / q;
  const lift = plain === Number.POSITIVE_INFINITY ? 600 : plain < 2.3e-308 ? -600 : 0;
  const divisor = q * 2 ** lift;
  const ratio = p / divisor; // a normal double
  const inexact = Math.exp(gain * (quotientError(p, divisor, ratio) - fault));
  const power = ratio ** gain;
  if (lift === 0 && power < Number.POSITIVE_INFINITY) return factor * (power * inexact);
  // The power overflows; its product with a tiny factor need not.
  const root = ratio ** (gain / 2) * 2 ** ((lift * gain) / 2);
  return factor * root * (root * inexact);
}

/** By how much ln(p/q) exceeds the logarithm of the rounded quotient. */
function quotientError(p: number, q: number, ratio: number): number {
  if (!(q > 1e-140 && q < 1e140 && p > 1e-140 && p < 1e140)) return 0; // products would not be exact
  const product = ratio * q;
  return (p - product - productError(ratio, q, product)) / p;
}

/** (e^(λx) − 1 − λ(e^x − 1)) / (λ(λ−1)) = Σ x^k/k! (1 + λ + … + λ^(k−2)), k ≥ 2. */
function series(x: number, order: number): number {
  let power = (x * x) / 2; // x^k/k!
  let term = power;
  let sum = term;
  for (let k = 3; k < 40 && Math.abs(term) > 1e-18 * sum; k++) {
    term = (x / k) * (power + order * term);
    power *= x / k;
    sum += term;
  }
  return sum;
}
