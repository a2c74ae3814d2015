import { isIterate, type NameParts, nameParts } from "./name-parts";
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
    isOfStep: writing.roles.hasOtherSubscripts(name),
    isLabel: writing.roles.superscripts.isLabel(name),
    isPower: writing.roles.superscripts.isPower(name),
    isIndex: (letter) => writing.scope.isIndex(letter),
    isBound: (text) => writing.scope.has(text) && !writing.scope.isIndex(text),
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
  noteSuperscript(name, parts, writing);
  noteCounted(name, parts, writing);
  if (name.isStarred && name.base === "D" && name.sub && !isDistribution)
    writing.notes.add(
      "reading",
      name.at,
      `D_${family}^* 的下标 ${family} 略去：读作最优的那一个 D`,
      `the subscript ${family} of D_${family}^* is left out: read as the one best D`,
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
  const own = isNumber(name) ? text.replace(/^E/, "E_val") : text;
  return { ...parts, text: own, isDistribution, parameter };
}

/** x^{adv}: a name; a^s, where s stands nowhere else: a power, which may be meant as a label. */
function noteSuperscript(name: NameNode, { text, exponent }: NameParts, writing: Writing): void {
  const { notes, roles } = writing;
  const { sup } = name;
  if (!sup) return;
  const typed = `${name.base}^${tokenText(sup)}`;
  const isWord = sup.every(({ kind }) => kind === "word");
  if (roles.superscripts.isLabel(name) && !isIterate(name, sup) && !isWord)
    notes.add(
      "reading",
      name.at,
      `${typed} 的上标读作名字的一部分（${text}），不是幂`,
      `the superscript of ${typed} is read as a part of the name (${text}), not as a power`,
    );
  else if (exponent && roles.superscripts.isAlone(name) && !/^[TnN]$/.test(tokenText(exponent)))
    notes.add(
      "ambiguity",
      name.at,
      `${typed} 读作幂；${tokenText(sup)} 在别处没有出现，若只是记号，写成下标`,
      `${typed} is read as a power; ${tokenText(sup)} stands nowhere else: write a label as a subscript`,
    );
}

/** t of x_{1:t} under a sum over t, where the whole is only a name. */
function noteCounted(name: NameNode, { indices }: NameParts, writing: Writing): void {
  const { sub = [] } = name;
  const lost = sub.find(
    (token) =>
      token.kind === "letter" &&
      writing.scope.isIndex(token.text) &&
      !indices.some((index) => index.split(" ").includes(token.text)),
  );
  const isBound = writing.scope.has(`${name.base}_${tokenText(sub)}`);
  if (!lost || isBound || isSign(sub[0], "<", "≤", ">")) return;
  const typed = `${name.base}_{${tokenText(sub)}}`;
  writing.notes.add(
    "ambiguity",
    name.at,
    `${typed} 只作一个名字：里面的下标 ${tokenText([lost])} 不随求和变`,
    `${typed} is only a name: its ${tokenText([lost])} does not move with the sum`,
  );
}

/** E_i of (O_i − E_i)²: an expected count, and no expectation. */
export const isNumber = ({ base, isWord, sub }: NameNode): boolean =>
  base === "E" && !isWord && /^([ijk]|[ijk]{2}|\d)$/.test(tokenText(sub ?? []));

/** p and P are one distribution, q and Q another. */
export const distributionName = (text: string): string =>
  text.replace(/^p(?=$|_)/, "P").replace(/^q(?=$|_)/, "Q");

/** X of P(X) is the x that an expectation or a sum binds. */
export function variableText(node: NameNode, text: string, { roles, scope }: Writing): string {
  const lower = node.base.toLowerCase();
  if (node.base === "Z" && text === "Z" && roles.isNormaliser && !scope.has("z")) return text;
  if (/^[XYZ]$/.test(node.base) && (text === node.base || /^._(hat|tilde|bar|dot)$/.test(text)))
    return lower + text.slice(1);
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

/** θ of p_θ(z), which is the one prior p here. */
export function notePrior(fn: NameNode, writing: Writing): void {
  const sub = tokenText(fn.sub ?? []);
  writing.notes.add(
    "reading",
    fn.at,
    `先验 ${fn.base}_${sub}(z) 的参数 ${sub} 略去：读作一个固定的分布 p`,
    `the parameter ${sub} of the prior ${fn.base}_${sub}(z) is left out: read as one fixed distribution p`,
  );
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
