import type { Prng } from "../math/random";
import { firstAccepted, openUniform } from "./family";

/** A law of counts with one peak, as rejection needs it. */
export interface CountLaw {
  readonly mean: number;
  readonly variance: number;
  readonly support: readonly [low: number, high: number];
  logProb(k: number): number;
}

/**
 * A draw from a binomial or Poisson law of great variance, by transformed rejection: as quick for a mean of 1e9.
 *
 * Source: W. Hörmann, The transformed rejection method for generating Poisson random variables (1993), algorithm PTRS,
 * and The generation of binomial random variates (1993), BTRS.
 */
export function drawCount(law: CountLaw, prng: Prng): number {
  const spread = Math.sqrt(law.variance);
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01;
  const level = (2.83 + 5.1 / b) * spread;
  const [low, high] = law.support;
  const mode = Math.min(high, Math.max(low, Math.floor(law.mean)));
  const most = law.logProb(mode);
  return firstAccepted(() => {
    const u = openUniform(prng) - 0.5;
    const v = openUniform(prng);
    const room = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / room + b) * u + law.mean + 0.5);
    if (!(k >= low && k <= high)) return undefined;
    if (room >= 0.07 && v <= 0.92 - 4.2 / b) return k;
    return Math.log((v * level) / (a / (room * room) + b)) <= law.logProb(k) - most ? k : undefined;
  });
}

/** From this variance on `drawCount` may be used. */
export const leastVariance = 10;
