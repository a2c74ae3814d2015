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
  /** Points among which the mass lies, for quadrature; by default quantiles. */
  readonly landmarks?: readonly number[];
  /** ln of the density or probability; −Infinity where it is 0. */
  logProb(x: number): number;
  /** logProb(high − y), where the density has a pole at the upper end that doubles high − y cannot approach. */
  logProbBelowEnd?(y: number): number;
  /** Whether logProb(x) continues by a guess a density that was given as a function and underflows at x. */
  isGuessAt?(x: number): boolean;
  /** Density or probability at x. */
  prob(x: number): number;
  /** P(X ≤ x). */
  cdf(x: number): number;
  /** P(X > x), also where it is far smaller than 1. */
  survival?(x: number): number;
  /** ln P(X ≤ x), also where P(X ≤ x) underflows or rounds to 1. */
  logCdf?(x: number): number;
  /** ln P(X > x), also where P(X > x) underflows or rounds to 1. */
  logSurvival?(x: number): number;
  /** The least x with P(X ≤ x) ≥ u, for u in [0, 1]. */
  quantile(u: number): number;
  /** The least x with P(X > x) ≤ v, for v in [0, 1], also for a v far smaller than 1. */
  survivalQuantile?(v: number): number;
  /** E[X]; NaN where it does not exist. */
  readonly mean: number;
  /** E[(X − E X)²]; Infinity or NaN where there is none. */
  readonly variance: number;
  /** −E[ln p(X)] in nats; differential for densities. */
  readonly entropy: number;
  /** n draws. */
  sample(n: number, prng: Prng): number[];
}

/** A probability distribution of points with several coordinates. */
export interface MultivariateDistribution {
  readonly [distributionBrand]: true;
  readonly family: string;
  readonly kind: "continuous" | "discrete";
  /** How many coordinates a point has. */
  readonly dimension: number;
  /** The range of each coordinate. */
  readonly support: readonly (readonly [low: number, high: number])[];
  /** ln of the density or probability at a point. */
  logProb(x: readonly number[]): number;
  prob(x: readonly number[]): number;
  readonly mean: readonly number[];
  /** Of each coordinate. */
  readonly variance: readonly number[];
  /** In nats. */
  readonly entropy: number;
  /** n draws, a row each. */
  sample(n: number, prng: Prng): number[][];
}

/** What the measures accept: any distribution, of one dimension or several. */
export type AnyDistribution = Distribution | MultivariateDistribution;

/** True for a distribution; one of several dimensions passes too, so ask `isMultivariate` where that matters. */
export function isDistribution(value: unknown): value is Distribution {
  return (
    typeof value === "object" &&
    value !== null &&
    (value as Partial<Distribution>)[distributionBrand] === true
  );
}

/** True for a distribution of points, also of one coordinate. */
export function isMultivariate(d: AnyDistribution): d is MultivariateDistribution {
  return Array.isArray(d.support[0]);
}
