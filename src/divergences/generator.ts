import type { PairTerm } from "../math/relative-entropy-term";
import type { LogTerm } from "./lines/log-term";

/** A convex f with f(1) = 0, and what an f-divergence or an f-GAN needs of it. */
export interface Generator {
  readonly name: string;
  /** The divergence Σ q f(p/q) in words of this library. */
  readonly measure: string;
  /** f(u), u > 0. */
  readonly f: (u: number) => number;
  /** f′(u): the discriminator that is best, as a function of the density ratio. */
  readonly derivative: (u: number) => number;
  /** lim f(u) as u → 0. */
  readonly atZero: number;
  /** lim f(u)/u as u → ∞: what mass of p counts where q = 0. */
  readonly slopeAtInfinity: number;
  /** f*(t) = sup_u (tu − f(u)); Infinity outside its domain. */
  readonly conjugate: (t: number) => number;
  /** A map of all numbers v into the domain of f*, increasing. */
  readonly activation: (v: number) => number;
  /** The domain of f*. */
  readonly domain: string;
  readonly formula: string;
  readonly tex: string;
  readonly conjugateTex: string;
  readonly activationTex: string;
  /** q (f(p/q) − f(1)) ≥ 0 up to a multiple of p − q, without cancellation. */
  readonly term?: PairTerm;
  /** The same from ln p, ln q and their difference, for densities beyond the doubles. */
  readonly logTerm?: LogTerm;
}
