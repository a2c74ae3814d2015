import { isJoint, type Joint } from "../joints/joint";
import type { InformationTerm } from "../language/term";
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

/** I(x; z) = H(x) + H(z) − H(x, z), H(z | x) = H(x, z) − H(x) and H(x, z), of the world's joint distribution. */
export function compileInformation(term: InformationTerm, site: Site): Num {
  const { values, given, measure } = term;
  const joint = jointOf([...values, ...given], site);
  if (!joint || new Set([...values, ...given]).size > 2) {
    const list = [...values, ...given].join("、");
    const hint =
      measure === "I" || given.length === 0
        ? ["", ""]
        : [
            "；两个分布的交叉熵用逗号 H(P, Q)",
            "; a cross-entropy of two distributions has a comma, H(P, Q), this is a conditional entropy",
          ];
    throw failKind(
      site,
      term.at,
      `世界里没有以 ${list} 为变量的联合分布；用 joint(…) 或 jointTable(…) 给一个${hint[0]}`,
      `no joint distribution of the world has the variables ${list}; give one by joint(…) or jointTable(…)${hint[1]}`,
    );
  }
  const { state } = site.context;
  const entropyOf = (name: string): number => marginalEntropy(joint.marginal(name), state);
  return memo([], state, () => {
    if (values.length + given.length === 1) return entropyOf(values[0]);
    const both = jointEntropy(joint, state);
    if (measure === "I") return entropyOf(values[0]) + entropyOf(values[1]) - both;
    return given.length > 0 ? both - entropyOf(given[0]) : both;
  });
}
