import { expm1mx } from "./expm1mx";
import { log1pmx } from "./log1pmx";

// ln(sinh z / z) = Σ cₖ z^(2k), |z| < π; cₖ = 2^(2k) B₂ₖ/(2k (2k)!).
const coefficients = [
  1 / 6,
  -1 / 180,
  1 / 2835,
  -1 / 37800,
  1 / 467775,
  -691 / 3831077250,
  2 / 127702575,
  -3617 / 2605132530000,
  43867 / 350813659321125,
  -174611 / 15313294652906250,
];
const seriesBelow = 0.5;

/** ln(sinh z / z), even and ≥ 0: the logarithm of the normaliser of e^(2zx) on [−½, ½]. */
export function logSinhc(z: number): number {
  const a = Math.abs(z);
  if (a < seriesBelow) return z * z * horner(z * z, (c) => c);
  return a + Math.log(-Math.expm1(-2 * a) / (2 * a));
}

/** Its slope coth z − 1/z. */
export function logSinhcSlope(z: number): number {
  if (Math.abs(z) < seriesBelow) return z * horner(z * z, (c, k) => 2 * k * c);
  return 1 / Math.tanh(z) - 1 / z;
}

/** Its curvature 1/z² − 1/sinh² z. */
export function logSinhcCurvature(z: number): number {
  if (Math.abs(z) < seriesBelow) return horner(z * z, (c, k) => 2 * k * (2 * k - 1) * c);
  return 1 / (z * z) - 1 / Math.sinh(z) ** 2;
}

/**
 * logSinhc(x) − logSinhc(y) − (x − y) logSinhcSlope(y) ≥ 0, given the difference d = x − y, without cancellation.
 *
 * For y ≥ ½, with sinh(y + d)/sinh y = e^d (1 + w) and w = −ε expm1(−2d)/2, ε = coth y − 1.
 */
export function logSinhcBregman(x: number, y: number, d: number): number {
  if (y < 0) return logSinhcBregman(-x, -y, -d);
  if (y < seriesBelow && Math.abs(x) < seriesBelow) return seriesBregman(x, y, d);
  // Far below y the difference loses the digits of x, and the definition keeps them.
  if (y < seriesBelow || x < y / 2) return logSinhc(x) - logSinhc(y) - d * logSinhcSlope(y);
  const epsilon = 2 / Math.expm1(2 * y);
  const w = (-epsilon * Math.expm1(-2 * d)) / 2;
  return -log1pmx(d / y) + log1pmx(w) - (epsilon / 2) * expm1mx(-2 * d);
}

/** xⁿ − yⁿ − n d yⁿ⁻¹ = d² Σⱼ (j + 1) yʲ xⁿ⁻²⁻ʲ for each even power. */
function seriesBregman(x: number, y: number, d: number): number {
  let sum = 0;
  for (const [k, coefficient] of coefficients.entries()) {
    const n = 2 * k + 2;
    let inner = 0;
    for (let j = 0; j <= n - 2; j++) inner += (j + 1) * y ** j * x ** (n - 2 - j);
    sum += coefficient * inner;
  }
  return d * d * sum;
}

function horner(z: number, weight: (c: number, k: number) => number): number {
  return coefficients.reduceRight((sum, c, k) => sum * z + weight(c, k + 1), 0);
}
