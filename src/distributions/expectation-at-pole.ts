import { integrate } from "../math/integrals/integrate";

export interface AtPole {
  /** ln of the density at a distance from the pole. */
  readonly log: (y: number) => number;
  /** f at that distance, given also that logarithm. */
  readonly f: (y: number, log: number) => number;
  /** How far from the pole. */
  readonly length: number;
  /** Distances between which the density is smooth. */
  readonly points: readonly number[];
}

/** The least distance that is looked at: below are subnormal numbers. */
const least = 1e-300;

/**
 * ∫ f p dy from a pole of p outwards, over s = −ln y. Beyond the doubles p is a power of y and f no more than linear in s,
 * so ∫ e^(c − rs) (f₀ + f₁ s) ds is known: of a beta distribution with a shape of 1/1000 that is half of all.
 */
export function expectationAtPole({ log, f, length, points }: AtPole): number {
  const start = -Math.log(length);
  const end = -Math.log(least);
  const at = (s: number): readonly [number, number] => {
    const y = Math.exp(-s);
    const logP = log(y);
    return [logP - s, logP];
  };
  const integrand = (s: number): number => {
    const [weight, logP] = at(s);
    const mass = Math.exp(weight);
    return mass === 0 ? 0 : mass * f(Math.exp(-s), logP);
  };
  const steps = [0, 0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512].map((step) => start + step);
  const knots = [...points.map((y) => -Math.log(y)), ...steps].filter((s) => s > start && s < end);
  const sorted = [...new Set([start, ...knots, end])].sort((a, b) => a - b);
  const body = integrate(integrand, sorted).value;
  const [h, h1] = [at(end), at(end - 64)];
  const rate = (h1[0] - h[0]) / 64;
  if (!(rate > 0)) return body;
  const [f0, f1] = [f(least, h[1]), f(Math.exp(64 - end), h1[1])];
  return body + (Math.exp(h[0]) / rate) * (f0 + (f0 - f1) / 64 / rate);
}
