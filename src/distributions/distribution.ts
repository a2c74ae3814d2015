import type { Prng } from "../math/random";

/** What marks a value as a distribution; registered, so that two copies of klab recognise each other's. */
export const distributionBrand: unique symbol = Symbol.for("klab.distribution");

/**
 * A probability distribution on the real line or the integers.
 *
 * Anything with these members is one. Logarithms are natural; `entropy` is in nats.
 */
export interface Distribution {
  readonly [distributionBrand]: true;
  /** The name of the factory: "normal", "bernoulli" … */
  readonly family: string;
  /** Densities on an interval, or probabilities of integers. */
  readonly kind: "continuous" | "discrete";
  /** How many coordinates a value has. */
  readonly dimension: number;
  /** The least and the greatest possible value, infinite where there is none. */
  readonly support: readonly [low: number, high: number];
  /** Points inside the support where the density is not smooth. */
  readonly kinks: readonly number[];
  /** ln of the density or probability; −Infinity where it is 0. */
  logProb(x: number): number;
  /** Density or probability at x. */
  prob(x: number): number;
  /** P(X ≤ x). */
  cdf(x: number): number;
  /** The least x with P(X ≤ x) ≥ u, for u in [0, 1]. */
  quantile(u: number): number;
  /** E[X]; NaN where it does not exist. */
  readonly mean: number;
  /** E[(X − E X)²]; Infinity or NaN where there is none. */
  readonly variance: number;
  /** −E[ln p(X)] in nats; differential for densities. */
  readonly entropy: number;
  /** n draws. */
  sample(n: number, prng: Prng): number[];
}

export function isDistribution(value: unknown): value is Distribution {
  return (
    typeof value === "object" &&
    value !== null &&
    (value as Partial<Distribution>)[distributionBrand] === true
  );
}
