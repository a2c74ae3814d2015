import { binet } from "../math/binet";
import { gammaP, gammaQ, logGammaP, logGammaQ } from "../math/incomplete-gamma";
import { type InvertibleCdf, invertCdf } from "../math/invert-cdf";
import { logGamma, logGammaOnePlus } from "../math/log-gamma";
import { log1mexp } from "../math/log1mexp";
import { normalQuantile } from "../math/normal-quantile";
import type { Prng } from "../math/random";
import { relativeEntropyTerm } from "../math/relative-entropy-term";
import { firstAccepted, openUniform } from "./family";

// What the gamma, chi-squared and inverse gamma distributions share.

/** ln of the density of gamma(shape, rate), by the saddle point. */
export function logGammaDensity(shape: number, rate: number, x: number): number {
  if (!(x >= 0) || x === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY;
  if (x === 0) {
    if (shape === 1) return Math.log(rate);
    return shape < 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  }
  const scaled = rate * x;
  if (scaled === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY;
  if (scaled < tiny) return Math.log(shape) - Math.log(x) + logTinyGammaP(shape, rate, x);
  return (
    Math.log(shape) / 2 -
    Math.log(x) -
    relativeEntropyTerm(shape, scaled, shape - scaled) -
    binet(shape) -
    Math.log(2 * Math.PI) / 2
  );
}

/** Of rate·x: less may be beyond the doubles, and the power is all there is. */
const tiny = 1e-290;

/** ln P(X ≤ x) for a rate·x that may be too small for a double: (rate·x)^shape/Γ(shape + 1). */
function logTinyGammaP(shape: number, rate: number, x: number): number {
  return shape * (Math.log(rate) + Math.log(x)) - logGammaOnePlus(shape);
}

/** P(X ≤ x) of gamma(shape, rate), and with 1/x for x the survival of an inverse gamma distribution. */
export function gammaLower(shape: number, rate: number, x: number): number {
  const scaled = rate * x;
  if (scaled < tiny && x > 0) return Math.exp(logTinyGammaP(shape, rate, x));
  return gammaP(shape, scaled);
}

export function gammaUpper(shape: number, rate: number, x: number): number {
  const scaled = rate * x;
  if (scaled < tiny && x > 0) return -Math.expm1(logTinyGammaP(shape, rate, x));
  return gammaQ(shape, scaled);
}

export function logGammaLower(shape: number, rate: number, x: number): number {
  const scaled = rate * x;
  return scaled < tiny && x > 0 ? logTinyGammaP(shape, rate, x) : logGammaP(shape, scaled);
}

export function logGammaUpper(shape: number, rate: number, x: number): number {
  const scaled = rate * x;
  if (scaled < tiny && x > 0) return log1mexp(logTinyGammaP(shape, rate, x));
  return logGammaQ(shape, scaled);
}

/** ln of the x with P(X ≤ x) = u for X ~ gamma(shape, 1), where x is so small that its power is all there is. */
export function logSmallGammaQuantile(shape: number, u: number): number | undefined {
  const log = (Math.log(u) + logGamma(shape + 1)) / shape;
  return log < -37 ? log : undefined;
}

/** The x with P(X ≤ x) = u for X ~ gamma(shape, 1). */
export function gammaQuantile(shape: number, u: number): number {
  const log = logSmallGammaQuantile(shape, u);
  if (log !== undefined) return Math.exp(log);
  return invertCdf(standard(shape), u, startOf(shape, u, normalQuantile(u)), Math.sqrt(shape));
}

/** The x with P(X > x) = u. */
export function upperGammaQuantile(shape: number, u: number): number {
  if (u === 0) return Number.POSITIVE_INFINITY;
  if (u === 1) return 0;
  if (u > 0.5) return gammaQuantile(shape, 1 - u);
  // invertCdf takes the tail below ½ as given; mirrored, −X has that tail below.
  const mirrored: InvertibleCdf = {
    support: [Number.NEGATIVE_INFINITY, 0],
    cdf: (x) => gammaQ(shape, -x),
    survival: (x) => gammaP(shape, -x),
    prob: (x) => Math.exp(logGammaDensity(shape, 1, -x)),
  };
  const start = startOf(shape, 1 - u, -normalQuantile(u));
  return -invertCdf(mirrored, u, -start, Math.sqrt(shape));
}

function standard(shape: number): InvertibleCdf {
  return {
    support: [0, Number.POSITIVE_INFINITY],
    cdf: (x) => gammaP(shape, x),
    survival: (x) => gammaQ(shape, x),
    prob: (x) => Math.exp(logGammaDensity(shape, 1, x)),
  };
}

/** Wilson and Hilferty's approximation, or the leading power near 0. */
function startOf(shape: number, u: number, z: number): number {
  const power = Math.exp((Math.log(u) + logGamma(shape + 1)) / shape);
  const cube = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  const start = shape < 1 || !(cube > 0.2) ? power : shape * cube ** 3;
  return start > 0 && Number.isFinite(start) ? start : shape;
}

/** A draw from gamma(shape, 1). */
export function standardGamma(shape: number, prng: Prng): number {
  return Math.exp(logStandardGamma(shape, prng));
}

/**
 * The logarithm of a draw from gamma(shape, 1), which does not underflow for small shapes.
 *
 * Source: G. Marsaglia and W. W. Tsang, A simple method for generating gamma variables (2000).
 */
export function logStandardGamma(shape: number, prng: Prng): number {
  if (shape < 1) return logStandardGamma(shape + 1, prng) + Math.log(openUniform(prng)) / shape;
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  return firstAccepted(() => {
    const z = normalQuantile(openUniform(prng));
    const v = (1 + c * z) ** 3;
    if (!(v > 0)) return undefined;
    const logU = Math.log(openUniform(prng));
    return logU < (z * z) / 2 + d - d * v + d * Math.log(v) ? Math.log(d * v) : undefined;
  });
}
