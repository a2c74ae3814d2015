import { productError } from "./double-double";
import { erfc, erfcx } from "./erf";
import { relativeEntropyTerm } from "./relative-entropy-term";

/** The logarithm of the tail that lies beyond x, seen from the middle, and on which side it is. */
export interface FarTail {
  readonly log: number;
  readonly isUpper: boolean;
}

/** From here on two terms of the expansion are exact, near the middle, to 1e-14. */
export const largeShape = 1e6;
const near = 0.05;

/** c₀ and c₁ of DLMF 8.12 as series in η. */
const first = [-1 / 3, 1 / 12, -2 / 135, 1 / 864, 1 / 2835, -139 / 777600, 1 / 25515];
const second = [-1 / 540, -1 / 288, 1 / 378, -77 / 77760];

/**
 * The tail of Gamma(a, 1) at x for a ≥ 1e6 and x within a twentieth of a, where series take √a steps; else undefined.
 *
 * Source: NIST Digital Library of Mathematical Functions, 8.12.3 and 8.12.7 (N. M. Temme 1979).
 */
export function largeGammaTail(a: number, x: number): FarTail | undefined {
  const share = (x - a) / a;
  if (!(a >= largeShape && Math.abs(share) < near)) return undefined;
  const square = relativeEntropyTerm(a, x, a - x); // aη²/2
  const root = Math.sqrt(square);
  const eta = Math.sign(share) * root * Math.sqrt(2 / a);
  const rest = horner(first, eta) + horner(second, eta) / a;
  return tailOf(share, square, rest / Math.sqrt(2 * Math.PI * a));
}

/** From here on the one term is exact; below, the fraction is quick enough. */
const vast = 1e12;

/**
 * The tail of Beta(a, b) at x for a, b ≥ 1e12 and x near the middle; else undefined.
 *
 * @param y 1 − x
 *
 * Source: NIST Digital Library of Mathematical Functions, 8.18.9.
 */
export function largeBetaTail(a: number, b: number, x: number, y: number): FarTail | undefined {
  const n = a + b;
  const [p, q] = [a / n, b / n];
  const gap = -shortfall(a, b, x, y) / n; // x − a/n
  const s = Math.sqrt(p * q);
  const u = gap / s;
  if (!(Math.min(a, b) >= vast && Math.abs(u) < 1e-3 * Math.min(1, Math.sqrt(p), Math.sqrt(q)))) {
    return undefined;
  }
  const square = relativeEntropyTerm(a, n * x, -n * gap) + relativeEntropyTerm(b, n * y, n * gap);
  const skew = (q - p) / s;
  const bend = (1 - 3 * p * q) / (p * q);
  const rest = skew / 3 + ((skew * skew) / 6 - bend / 4) * u;
  return tailOf(gap, square, -rest / Math.sqrt(2 * Math.PI * n));
}

/** a − x (a + b) with y = 1 − x, where a + b and what it is multiplied by are so great that rounding would count. */
export function shortfall(a: number, b: number, x: number, y: number): number {
  return x <= y ? -excess(x, a, b) : excess(y, b, a);
}

/** x (a + b) − a, without rounding a + b or what is nearly equal. */
function excess(x: number, a: number, b: number): number {
  const [first, second] = [x * a, x * b];
  const sum = first + second;
  const part = sum - first;
  const lost = first - (sum - part) + (second - part);
  return sum - a + (lost + productError(x, a, first) + productError(x, b, second));
}

/** ½ erfc(±√square) ± rest·e^−square: the upper tail beyond the middle, the lower before it. */
function tailOf(side: number, square: number, rest: number): FarTail {
  const isUpper = side > 0;
  const root = Math.sqrt(square);
  const half = (root < 1 ? erfc(root) * Math.exp(square) : erfcx(root)) / 2;
  const scaled = half + (isUpper ? rest : -rest);
  return { log: Math.log(scaled) - square, isUpper };
}

function horner(coefficients: readonly number[], t: number): number {
  return coefficients.reduceRight((sum, c) => sum * t + c, 0);
}
