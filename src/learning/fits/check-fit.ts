import {
  type AnyDistribution,
  isDistribution,
  isMultivariate,
} from "../../distributions/distribution";
import type { Independent } from "../../distributions/families/independent";
import { type Mixture, mixture } from "../../distributions/families/mixture";
import {
  type MultivariateNormal,
  multivariateNormal,
} from "../../distributions/families/multivariate-normal";
import { type Normal, normal } from "../../distributions/families/normal";
import { allNormal, jointNormal } from "../../divergences/forms/joint-normal";
import { checkOptions, oneOf } from "../../words/check-options";
import { shapeError } from "../../words/errors";
import { checkedLater, count, integer, type OptionKind } from "../../words/option-kinds";
import type { FitFamily, FitOptions } from "./fit";
import type { RootedNormals } from "./fit-family";

export type FamilyName = "normal" | "multivariateNormal" | "mixture";

const factories: readonly (readonly [FamilyName, unknown])[] = [
  ["normal", normal],
  ["multivariateNormal", multivariateNormal],
  ["mixture", mixture],
];

/** The name of a family; throws for what is none. */
export function familyName(caller: string, family: FitFamily): FamilyName {
  const found = factories.find(([name, factory]) => family === name || family === factory);
  if (found) return found[0];
  const given = typeof family === "string" ? JSON.stringify(family) : typeof family;
  throw shapeError(
    caller,
    `family 是 ${given}，应为 "normal"、"multivariateNormal"、"mixture" 之一`,
    `family is ${given}; give one of "normal", "multivariateNormal", "mixture"`,
  );
}

const known: Readonly<Record<string, OptionKind>> = {
  components: count(1, 100),
  covariance: oneOf("full", "diagonal"),
  start: checkedLater,
  starts: count(0),
  seed: integer,
};

export function checkFitOptions(
  caller: string,
  options: FitOptions,
  more: Readonly<Record<string, OptionKind>> = {},
): void {
  checkOptions(caller, options, { ...more, ...known });
}

/** Normals of several dimensions that make up a distribution. */
export interface NormalParts {
  readonly weights: readonly number[];
  readonly components: readonly MultivariateNormal[];
}

/** The normals of several dimensions that a target is made of, or undefined for a density on the line. */
export function checkTarget(
  caller: string,
  target: AnyDistribution,
  family: FamilyName,
): NormalParts | undefined {
  if (!isDistribution(target as unknown) || target.kind !== "continuous") {
    throw shapeError(
      caller,
      "target 应为连续分布，例如 mixture([0.5, 0.5], [normal(-2, 0.6), normal(2, 0.6)])",
      "target must be a continuous distribution, for example mixture([0.5, 0.5], [normal(-2, 0.6), normal(2, 0.6)])",
    );
  }
  const isSeveral = isMultivariate(target);
  if ((family === "normal" && isSeveral) || (family === "multivariateNormal" && !isSeveral)) {
    const other = isSeveral ? "multivariateNormal" : "normal";
    throw shapeError(
      caller,
      `family 是 ${family}，而 target 有 ${target.dimension} 维${isSeveral ? "" : "（实数）"}；请用 ${other} 或 mixture`,
      `family is ${family}, and target is of ${isSeveral ? `${target.dimension} dimensions` : "numbers"}; use ${other} or mixture`,
    );
  }
  return isSeveral ? normalParts(caller, target) : undefined;
}

/** A normal of several dimensions, a mixture of them, or independent normals. */
export function normalParts(caller: string, d: AnyDistribution): NormalParts {
  const asNormal = (each: AnyDistribution): MultivariateNormal | undefined => {
    if (each.family === "multivariateNormal") return each as unknown as MultivariateNormal;
    const joint = each as unknown as Independent;
    return each.family === "independent" && allNormal(joint) ? jointNormal(joint) : undefined;
  };
  const { weights, components } = partsOf(d);
  const found = components.map(asNormal);
  if (found.every((each) => each !== undefined))
    return { weights, components: found as MultivariateNormal[] };
  throw shapeError(
    caller,
    `${d.family} 是多维的；多维只会拟合多元正态分布及其混合`,
    `${d.family} has several dimensions, where only multivariate normals and their mixtures are fitted`,
  );
}

/** A member of the family, as normals of several dimensions, also where it is one of numbers: what searches are made of. */
export function asParts(
  caller: string,
  d: AnyDistribution | undefined,
  family: FamilyName,
): RootedNormals | undefined {
  if (d === undefined) return undefined;
  const isMember = isDistribution(d as unknown) && d.family === family;
  if (isMember && isMultivariate(d)) return normalParts(caller, d);
  const found = isMember ? lineParts(d) : undefined;
  if (found) return found;
  throw shapeError(
    caller,
    `options.start 应为 ${family} 的成员（混合则由正态分布组成）`,
    `options.start must be a member of ${family}; of a mixture, one of normals`,
  );
}

/** A normal of one number, or a mixture of such, as normals of several dimensions; undefined for anything else. */
export function lineParts(d: AnyDistribution): RootedNormals | undefined {
  const { weights, components } = partsOf(d);
  if (!components.every(({ family }) => family === "normal")) return undefined;
  const lines = components as unknown as readonly Normal[];
  return {
    weights,
    components: lines.map(({ mean, sd }) => ({ mean: [mean], cholesky: [[sd]] })),
  };
}

/** What a mixture is made of; anything else is made of itself. */
export const partsOf = (
  d: AnyDistribution,
): { readonly weights: readonly number[]; readonly components: readonly AnyDistribution[] } =>
  d.family === "mixture" ? (d as unknown as Mixture) : { weights: [1], components: [d] };
