import { binet } from "./binet";
import { relativeEntropyTerm } from "./relative-entropy-term";

/**
 * ln of x^a y^b Γ(a + b)/(Γ(a) Γ(b)) with y = 1 − x, by the saddle point, so that large a, b cost no digits.
 *
 * Source: C. Loader, Fast and accurate computation of binomial probabilities (2000).
 */
export function logBetaKernel(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const [atA, atB] = [n * x, n * y];
  // a − n x = a y − b x when x + y = 1: the difference before it is rounded away.
  const d = a * y - b * x;
  return (
    Math.log(((a / n) * b) / (2 * Math.PI)) / 2 -
    relativeEntropyTerm(a, atA, d) -
    relativeEntropyTerm(b, atB, -d) +
    (binet(n) - binet(a) - binet(b))
  );
}

/** Both tails of a distribution at a point. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

/**
 * I_x(a, b), the distribution function of Beta(a, b), and 1 − I_x(a, b), the smaller to about 1e-14 relative.
 *
 * @param a, b > 0
 * @param x in [0, 1]
 * @param y 1 − x, where the caller knows it better
 *
 * @example
 * regularizedBeta(2, 1, 0.5).lower; // 0.25
 *
 * Source: NIST Digital Library of Mathematical Functions, 8.17.22.
 */
export function regularizedBeta(a: number, b: number, x: number, y: number = 1 - x): Tails {
  if (Number.isNaN(x)) return { lower: x, upper: x };
  if (!(x > 0)) return { lower: 0, upper: 1 };
  if (!(y > 0)) return { lower: 1, upper: 0 };
  if (x <= (a + 1) / (a + b + 2)) {
    const lower = tail(a, b, x, y);
    return { lower, upper: 1 - lower };
  }
  const upper = tail(b, a, y, x);
  return { lower: 1 - upper, upper };
}

function tail(a: number, b: number, x: number, y: number): number {
  return Math.min(1, Math.exp(logBetaKernel(a, b, x, y)) / continuedFraction(a, b, x, y));
}

/**
 * x^a y^b/(B(a, b) I_x(a, b)) by Lentz's algorithm; with y = 1 − x in it, also right where x is near 1.
 *
 * Source: A. R. DiDonato and A. H. Morris, Significant digit computation of the incomplete beta function ratios (1992), (9).
 */
function continuedFraction(a: number, b: number, x: number, y: number): number {
  const slope = a * y - b * x + 1;
  let h = nonZero((a * slope) / (a + 1));
  let c = h;
  let d = 0;
  for (let m = 1; m < 1_000_000; m++) {
    const k = a + 2 * m - 1;
    const an = ((a + m - 1) / k) * ((a + b + m - 1) / k) * m * (b - m) * x * x;
    const bn = m + (m * (b - m) * x) / k + ((a + m) * (slope + m * (2 - x))) / (k + 2);
    d = 1 / nonZero(bn + an * d);
    c = nonZero(bn + an / c);
    const factor = c * d;
    h *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return h;
}

/** Keeps Lentz's quotients finite. */
function nonZero(x: number): number {
  return x === 0 ? 1e-300 : x;
}
