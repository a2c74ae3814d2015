import { binet } from "./binet";
import { relativeEntropyTerm } from "./relative-entropy-term";

/** x^a e^(−x)/Γ(a + 1), by the saddle point, so that a large a or x costs no digits. */
export function poissonKernel(a: number, x: number): number {
  if (x === 0) return a === 0 ? 1 : 0;
  if (a === 0) return Math.exp(-x);
  return Math.exp(-relativeEntropyTerm(a, x, a - x) - binet(a)) / Math.sqrt(2 * Math.PI * a);
}

/**
 * P(a, x) = γ(a, x)/Γ(a), the distribution function of Gamma(a, 1), to about 1e-14 relative.
 *
 * @param a > 0
 * @param x ≥ 0
 *
 * @example
 * gammaP(1, 1); // 0.6321205588285577
 *
 * Source: NIST Digital Library of Mathematical Functions, 8.11.4 and 8.9.2; C. Loader, Fast and accurate computation
 * of binomial probabilities (2000), for the kernel.
 */
export function gammaP(a: number, x: number): number {
  if (!(x > 0)) return Number.isNaN(x) ? x : 0;
  if (x === Number.POSITIVE_INFINITY) return 1;
  return x < a + 1 ? lower(a, x) : 1 - upper(a, x);
}

/** Q(a, x) = 1 − P(a, x). */
export function gammaQ(a: number, x: number): number {
  if (!(x > 0)) return Number.isNaN(x) ? x : 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  return x < a + 1 ? 1 - lower(a, x) : upper(a, x);
}

function lower(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * 1e-17; n++) sum += term *= x / (a + n);
  return Math.min(1, poissonKernel(a, x) * sum);
}

/** Lentz's continued fraction. */
function upper(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < 1_000_000; n++) {
    const an = n * (a - n);
    b += 2;
    d = 1 / nonZero(an * d + b);
    c = nonZero(b + an / c);
    const factor = c * d;
    h *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return Math.min(1, poissonKernel(a, x) * a * h);
}

/** Keeps Lentz's quotients finite. */
function nonZero(x: number): number {
  return x === 0 ? 1e-300 : x;
}
