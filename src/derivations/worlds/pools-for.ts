import type { Kinds } from "./kinds";
import { continuousPools, discretePools, type Pool } from "./line-pools";
import { listedValues } from "./listed-values";
import type { Signature } from "./signature";

/** The pools that the kinds of names ask for; where one of them is uniform, those with so many values. */
export function poolsFor(kinds: Kinds, signature: Signature): readonly Pool[] {
  const pools = poolsOfKinds(kinds, signature);
  if (!hasUniform(kinds)) return pools;
  return pools.filter((pool) => !pool.isDiscrete || countOf(pool) > 0);
}

function poolsOfKinds(kinds: Kinds, signature: Signature): readonly Pool[] {
  if (listedValues(kinds) > 1)
    return discretePools.filter((pool) => countOf(pool) >= listedValues(kinds));
  if (hasUniform(kinds) && kinds.numbers.some((name) => /^[NnKk]$/.test(name)))
    return discretePools;
  // Where densities are divided, or sums of one taken over the other, zeros make true identities 0.9 = 1.
  const [withZeros, ...positive] = discretePools;
  const discrete = signature.hasDensities ? positive : [withZeros, ...positive];
  if (kinds.needsDiscrete) return discrete;
  const isOfLine = signature.hasIntegral;
  return isOfLine
    ? [...continuousPools, discrete[0]]
    : [...continuousPools, ...discrete.slice(0, 2)];
}

/** P_U beside log N: the uniform distribution of N values. */
export const isUniform = (name: string): boolean => /(^|_)(U|u|unif|uniform)$/.test(name);
const hasUniform = (kinds: Kinds): boolean => kinds.distributions.some(isUniform);

/** How many values the distributions of a pool have; 0 where that is no number. */
export function countOf({ isDiscrete, distributions }: Pool): number {
  const [low, high] = distributions[0].support;
  return isDiscrete && Number.isFinite(high - low) ? high - low + 1 : 0;
}
