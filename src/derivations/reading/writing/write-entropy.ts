import type { ApplyNode, TexNode } from "../tex-node";
import { sequenceVariables } from "./sequence-variables";
import { distributionText } from "./write-distributions";
import type { Writing } from "./writing";
import { atom, call, type Written } from "./written";

export function writeEntropy(given: ApplyNode, writing: Writing): Written {
  const node = {
    ...given,
    values: sequenceVariables(given.values.flatMap(factorsOf), writing),
    given: sequenceVariables(given.given, writing),
  };
  if (given.given.length === 0 && given.values.every((value) => isShareName(value, writing)))
    return call(
      "H",
      given.values.map((value) => distributionText(value, writing)),
    );
  const names = node.values.map((value) => (value.kind === "name" ? value : undefined));
  const isVariables = names.every(
    (name) =>
      name !== undefined && /^[A-Z]$/.test(name.base) && !writing.roles.isDistribution(name),
  );
  if (writing.roles.hasRandomVariables && isVariables) {
    if (names.length === 2 && node.given.length === 0)
      writing.notes.add(
        "reading",
        node.at,
        `H(${names[0]?.base}, ${names[1]?.base}) 读作两个随机变量的联合熵，不是交叉熵`,
        `H(${names[0]?.base}, ${names[1]?.base}) is read as the joint entropy of two variables, not as a cross-entropy`,
      );
    const text = (nodes: readonly TexNode[]): string =>
      nodes.map((value) => writing.write(value, writing).text).join(", ");
    return atom(`H(${text(node.values)}${node.given.length ? ` | ${text(node.given)}` : ""})`);
  }
  // H(x) = −∑ p(x) log p(x): x is the variable, whose distribution is p.
  const [own] = names;
  const isValue =
    own !== undefined &&
    /^[xyz]$/.test(own.base) &&
    !own.sub &&
    writing.roles.distributionOf(own.base)?.values.length === 1;
  if (
    node.values.length === 1 &&
    (isVariables || isValue) &&
    writing.roles.usual &&
    node.given.length === 0
  ) {
    const usual = distributionText(writing.roles.usual, writing);
    writing.notes.add(
      "reading",
      node.at,
      `H(${names[0]?.base}) 读作 ${usual} 的熵`,
      `H(${names[0]?.base}) is read as the entropy of ${usual}`,
    );
    return call("H", [usual]);
  }
  return call(
    "H",
    node.values.map((value) => distributionText(value, writing)),
  );
}

const isShareName = (value: TexNode, writing: Writing): boolean =>
  value.kind === "name" && writing.roles.isShare(value);

/** p(x y) is p(x, y). */
export const factorsOf = (value: TexNode): readonly TexNode[] =>
  value.kind === "binary" &&
  value.operator === "*" &&
  value.left.kind === "name" &&
  value.right.kind === "name"
    ? [value.left, value.right]
    : [value];
