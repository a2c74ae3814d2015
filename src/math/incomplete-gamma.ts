import { binet } from "./binet";
import { largeGammaTail } from "./large-shape-tails";
import { logGammaOnePlus } from "./log-gamma";
import { log1mexp } from "./log1mexp";
import { nonZero } from "./non-zero";
import { relativeEntropyTerm } from "./relative-entropy-term";

/** x^a e^(−x)/Γ(a + 1), by the saddle point, so that a large a or x costs no digits. */
export function poissonKernel(a: number, x: number): number {
  if (x === 0) return a === 0 ? 1 : 0;
  if (a === 0) return Math.exp(-x);
  return Math.exp(-relativeEntropyTerm(a, x, a - x) - binet(a)) / Math.sqrt(2 * Math.PI * a);
}

/** Its logarithm, for a > 0 and x > 0. */
function logPoissonKernel(a: number, x: number): number {
  return -relativeEntropyTerm(a, x, a - x) - binet(a) - Math.log(2 * Math.PI * a) / 2;
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
  const large = largeGammaTail(a, x);
  if (large) return large.isUpper ? -Math.expm1(large.log) : Math.exp(large.log);
  return x < a + 1 ? lower(a, x) : 1 - upper(a, x);
}

/** Q(a, x) = 1 − P(a, x). */
export function gammaQ(a: number, x: number): number {
  if (!(x > 0)) return Number.isNaN(x) ? x : 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  const large = largeGammaTail(a, x);
  if (large) return large.isUpper ? Math.exp(large.log) : -Math.expm1(large.log);
  if (x >= a + 1) return upper(a, x);
  return a < 1 ? -Math.expm1(logLowerOfSmall(a, x)) : 1 - lower(a, x);
}

/** ln P(a, x), also where P(a, x) underflows or is 1 to rounding. */
export function logGammaP(a: number, x: number): number {
  if (!(x > 0)) return Number.isNaN(x) ? x : Number.NEGATIVE_INFINITY;
  const large = largeGammaTail(a, x);
  if (large) return large.isUpper ? log1mexp(large.log) : large.log;
  if (x >= a + 1) return Math.log1p(-gammaQ(a, x));
  return a < 1 ? logLowerOfSmall(a, x) : logPoissonKernel(a, x) + Math.log(lowerSum(a, x));
}

/** ln Q(a, x), also where Q(a, x) underflows or is 1 to rounding. */
export function logGammaQ(a: number, x: number): number {
  if (!(x > 0)) return Number.isNaN(x) ? x : 0;
  if (x === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY;
  const large = largeGammaTail(a, x);
  if (large) return large.isUpper ? large.log : log1mexp(large.log);
  if (x < a + 1) {
    const log = a < 1 ? logLowerOfSmall(a, x) : Math.log(lower(a, x));
    return log1mexp(log);
  }
  return Math.min(0, logPoissonKernel(a, x) + Math.log(a * upperFraction(a, x)));
}

/**
 * ln P(a, x) for a < 1 and x < a + 1: every part is small where P is near 1, as it is for small a.
 *
 * ln [x^a/Γ(a + 1)] + ln [1 + a Σ (−x)ⁿ/(n! (a + n))].
 */
function logLowerOfSmall(a: number, x: number): number {
  let term = 1;
  let sum = 0;
  for (let n = 1; Math.abs(term) > 1e-18 && n < 100; n++) {
    term *= -x / n;
    sum += term / (a + n);
  }
  return a * Math.log(x) - logGammaOnePlus(a) + Math.log1p(a * sum);
}

function lower(a: number, x: number): number {
  return Math.min(1, poissonKernel(a, x) * lowerSum(a, x));
}

function lowerSum(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * 1e-17; n++) sum += term *= x / (a + n);
  return sum;
}

function upper(a: number, x: number): number {
  return Math.min(1, poissonKernel(a, x) * a * upperFraction(a, x));
}

/** Lentz's continued fraction. */
function upperFraction(a: number, x: number): number {
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
  return h;
}
