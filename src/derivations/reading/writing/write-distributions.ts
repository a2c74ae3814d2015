import { isBregman } from "../block/is-bregman";
import { isKl } from "../divergence-names";
import { distributionName, isPriorOf, keepsParameter, notePrior, partsOf } from "../names-in-place";
import { UnreadError } from "../reading-note";
import type { ApplyNode, BinaryNode, NameNode, PairNode, TexNode } from "../tex-node";
import { tokenText } from "../token-scan";
import { familyInPlace } from "./family-in-place";
import { deviationText } from "./normal-in-place";
import { powerOfLaw } from "./power-of-law";
import { withoutFreeIndex } from "./without-free-index";
import { type Writing, within } from "./writing";
import { atom, binary, call, type Written } from "./written";

/** A node where the language wants a distribution: P, P(· | θ), q(· | x), a mixture. */
export function distributionText(node: TexNode, writing: Writing): string {
  switch (node.kind) {
    case "name":
      return nameText(node, writing);
    case "apply":
      return applyText(node, writing);
    case "binary": {
      const product = productText(node, writing);
      if (product) return product;
      if (/^[+-]$/.test(node.operator) && isParameter(node.left, writing))
        return lawOfParameter(node, writing);
      // (1 − ε) P: what a distribution is multiplied by is a number.
      const isWeight = (child: TexNode): boolean =>
        /^[*/]$/.test(node.operator) && isNumber(child, writing);
      const side = (child: TexNode): Written =>
        child.kind === "number"
          ? atom(child.text)
          : isWeight(child)
            ? writing.write(child, writing)
            : { text: distributionText(child, writing), binds: child.kind === "binary" ? 1 : 5 };
      return binary(node.operator, side(node.left), side(node.right)).text;
    }
    case "big":
      // ∏_i P_i: the product measure, whose factors are distributions and no entries.
      return writing.write(node, {
        ...writing,
        write: (inner, at) =>
          inner === node.body
            ? // What is no distribution there is written as everywhere, and not as the body again.
              atom(distributionText(inner, { ...at, write: writing.write }))
            : writing.write(inner, at),
      }).text;
    default:
      return writing.write(node, writing).text;
  }
}

/** Arithmetic of numbers and names that are no distributions, a coin's ε among them. */
function isNumber(node: TexNode, writing: Writing): boolean {
  if (node.kind === "number") return true;
  if (node.kind === "name")
    return (
      !/^[pPqQuUmM]$/.test(node.base) &&
      (writing.roles.isShare(node) || /^[λαβεγρηtw]$/u.test(node.base))
    );
  return node.kind === "binary" && isNumber(node.left, writing) && isNumber(node.right, writing);
}

/** p(x)p(y): two marginals of one distribution, which only their variables tell apart. */
function productText(node: BinaryNode, writing: Writing): string | undefined {
  const { operator, left, right } = node;
  if (operator !== "*" || left.kind !== "apply" || right.kind !== "apply") return undefined;
  const sides = [left, right].map((side) => {
    const [value] = side.values;
    const isMarginal =
      side.values.length === 1 &&
      side.given.length === 0 &&
      value.kind === "name" &&
      writing.roles.isDistribution(side.fn);
    return isMarginal
      ? `${partsOf(side.fn, writing).text}(${writing.write(value, writing).text})`
      : undefined;
  });
  return sides[0] && sides[1] ? `${sides[0]}*${sides[1]}` : undefined;
}

function nameText(node: NameNode, writing: Writing): string {
  if (node.isWord && /^data$/.test(node.base)) return "P_data";
  if (writing.roles.isShare(node)) {
    const share = writing.write(node, writing).text;
    writing.notes.add(
      "reading",
      node.at,
      `${share} 是数：读作伯努利分布 Bern(${share})`,
      `${share} is a number: read as the Bernoulli distribution Bern(${share})`,
    );
    return `Bern(${share})`;
  }
  const ofVariables = variablesText(node, writing);
  if (ofVariables) return ofVariables;
  if (isParameter(node, writing)) return lawOfParameter(node, writing);
  const parts = partsOf(node, writing);
  const text =
    distributionName(parts.text) +
    parts.indices.map((i) => `[${i}]`).join("") +
    (node.isStarred ? "*" : "");
  const copies = powerOfLaw(node, text, parts, writing);
  if (parts.parameter && keepsParameter(node, writing)) return `${text}(· | ${parts.parameter})`;
  return text + copies;
}

/** θ and θ_old of D(θ ‖ θ′): a parameter, and no distribution. */
const isParameter = (node: TexNode, { roles }: Writing): boolean =>
  node.kind === "name" && /^[θφψη]$/u.test(node.base) && !roles.isDistribution(node);

function lawOfParameter(node: TexNode, writing: Writing): string {
  const law = `P(· | ${writing.write(node, writing).text})`;
  writing.notes.add(
    "reading",
    node.at,
    `散度里的参数读作它的分布 ${law}`,
    `a parameter in a divergence is read as its distribution ${law}`,
  );
  return law;
}

/** P_{XY}, P_{X|Y}, P_X beside P_{XY}: p(x, y), p(· | y) and p(x) of one joint distribution. */
function variablesText(node: NameNode, writing: Writing): string | undefined {
  const sub = node.sub ? tokenText(node.sub).replace(/[(),\s_{}]/g, "") : "";
  if (!/^[pPqQ]$/.test(node.base) || !writing.roles.hasPairs) return undefined;
  const name = distributionName(node.base);
  if (/^[X-Z]{1,3}$/.test(sub)) return `${name}(${[...sub.toLowerCase()].join(", ")})`;
  const given = /^([X-Z])\|([X-Z])$/.exec(sub);
  return given ? `${name}(· | ${given[2].toLowerCase()})` : undefined;
}

function applyText(node: ApplyNode, writing: Writing): string {
  const { fn, values } = node;
  if (fn.base === "σ" && values.length === 1 && node.given.length === 0) {
    writing.notes.add(
      "reading",
      node.at,
      "散度里的 σ(…) 读作 softmax",
      "σ(…) in a divergence is read as softmax",
    );
    return call("softmax", [writing.write(whole(values[0]), writing)]).text;
  }
  if (fn.base === "softmax" && values.length === 1)
    return call("softmax", [writing.write(whole(values[0]), writing)]).text;
  if (fn.base === "N") return normalText(node, writing);
  const family = familyInPlace(node, writing);
  if (family) return family.text;
  if (fn.isWord && /^[A-Z][a-z]{2,}$/.test(fn.base))
    throw new UnreadError(
      node.at,
      `不认识的分布 ${fn.base}(…)`,
      `${fn.base}(…) is no distribution that is known here`,
    );
  if (!writing.roles.isDistribution(fn) || fn.isWord) return writing.write(node, writing).text;
  const moved = values.find(({ kind }) => /^(binary|negate|function|power)$/.test(kind));
  if (moved)
    throw new UnreadError(
      moved.at,
      `${fn.base}(…) 的自变量是算式：平移或伸缩过的分布没有对应的写法`,
      `the argument of ${fn.base}(…) is an expression: a distribution that is shifted or scaled has no counterpart`,
    );
  const parts = partsOf(fn, writing);
  const [, ...more] = values;
  const late = more.filter((value) => value.kind === "name" && /^[θφψω]$/.test(value.base));
  const isJoint = more.length > late.length;
  const given = [...node.given, ...late].map(
    (value) => writing.write(withoutFreeIndex(value, writing), writing).text,
  );
  if (parts.parameter && !given.includes(parts.parameter) && keepsParameter(fn, writing))
    given.push(parts.parameter);
  const name = parts.text + (fn.isStarred ? "*" : "") + powerOfLaw(fn, parts.text, parts, writing);
  if (isPriorOf(fn, node, writing)) {
    if (parts.parameter) notePrior(fn, writing);
    return "p";
  }
  if (fn.base === "σ" || !writing.roles.isDistribution(fn))
    return writing.write(node, writing).text;
  if (given.length > 0) return `${name}(· | ${given.join(", ")})`;
  const isMarginal =
    values.length === 1 && values[0].kind === "name" && writing.roles.isJoint(fn) && !isJoint;
  if (isMarginal && !writing.roles.hasLatent)
    return `${name}(${writing.write(values[0], writing).text})`;
  if (isJoint)
    return `${name}(${values.map((value) => writing.write(value, writing).text).join(", ")})`;
  return name;
}

/** z_t/T of a softmax: all the logits z_t, not the t-th of z. */
export function whole(node: TexNode): TexNode {
  if (node.kind === "binary") return { ...node, left: whole(node.left) };
  if (node.kind !== "name" || !node.sub || !/^[a-zA-Z]$/.test(tokenText(node.sub))) return node;
  return { ...node, base: `${node.base}_${tokenText(node.sub)}`, sub: undefined };
}

/** N(μ, σ²) by its deviation. */
function normalText(node: ApplyNode, writing: Writing): string {
  const [mean, spread, ...more] = [...node.values, ...node.given];
  const rest = spread ? [deviationText(spread, writing)] : [];
  return call("N", [
    writing.write(mean, writing),
    ...rest,
    ...more.map((value) => writing.write(value, writing)),
  ]).text;
}

/** D(p ‖ q) by the name of the divergence. */
export function writeDivergence(node: PairNode, writing: Writing): Written {
  const { fn } = node;
  const sub = fn.sub ? tokenText(fn.sub) : "";
  if (isBregman(fn, writing.roles.applied)) {
    const parts = [node.left, node.right].map((side) => writing.write(side, writing));
    return call(`${fn.base}_${sub}`, parts);
  }
  const averaged = averagedVariable(node, writing);
  if (averaged) return writeAveraged(node, averaged, writing);
  const [p, typedQ] = [node.left, node.right].map((side) => distributionText(side, writing));
  const q = posteriorText(node, writing) ?? typedQ;
  const exponent = fn.sup ? tokenText(fn.sup) : "";
  noteScripts(node, sub, exponent, writing);
  if (fn.base === "JS" || /^JSD?$/.test(sub)) return call("JS", [p, q]);
  if (fn.base === "TV" || sub === "TV") {
    const value = call("TV", [p, q]);
    return exponent === "2" ? { text: `${value.text}^2`, binds: 4 } : value;
  }
  if (fn.base === "χ") return call("χ2", [`${p} ‖ ${q}`]);
  if (fn.base === "W") return call(`W${sub || "1"}`, [p, q]);
  if (fn.base === "H" && exponent === "2") return call("H2", [p, q]);
  if (fn.base === "H" || fn.base === "CE") return call("H", [p, q]);
  // D_{1/2}, D_{\\frac12}
  const order = sub.replace(/^frac\((\d+),(\d+)\)$/, "$1/$2");
  const isRenyi =
    fn.base === "D" &&
    (/^[αλ]$/u.test(sub) || /^R(,|é|e)|^α/u.test(sub) || /^\d+(\/\d+)?$/.test(order));
  if (isRenyi && fn.sub) {
    writing.notes.add(
      "reading",
      node.at,
      `D_${sub} 读作Rényi散度`,
      `D_${sub} is read as Rényi's divergence`,
    );
    const own = /^\d/.test(order) ? order : (/[αλ]/u.exec(sub)?.[0] ?? "α");
    return atom(`Rényi(${own}, ${p} ‖ ${q})`);
  }
  if (fn.base === "D" && /^[fφ]$/u.test(sub)) return atom(`Df(${sub}, ${p} ‖ ${q})`);
  if (fn.base === "I" && sub === "")
    writing.notes.add(
      "ambiguity",
      node.at,
      "I(p ‖ q) 读作KL散度；若是相对费歇尔信息，写出它的定义",
      "I(p ‖ q) is read as the KL divergence; write out a relative Fisher information",
    );
  if (fn.base === "DL") writing.notes.add("repair", node.at, "DL 读作 KL", "DL is read as KL");
  const isPlain =
    fn.base === "KL" ||
    /^(KL|kl)$/.test(sub) ||
    (fn.base === "D" && sub === "") ||
    fn.base === "DL";
  if (!isPlain && sub !== "")
    writing.notes.add(
      "ambiguity",
      node.at,
      `${fn.base}_${sub} 读作KL散度`,
      `${fn.base}_${sub} is read as the KL divergence`,
    );
  const own = `KL(${p} ‖ ${q})`;
  return isPowerOfKl(fn, exponent) ? { text: `${own}^${exponent}`, binds: 4 } : atom(own);
}

/** KL²(p ‖ q): the square of it. */
const isPowerOfKl = (fn: NameNode, exponent: string): boolean =>
  /^[1-9]$/.test(exponent) && isKl(fn) && fn.base !== "JS";

/** n of D^n, w of JS_w: scripts of a divergence that are not read. */
function noteScripts({ fn, at }: PairNode, sub: string, exponent: string, writing: Writing): void {
  const isSquare = exponent === "2" && (/^[χHWT]/u.test(fn.base) || sub === "TV");
  const isRead = exponent === "" || isSquare || isPowerOfKl(fn, exponent);
  const lost = [fn.isWord && sub !== "" ? `_${sub}` : "", isRead ? "" : `^${exponent}`].join("");
  if (lost === "") return;
  writing.notes.add(
    "skipped",
    at,
    `${fn.base} 的上下标 ${lost} 略去`,
    `the script ${lost} of ${fn.base} is left out`,
  );
}

/** x of D(p(y | x) ‖ q(y | x)), where nothing at this place says which x, but the formula elsewhere runs over it. */
function averagedVariable({ left, right, fn }: PairNode, writing: Writing): string | undefined {
  if (left.kind !== "apply" || right.kind !== "apply" || !/^(D|KL)$/.test(fn.base))
    return undefined;
  const [a, b] = [left, right].map(({ given, values }) =>
    given.length === 1 && values.length === 1 && given[0].kind === "name"
      ? given[0].base.toLowerCase()
      : undefined,
  );
  const isOpen = a !== undefined && a === b && /^[a-z]$/.test(a) && !writing.scope.has(a);
  const isBoth = [left, right].every((side) => writing.roles.isJoint(side.fn));
  return isOpen && isBoth && !writing.roles.hasLatent && writing.roles.bound.has(a) ? a : undefined;
}

/** The conditional divergence: the mean over p(x). */
function writeAveraged(node: PairNode, variable: string, writing: Writing): Written {
  const scope = writing.scope.with(variable, { kind: "variable" });
  const inner = writeDivergence(node, within(writing, scope));
  const left = node.left.kind === "apply" ? partsOf(node.left.fn, writing).text : "P";
  writing.notes.add(
    "reading",
    node.at,
    `条件散度 D(p(·|${variable}) ‖ q(·|${variable})) 对 p(${variable}) 取平均`,
    `the conditional divergence D(p(·|${variable}) ‖ q(·|${variable})) is averaged over p(${variable})`,
  );
  return call("E", [`${variable} ~ ${left}(${variable})`, inner]);
}

/** p of KL(q ‖ p), where the formula has q(z) and p(z | x): the posterior. */
function posteriorText({ left, right, at }: PairNode, writing: Writing): string | undefined {
  const isBare =
    left.kind === "name" &&
    right.kind === "name" &&
    /^[qQ]$/.test(left.base) &&
    /^[pP]$/.test(right.base) &&
    !right.sub;
  const given = isBare && writing.roles.hasLatent ? writing.roles.posteriorGiven : undefined;
  if (!isBare || given === undefined || right.kind !== "name") return undefined;
  const text = `${distributionName(partsOf(right, writing).text)}(· | ${given})`;
  writing.notes.add(
    "reading",
    at,
    `KL(q ‖ p) 里的 p 读作后验 ${text}`,
    `p of KL(q ‖ p) is read as the posterior ${text}`,
  );
  return text;
}
