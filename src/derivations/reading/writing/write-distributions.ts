import { distributionName, isPriorOf, keepsParameter, partsOf } from "../names-in-place";
import { isBregman } from "../roles";
import type { ApplyNode, NameNode, PairNode, TexNode } from "../tex-node";
import { tokenText } from "../token-scan";
import type { Writing } from "./writing";
import { atom, binary, call, type Written } from "./written";

/** A node where the language wants a distribution: P, P(· | θ), q(· | x), a mixture. */
export function distributionText(node: TexNode, writing: Writing): string {
  switch (node.kind) {
    case "name":
      return nameText(node, writing);
    case "apply":
      return applyText(node, writing);
    case "binary": {
      const side = (child: TexNode): Written =>
        child.kind === "number"
          ? atom(child.text)
          : { text: distributionText(child, writing), binds: child.kind === "binary" ? 1 : 5 };
      return binary(node.operator, side(node.left), side(node.right)).text;
    }
    default:
      return writing.write(node, writing).text;
  }
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
  const parts = partsOf(node, writing);
  const text =
    distributionName(parts.text) +
    parts.indices.map((i) => `[${i}]`).join("") +
    (node.isStarred ? "*" : "");
  const copies = parts.copies ? `^${tokenText(parts.copies)}` : "";
  if (parts.parameter && keepsParameter(node, writing)) return `${text}(· | ${parts.parameter})`;
  return text + copies;
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
    return call("softmax", [writing.write(values[0], writing)]).text;
  }
  if (fn.base === "N") return normalText(node, writing);
  if (!writing.roles.isDistribution(fn) || fn.isWord) return writing.write(node, writing).text;
  const parts = partsOf(fn, writing);
  const [, ...more] = values;
  const late = more.filter((value) => value.kind === "name" && /^[θφψω]$/.test(value.base));
  const isJoint = more.length > late.length;
  const given = [...node.given, ...late].map((value) => writing.write(value, writing).text);
  if (parts.parameter && !given.includes(parts.parameter) && keepsParameter(fn, writing))
    given.push(parts.parameter);
  const name = parts.text + (fn.isStarred ? "*" : "");
  if (isPriorOf(fn, node, writing)) return "p";
  if (fn.base === "σ" || !writing.roles.isDistribution(fn))
    return writing.write(node, writing).text;
  if (given.length > 0) return `${name}(· | ${given.join(", ")})`;
  if (isJoint)
    return `${name}(${values.map((value) => writing.write(value, writing).text).join(", ")})`;
  return name;
}

/** N(μ, σ²): the language's second argument is written as typed. */
function normalText(node: ApplyNode, writing: Writing): string {
  return call(
    "N",
    [...node.values, ...node.given].map((value) => writing.write(value, writing)),
  ).text;
}

/** D(p ‖ q) by the name of the divergence. */
export function writeDivergence(node: PairNode, writing: Writing): Written {
  const { fn } = node;
  const sub = fn.sub ? tokenText(fn.sub) : "";
  if (isBregman(fn, writing.roles.applied)) {
    const parts = [node.left, node.right].map((side) => writing.write(side, writing));
    return call(`${fn.base}_${sub}`, parts);
  }
  const [p, q] = [node.left, node.right].map((side) => distributionText(side, writing));
  const exponent = fn.sup ? tokenText(fn.sup) : "";
  if (fn.base === "JS" || /^JSD?$/.test(sub)) return call("JS", [p, q]);
  if (fn.base === "TV" || sub === "TV") {
    const value = call("TV", [p, q]);
    return exponent === "2" ? { text: `${value.text}^2`, binds: 4 } : value;
  }
  if (fn.base === "χ") return call("χ2", [`${p} ‖ ${q}`]);
  if (fn.base === "W") return call(`W${sub || "1"}`, [p, q]);
  if (fn.base === "H" && exponent === "2") return call("H2", [p, q]);
  if (fn.base === "H" || fn.base === "CE") return call("H", [p, q]);
  if (fn.base === "D" && /^[fαφ]$/.test(sub)) return atom(`Df(${sub}, ${p} ‖ ${q})`);
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
  return atom(`KL(${p} ‖ ${q})`);
}
