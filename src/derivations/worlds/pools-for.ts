import {
  extremeContinuousPools,
  extremeDiscretePools,
  extremePositivePools,
} from "./extremes/extreme-line-pools";
import { lopsidedPools } from "./extremes/lopsided-pools";
import { hasCritic } from "./extremes/optimal-critic";
import { isEntries } from "./finished-world";
import type { Kinds } from "./kinds";
import { continuousPools, discretePools, type Pool, positivePools } from "./line-pools";
import { listedValues } from "./listed-values";
import type { Signature } from "./signature";

/** The pools that the kinds of names ask for; where one of them is uniform, those with so many values. */
export function poolsFor(kinds: Kinds, signature: Signature): readonly Pool[] {
  const pools = poolsOfKinds(kinds, signature);
  if (!hasUniform(kinds) && countsOf(kinds, signature).length === 0) return pools;
  return pools.filter((pool) => !pool.isDiscrete || countOf(pool) > 0);
}

/** n of log n beside an entropy, |X|: how many values there are. */
export function countsOf(kinds: Kinds, { uses, quantities }: Signature): readonly string[] {
  if (quantities === 0 || kinds.families.length > 0) return [];
  return kinds.numbers.filter((name) => {
    const use = uses.get(name);
    const isCounted = /^[nNkKmM]$/.test(name) && use?.logs === use?.numbers && !use?.isLimit;
    return /^n_[A-Z]$/.test(name) || isCounted;
  });
}

/** Extreme cases beside the pools that were chosen: of their sort, and with what those were chosen for. */
export function extremePoolsFor(kinds: Kinds, signature: Signature): readonly Pool[] {
  const chosen = poolsFor(kinds, signature);
  const needsCount =
    hasUniform(kinds) || countsOf(kinds, signature).length > 0 || signature.hasProducts;
  const discrete = chosen.some(({ isDiscrete }) => isDiscrete)
    ? [...extremeDiscretePools(), ...(isLopsided(kinds) ? lopsidedPools() : [])].filter(
        (pool) =>
          (!needsCount || countOf(pool) > 0) &&
          (listedValues(kinds) < 2 || countOf(pool) >= listedValues(kinds)) &&
          !(signature.hasDensities && pool.distributions.some(hasZeros)),
      )
    : [];
  if (!chosen.some(({ isDiscrete }) => !isDiscrete)) return discrete;
  if (signature.needsPositive) return extremePositivePools;
  // H ≥ 0 is said of values to count: on a line an entropy falls below 0 where nothing else says that one is meant.
  const isOfValues = signature.hasEntropies && !signature.hasIntegral;
  const continuous = extremeContinuousPools.filter(
    (pool) => !isOfValues || pool.distributions.every((law) => law.entropy >= 0),
  );
  return [...continuous, ...discrete];
}

/** True where a pair matters that is nothing like its mirror image: for functions to bound it, and for two arrays. */
const isLopsided = (kinds: Kinds): boolean => hasCritic(kinds) || kinds.arrays.length > 1;

/** True for a table that leaves out values which the others of its pool have. */
const hasZeros = ({ support: [low, high] }: Pool["distributions"][number]): boolean => low === high;

function poolsOfKinds(kinds: Kinds, signature: Signature): readonly Pool[] {
  if (listedValues(kinds) > 1)
    return discretePools.filter((pool) => countOf(pool) >= listedValues(kinds));
  if (kinds.arrays.some((array) => isEntries(array, kinds))) return discretePools;
  if (countsOf(kinds, signature).length > 0)
    return discretePools.filter((pool) => countOf(pool) > 0);
  if (signature.needsPositive && !kinds.needsDiscrete) return positivePools;
  if (hasUniform(kinds) && kinds.numbers.some((name) => /^[NnKk]$/.test(name)))
    return discretePools;
  // Where densities are divided, or sums of one taken over the other, zeros make true identities 0.9 = 1.
  const [withZeros, ...positive] = discretePools;
  const discrete = signature.hasDensities ? positive : [withZeros, ...positive];
  if (kinds.needsDiscrete) return discrete;
  if (signature.hasProducts)
    return [continuousPools[0], ...discrete.filter((pool) => countOf(pool) > 0)];
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
