import { isIterate, nameParts } from "./name-parts";
import type { ApplyNode, NameNode } from "./tex-node";
import { isSign } from "./tex-token";
import { tokenText } from "./token-scan";
import type { Writing } from "./writing/writing";

/** What to call a name here, and what hangs on it. */
export function partsOf(name: NameNode, writing: Writing) {
  const isDistribution = writing.roles.isDistribution(name);
  const family = name.sub && tokenText(name.sub);
  const parts = nameParts(name, {
    isDistribution,
    keepsSubscripts: !isDistribution && writing.roles.isBareToo(name),
    isIndex: (letter) => writing.scope.isIndex(letter),
  });
  if (parts.parameter !== undefined && !isDistribution)
    writing.notes.add(
      "reading",
      name.at,
      `${name.base}_${parts.parameter} 的参数 ${parts.parameter} 略去：读作一个固定的函数`,
      `the parameter ${parts.parameter} of ${name.base}_${parts.parameter} is left out: read as one fixed function`,
    );
  if (parts.isSampled && name.sup)
    writing.notes.add(
      "reading",
      name.at,
      `${name.base}^${tokenText(name.sup)} 读作第 ${parts.indices[parts.indices.length - 1]} 个样本`,
      `${name.base}^${tokenText(name.sup)} is read as sample number ${parts.indices[parts.indices.length - 1]}`,
    );
  if (name.sup && isIterate(name, name.sup))
    writing.notes.add(
      "reading",
      name.at,
      `${name.base}^${tokenText(name.sup)} 读作第 ${tokenText(name.sup)} 步的 ${name.base}，不是幂`,
      `${name.base}^${tokenText(name.sup)} is read as ${name.base} of step ${tokenText(name.sup)}, not as a power`,
    );
  if (name.sub?.some((token) => isSign(token, "<", "≤", ">")))
    writing.notes.add(
      "ambiguity",
      name.at,
      `${name.base}_{${tokenText(name.sub)}} 是前面各项，这里只作一个名字`,
      `${name.base}_{${tokenText(name.sub)}} means the entries before; here it is only a name`,
    );
  const isFamily =
    isDistribution &&
    parts.parameter === undefined &&
    family !== undefined &&
    writing.roles.families.has(family) &&
    /^[A-Z]$/.test(family);
  const isEntry = /^[pPqQ]$/.test(name.base) && parts.indices.length > 0;
  const text = isEntry
    ? parts.text[0].toLowerCase() + parts.text.slice(1)
    : isDistribution
      ? distributionName(parts.text)
      : parts.text;
  const parameter = isFamily
    ? "θ"
    : (parts.parameter ?? (isDistribution ? writing.roles.parameterOf(name) : undefined));
  return { ...parts, text, isDistribution, parameter };
}

/** p and P are one distribution, q and Q another. */
export const distributionName = (text: string): string =>
  text.replace(/^p(?=$|_)/, "P").replace(/^q(?=$|_)/, "Q");

/** X of P(X) is the x that an expectation or a sum binds. */
export function variableText(node: NameNode, text: string, { roles, scope }: Writing): string {
  const lower = node.base.toLowerCase();
  if (node.base === "Z" && text === "Z" && roles.isNormaliser && !scope.has("z")) return text;
  if (/^[XYZ]$/.test(node.base) && text === node.base) return lower;
  return text;
}

/** φ of q_φ, ω of T_ω: what only says that the thing is learned. */
export function keepsParameter(fn: NameNode, writing: Writing): boolean {
  if (!writing.roles.isDistribution(fn)) return false;
  if (!/^[qQ]$/.test(fn.base) || !writing.roles.hasLatent) return true;
  if (writing.roles.hasOtherParameter(fn)) return true;
  const sub = tokenText(fn.sub ?? []);
  writing.notes.add(
    "reading",
    fn.at,
    `${fn.base}_${sub} 的参数 ${sub} 略去：读作一个固定的分布`,
    `the parameter ${sub} of ${fn.base}_${sub} is left out: read as one fixed distribution`,
  );
  return false;
}

/** p(z) beside p(x | z): the prior. */
export function isPriorOf(fn: NameNode, node: ApplyNode, writing: Writing): boolean {
  const [value] = node.values;
  return (
    writing.roles.hasLatent &&
    /^[pP]$/.test(fn.base) &&
    !fn.isStarred &&
    !fn.sub?.some((token) => isSign(token, "*", "⋆")) &&
    node.values.length === 1 &&
    node.given.length === 0 &&
    value.kind === "name" &&
    /^[zZ]$/.test(value.base)
  );
}
