import type { TexNode } from "../tex-node";
import { tokenText } from "../token-scan";
import type { Writing } from "./writing";
import { atom, call, type Written } from "./written";

/** I and σ²I of a covariance: in one dimension 1 and σ². */
export function withoutUnit(node: TexNode): TexNode {
  const isUnit = (part: TexNode): boolean => part.kind === "name" && part.base === "I" && !part.sub;
  if (isUnit(node)) return { kind: "number", text: "1", at: node.at };
  if (node.kind !== "binary" || node.operator !== "*") return node;
  return isUnit(node.right) ? node.left : isUnit(node.left) ? node.right : node;
}

/**
 * σ of N(μ, σ²): the language's N has the standard deviation in the second place.
 *
 * A bare letter, σ or s but not β, and 1 are their own deviation; Σ, a number and any other expression stand for a variance.
 */
export function deviationText(given: TexNode, writing: Writing): Written {
  const node = withoutUnit(given);
  const isSquare = isSquareOfName(node);
  // β of β I, and β alone: a schedule of variances.
  const isVariance = (name: string): boolean => node !== given || /^[Σβ]/u.test(name);
  const isOwn = node.kind === "name" ? !isVariance(node.base) && !node.sup : isOne(node);
  const text = writing.write(node, writing);
  if (isOwn || node.kind === "blank") return text;
  const deviation =
    isSquare && node.kind === "name"
      ? writing.write({ ...node, sup: undefined }, writing)
      : call("sqrt", [text]);
  writing.notes.add(
    "reading",
    node.at,
    `正态的第二个参数 ${text.text} 是方差；klab 的 N(μ, σ) 用标准差，写成 ${deviation.text}`,
    `the second parameter ${text.text} of the normal is a variance; N(μ, σ) of klab takes the deviation, written ${deviation.text}`,
  );
  return isSquare ? deviation : atom(deviation.text);
}

const isOne = (node: TexNode): boolean => node.kind === "number" && Number(node.text) === 1;

const isSquareOfName = (node: TexNode): boolean =>
  node.kind === "name" && node.sup !== undefined && tokenText(node.sup) === "2";
