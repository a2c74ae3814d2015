import { distributionName, partsOf } from "../names-in-place";
import { UnreadError } from "../reading-note";
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
  const atValue = entropyAtValue(given, writing);
  if (atValue) return atValue;
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
    const whole = distributionText(writing.roles.usual, writing);
    // Y of a joint p(x, y): its marginal.
    const isPart = isVariables && writing.roles.isJoint(writing.roles.usual);
    const usual =
      isPart && own && /^[XYZ]$/.test(own.base) ? `${whole}(${own.base.toLowerCase()})` : whole;
    writing.notes.add(
      "reading",
      node.at,
      `H(${names[0]?.base}) 读作 ${usual} 的熵`,
      `H(${names[0]?.base}) is read as the entropy of ${usual}`,
    );
    return call("H", [usual]);
  }
  if (node.given.length > 0 && isVariables) {
    const text = (nodes: readonly TexNode[]): string =>
      nodes.map((value) => writing.write(value, writing).text).join(", ");
    return atom(`H(${text(node.values)} | ${text(node.given)})`);
  }
  const isOfValues = node.values.every(
    (value) =>
      value.kind === "name" &&
      /^[xyzwθω]$/u.test(value.base) &&
      !writing.roles.isDistribution(value),
  );
  if (node.given.length > 0 && isOfValues) {
    const text = (nodes: readonly TexNode[]): string =>
      nodes.map((value) => writing.write(value, writing).text).join(", ");
    return atom(`H(${text(node.values)} | ${text(node.given)})`);
  }
  if (node.given.length > 0)
    writing.notes.add(
      "reading",
      node.at,
      "H(p; q) 读作交叉熵 H(p, q)",
      "H(p; q) is read as the cross-entropy H(p, q)",
    );
  return call(
    "H",
    [...node.values, ...node.given].map((value) => distributionText(value, writing)),
  );
}

/**
 * H(Y | X = x), and H(Y | x) of a capital Y: the entropy of the one law of Y where X is x, no mean over X.
 *
 * @throws UnreadError where a value is given for a variable beside others
 */
function entropyAtValue({ values, given, at }: ApplyNode, writing: Writing): Written | undefined {
  const isCapital = (part: TexNode): boolean => part.kind === "name" && /^[A-Z]$/.test(part.base);
  const isValue = (part: TexNode): boolean =>
    part.kind === "equation" || (part.kind === "name" && /^[xyz]$/.test(part.base));
  const hasEquation = [...values, ...given].some(({ kind }) => kind === "equation");
  const isAtValue = values.every(isCapital) && given.length > 0 && given.every(isValue);
  if (!hasEquation && !isAtValue) return undefined;
  if (!isAtValue || values.length !== 1)
    throw new UnreadError(
      at,
      "在一个取值处的熵只读 H(Y | X = x) 这一种；别的写成 -∑ p log p",
      "of entropies at a value only H(Y | X = x) is read; write others as -∑ p log p",
    );
  const { usual } = writing.roles;
  const law = usual ? distributionName(partsOf(usual, writing).text) : "P";
  const text = `${law}(· | ${given.map((part) => writing.write(part, writing).text).join(", ")})`;
  writing.notes.add(
    "reading",
    at,
    `在一个取值处的条件熵，读作 ${text} 的熵，不对取值取平均`,
    `a conditional entropy at one value: read as the entropy of ${text}, not averaged`,
  );
  return call("H", [text]);
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
