import { type Derivation, type DerivationParts, derivation } from "../derivation";
import { chainRule } from "./chain-rule";
import { changeOfVariable } from "./change-of-variable";
import { elboParts } from "./elbo-parts";
import { entropyDifference } from "./entropy-difference";
import { evidenceLowerBound } from "./evidence-lower-bound";
import { ganMinimax } from "./gan-minimax";
import { gibbsNonnegativity } from "./gibbs-nonnegativity";
import { informationGainMean } from "./information-gain-mean";
import { jensenNonnegativity } from "./jensen-nonnegativity";
import { likelihoodDivergence } from "./likelihood-divergence";
import { likelihoodValues } from "./likelihood-values";
import { posteriorGap } from "./posterior-gap";
import { twoNormals } from "./two-normals";
import { vaeSplit } from "./vae-split";

/** The derivations of the article. */
export interface Chains {
  readonly entropyDifference: Derivation;
  readonly likelihoodDivergence: Derivation;
  readonly likelihoodValues: Derivation;
  readonly jensenNonnegativity: Derivation;
  readonly gibbsNonnegativity: Derivation;
  readonly ganMinimax: Derivation;
  readonly evidenceLowerBound: Derivation;
  readonly posteriorGap: Derivation;
  readonly elboParts: Derivation;
  readonly vaeSplit: Derivation;
  readonly chainRule: Derivation;
  readonly informationGain: Derivation;
  readonly twoNormals: Derivation;
  readonly changeOfVariable: Derivation;
}

const parts: Readonly<Record<keyof Chains, DerivationParts>> = {
  entropyDifference,
  likelihoodDivergence,
  likelihoodValues,
  jensenNonnegativity,
  gibbsNonnegativity,
  ganMinimax,
  evidenceLowerBound,
  posteriorGap,
  elboParts,
  vaeSplit,
  chainRule,
  informationGain: informationGainMean,
  twoNormals,
  changeOfVariable,
};

/** Members that are made when first asked for, so that importing the module costs nothing. */
function lazily(): Chains {
  const made = new Map<string, Derivation>();
  const chains = {};
  for (const [name, given] of Object.entries(parts)) {
    Object.defineProperty(chains, name, {
      enumerable: true,
      get: () => {
        let found = made.get(name);
        if (!found) made.set(name, (found = derivation(given)));
        return found;
      },
    });
  }
  return chains as Chains;
}

/**
 * The derivations of the article, each tried in three worlds or more, one of them misspecified.
 *
 * @example
 * chains.twoNormals.title; // "两个正态分布的相对熵"
 */
export const chains: Chains = lazily();
