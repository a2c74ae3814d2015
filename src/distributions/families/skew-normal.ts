import { erf } from "../../math/erf";
import { normalLogCdf } from "../../math/normal-log-cdf";
import { normalCdf, normalQuantile } from "../../math/normal-quantile";
import type { Prng } from "../../math/random";
import { skewNormalLogTail } from "../../math/skew-normal-log-tail";
import { skewNormalToNormal } from "../../math/skew-normal-negentropy";
import { Family, openUniform } from "../family";
import { checkFinite, checkLevel, checkPositive } from "../parameters";
import { standardized } from "../standardized";

/** The skew-normal distribution as a value; made by `skewNormal`. */
export class SkewNormal extends Family {
  // Parameters
  readonly location: number;
  readonly scale: number;
  readonly shape: number;
  #toNormal: number | undefined;

  constructor(location: number, scale: number, shape: number) {
    super();
    checkFinite("skewNormal", "location", location);
    checkPositive("skewNormal", "scale", scale);
    checkFinite("skewNormal", "shape", shape);
    this.location = location;
    this.scale = scale;
    this.shape = shape;
  }

  get family(): "skewNormal" {
    return "skewNormal";
  }

  get parameters(): { readonly location: number; readonly scale: number; readonly shape: number } {
    return { location: this.location, scale: this.scale, shape: this.shape };
  }

  // Support
  get kind(): "continuous" {
    return "continuous";
  }

  get support(): readonly [number, number] {
    return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  }

  // Probabilities
  logProb(x: number): number {
    const z = standardized(x, this.location, this.scale);
    if (!Number.isFinite(z)) return Number.isNaN(z) ? z : Number.NEGATIVE_INFINITY;
    const skew = normalLogCdf(this.shape * z);
    return Math.LN2 + skew - (z * z) / 2 - Math.log(2 * Math.PI) / 2 - Math.log(this.scale);
  }

  cdf(x: number): number {
    return tail(standardized(x, this.location, this.scale), this.shape);
  }

  override survival(x: number): number {
    return tail(-standardized(x, this.location, this.scale), -this.shape);
  }

  override logCdf(x: number): number {
    return logTail(standardized(x, this.location, this.scale), this.shape);
  }

  override logSurvival(x: number): number {
    return logTail(-standardized(x, this.location, this.scale), -this.shape);
  }

  quantile(u: number): number {
    checkLevel("skewNormal", u);
    if (u === 0 || u === 1) return this.support[u];
    return this.invertedCdf(u, this.mean, this.scale);
  }

  /** The sum of a folded and a free normal value. */
  override draw(prng: Prng): number {
    const folded = Math.abs(normalQuantile(openUniform(prng)));
    const free = normalQuantile(openUniform(prng));
    const share = 1 / Math.hypot(1, this.shape);
    return this.location + this.scale * (this.#delta * folded + share * free);
  }

  // Moments
  /** shape/√(1 + shape²). */
  get #delta(): number {
    return this.shape / Math.hypot(1, this.shape);
  }

  get mean(): number {
    return this.location + this.scale * this.#delta * Math.sqrt(2 / Math.PI);
  }

  get variance(): number {
    return this.scale * this.scale * (1 - (2 / Math.PI) * this.#delta ** 2);
  }

  get entropy(): number {
    this.#toNormal ??= skewNormalToNormal(this.shape);
    return (1 + Math.log(2 * Math.PI)) / 2 + Math.log(this.scale) - this.#toNormal;
  }
}

/** P(Z ≤ z) of the standard distribution; each case a sum of terms ≥ 0, or 1 less at most a half. */
function tail(z: number, shape: number): number {
  if (Number.isNaN(z)) return z;
  const light = Math.exp(skewNormalLogTail(Math.abs(z), Math.abs(shape)));
  if (shape >= 0) return z <= 0 ? light : Math.min(1, light + erf(z / Math.SQRT2));
  return z <= 0 ? 2 * normalCdf(z) - light : 1 - light;
}

function logTail(z: number, shape: number): number {
  if (Number.isNaN(z)) return z;
  if (z > 0) {
    const whole = tail(z, shape);
    return whole < 0.5 ? Math.log(whole) : Math.log1p(-tail(-z, -shape));
  }
  const light = skewNormalLogTail(-z, Math.abs(shape));
  if (shape >= 0) return light;
  // 2Φ(z) less the light tail, which is at most half of it.
  const normal = normalLogCdf(z);
  return (
    normal + (normal === Number.NEGATIVE_INFINITY ? 0 : Math.log(2 - Math.exp(light - normal)))
  );
}

/**
 * The skew-normal distribution, density 2 φ(z) Φ(shape·z)/scale with z = (x − location)/scale; φ and Φ are those of
 * normal(0, 1).
 *
 * @param location finite; the mean only where shape is 0
 * @param scale finite, > 0; the standard deviation only where shape is 0
 * @param shape finite; 0 gives normal(location, scale), > 0 a longer upper tail, < 0 a longer lower tail
 * @throws RangeError for a parameter out of range, TypeError for one that is no number
 *
 * @example
 * skewNormal(0, 1, 0).prob(0); // 0.3989422804014327
 * skewNormal(0, 1, 1).cdf(0); // 0.25
 *
 * Source: A. Azzalini, A class of distributions which includes the normal ones (1985).
 */
export function skewNormal(location: number, scale: number, shape: number): SkewNormal {
  return new SkewNormal(location, scale, shape);
}
