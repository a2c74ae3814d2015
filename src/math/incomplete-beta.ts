import { binet } from "./binet";
import { gammaP, gammaQ, logGammaP, logGammaQ } from "./incomplete-gamma";
import { largeBetaTail, shortfall } from "./large-shape-tails";
import { digamma, logGamma, logGammaOnePlus } from "./log-gamma";
import { logGammaBregman } from "./log-gamma-bregman";
import { log1mexp } from "./log1mexp";
import { nonZero } from "./non-zero";
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
  const d = n > 1e8 && n < 1e290 ? shortfall(a, b, x, y) : a * y - b * x;
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
  if (b > vast && a < 1e50) return { lower: gammaP(a, limit(b, x)), upper: gammaQ(a, limit(b, x)) };
  if (a > vast && b < 1e50) return { lower: gammaQ(b, limit(a, y)), upper: gammaP(b, limit(a, y)) };
  const large = largeBetaTail(a, b, x, y);
  if (large) {
    const [far, rest] = [Math.exp(large.log), -Math.expm1(large.log)];
    return large.isUpper ? { lower: rest, upper: far } : { lower: far, upper: rest };
  }
  if (x <= (a + 1) / (a + b + 2)) {
    const [near, far] = bothFrom(a, b, x, y);
    return { lower: near, upper: far };
  }
  const [near, far] = bothFrom(b, a, y, x);
  return { lower: far, upper: near };
}

/** ln I_x(a, b) and ln (1 − I_x(a, b)), also where one underflows and the other is 1 to rounding. */
export function logRegularizedBeta(a: number, b: number, x: number, y: number = 1 - x): Tails {
  if (Number.isNaN(x)) return { lower: x, upper: x };
  if (!(x > 0)) return { lower: Number.NEGATIVE_INFINITY, upper: 0 };
  if (!(y > 0)) return { lower: 0, upper: Number.NEGATIVE_INFINITY };
  if (b > vast && a < 1e50) {
    return { lower: logGammaP(a, limit(b, x)), upper: logGammaQ(a, limit(b, x)) };
  }
  if (a > vast && b < 1e50) {
    return { lower: logGammaQ(b, limit(a, y)), upper: logGammaP(b, limit(a, y)) };
  }
  const large = largeBetaTail(a, b, x, y);
  if (large) {
    const rest = log1mexp(large.log);
    return large.isUpper ? { lower: rest, upper: large.log } : { lower: large.log, upper: rest };
  }
  if (x <= (a + 1) / (a + b + 2)) {
    const [near, far] = logBothFrom(a, b, x, y);
    return { lower: near, upper: far };
  }
  const [near, far] = logBothFrom(b, a, y, x);
  return { lower: far, upper: near };
}

/** Beyond, a beta variable times this is a gamma one to rounding; the fraction would leave the doubles. */
const vast = 1e100;

function limit(shape: number, x: number): number {
  return -shape * Math.log1p(-x);
}

type Pair = readonly [near: number, far: number];

/** The tail that x closes, and the other. */
function bothFrom(a: number, b: number, x: number, y: number): Pair {
  if (a < 1) {
    const log = logTailOfSmall(a, b, x);
    return [Math.exp(log), -Math.expm1(log)];
  }
  const near = Math.min(1, Math.exp(logTail(a, b, x, y)));
  return [near, 1 - near];
}

function logBothFrom(a: number, b: number, x: number, y: number): Pair {
  const log = a < 1 ? logTailOfSmall(a, b, x) : Math.min(0, logTail(a, b, x, y));
  return [log, log1mexp(log)];
}

function logTail(a: number, b: number, x: number, y: number): number {
  const kernel = logBetaKernel(a, b, x, y);
  // Beside it the fraction, which may leave the doubles, is nothing.
  return kernel < -1e18 ? kernel : kernel - Math.log(continuedFraction(a, b, x, y));
}

/**
 * ln I_x(a, b) for a < 1: every part is small where the tail is near 1, as it is for small a.
 *
 * ln [x^a Γ(a + b)/(Γ(a + 1) Γ(b))] + ln [1 + a Σ (1 − b)ₙ xⁿ/(n! (a + n))], DLMF 8.17.7.
 */
function logTailOfSmall(a: number, b: number, x: number): number {
  let term = 1;
  let sum = 0;
  for (let n = 1; Math.abs(term) > 1e-18 && n < 2000; n++) {
    term *= ((n - b) / n) * x;
    sum += term / (a + n);
  }
  // ln Γ(a + b) − ln Γ(b), for a small a from the tangent.
  const step =
    a < b / 2 ? a * digamma(b) + logGammaBregman(a + b, b, a) : logGamma(a + b) - logGamma(b);
  const gammas = step - logGammaOnePlus(a);
  return Math.min(0, a * Math.log(x) + gammas + Math.log1p(a * sum));
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
