import { binet, binetSlope, stirlingFrom } from "./binet";
import { logGammaBregman } from "./log-gamma-bregman";

/** Euler’s constant γ. */
export const eulerGamma = 0.5772156649015329;

/**
 * ln Γ(x) for x > 0, to about 1e-15 relative, also near its zeros 1 and 2.
 *
 * (The single functions of @stdlib would bring 150 packages and 18 MB.)
 *
 * @example
 * logGamma(0.5); // 0.5723649429247001
 *
 * Source: NIST Digital Library of Mathematical Functions, 5.5.1 and 5.11.1.
 */
export function logGamma(x: number): number {
  if (x === Number.POSITIVE_INFINITY) return x;
  if (!(x > 0)) return Number.NaN;
  if (x < 0.5) return logGamma(x + 1) - Math.log(x);
  // Near a zero z the tangent and the (positive) rest of the convex function.
  if (x <= 1.5) return logGammaBregman(x, 1) - (x - 1) * eulerGamma;
  if (x <= 3) return logGammaBregman(x, 2) + (x - 2) * (1 - eulerGamma);
  let product = 1;
  let a = x;
  for (; a < stirlingFrom; a++) product *= a;
  return (a - 0.5) * Math.log(a) - a + Math.log(2 * Math.PI) / 2 + binet(a) - Math.log(product);
}

/** ln Γ(1 + a) for 0 ≤ a ≤ 1, from a itself, which 1 + a may have rounded. */
export function logGammaOnePlus(a: number): number {
  return logGammaBregman(1 + a, 1, a) - a * eulerGamma;
}

/**
 * ψ(x) = (ln Γ)′(x) for x > 0, to about 1e-15.
 *
 * @example
 * digamma(1); // -0.5772156649015329
 */
export function digamma(x: number): number {
  if (x < 1) return digamma(x + 1) - 1 / x;
  return Math.log(x) - 1 / (2 * x) + binetSlope(x);
}

/** ln(Γ(x + ½)/Γ(x)) without the cancellation for great x. */
export function logGammaHalfStep(x: number): number {
  return Math.log(x) / 2 + x * Math.log1p(1 / (2 * x)) - 0.5 + binet(x + 0.5) - binet(x);
}

/** ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b), with the great parts of Stirling's formula taken together. */
export function logBeta(a: number, b: number): number {
  if (a < 10 && b < 10) return logGamma(a) + logGamma(b) - logGamma(a + b);
  const n = a + b;
  return (
    Math.log((2 * Math.PI * n) / a / b) / 2 -
    a * Math.log1p(b / a) -
    b * Math.log1p(a / b) +
    (binet(a) + binet(b) - binet(n))
  );
}
