import { isJoint, type Joint } from "../joints/joint";
import { isJointOfMany, type JointOfMany } from "../joints/joint-of-many";
import type { InformationTerm } from "../language/term";
import { variablesOf } from "../language/variables-of";
import { failKind, type Num, type Site } from "./context";
import { jointEntropy, marginalEntropy } from "./joint-measures";
import { memo } from "./memo";

/** The joint distribution of the world that knows all these variables. */
export function jointOf(names: readonly string[], site: Site): Joint | undefined {
  for (const value of site.context.scope.values()) {
    if (isJoint(value) && names.every((name) => value.variables.includes(name))) return value;
  }
  return undefined;
}

/** The table of many variables of the world that knows all these. */
export const tableOf = (names: readonly string[], site: Site): JointOfMany | undefined =>
  [...site.context.scope.values()].find(
    (value): value is JointOfMany =>
      isJointOfMany(value) && names.every((name) => value.variables.includes(name)),
  );

/**
 * I(x; z) = H(x) + H(z) − H(x, z), I(x; y | z) = H(x, z) + H(y, z) − H(x, y, z) − H(z) and H(z | x) = H(x, z) − H(x), of
 * the world's joint distribution.
 */
export function compileInformation(term: InformationTerm, site: Site): Num {
  const { values, others, given } = term;
  const all = [...new Set(variablesOf(term))];
  const entropyOf = entropiesOf(all, site);
  if (!entropyOf) throw noJoint(term, all, site);
  const together = (...names: readonly string[]): number => {
    const once = [...new Set(names)];
    return once.length === 0 ? 0 : entropyOf(once);
  };
  return memo([], site.context.state, () => {
    if (!others) return together(...values, ...given) - together(...given);
    return (
      together(...values, ...given) +
      together(...others, ...given) -
      together(...values, ...others, ...given) -
      together(...given)
    );
  });
}

/** H of variables together, from the joint distribution that knows them all. */
function entropiesOf(
  all: readonly string[],
  site: Site,
): ((names: readonly string[]) => number) | undefined {
  const table = tableOf(all, site);
  if (table) return (names) => table.entropyOf(names);
  const joint = jointOf(all, site);
  if (!joint) return undefined;
  const { state } = site.context;
  return (names) =>
    names.length === 1
      ? marginalEntropy(joint.marginal(names[0]), state)
      : jointEntropy(joint, state);
}

function noJoint({ measure, given, at }: InformationTerm, all: readonly string[], site: Site) {
  const list = all.join("、");
  const hint =
    measure === "I" || given.length === 0
      ? ["", ""]
      : [
          "；两个分布的交叉熵用逗号 H(P, Q)",
          "; a cross-entropy of two distributions has a comma, H(P, Q), this is a conditional entropy",
        ];
  return failKind(
    site,
    at,
    `世界里没有以 ${list} 为变量的联合分布；用 joint(…) 或 jointTable(…) 给一个${hint[0]}`,
    `no joint distribution of the world has the variables ${list}; give one by joint(…) or jointTable(…)${hint[1]}`,
  );
}
