import { freeIndices } from "../drawing/free-letters";
import type { Notes } from "../reading-note";
import type { BigNode, TexNode } from "../tex-node";
import { tokenText } from "../token-scan";

/**
 * A term after a sum that still has the sum's index: ∑_i a_i + b_i. It gets a sum of its own, with the factor that
 * stands before the first.
 */
export function indexBeyond(left: TexNode, right: TexNode, notes: Notes): TexNode {
  const last = left.kind === "binary" && /^[+-]$/.test(left.operator) ? left.right : left;
  const found = sumOf(last);
  const [index] = /^[ijklmnct](?==|$)/.exec(tokenText(found?.sum.sub ?? [])) ?? [];
  if (!found || index === undefined || !freeIndices(right).includes(index)) return right;
  notes.add(
    "ambiguity",
    right.at,
    `∑_${index} 后面加减号之后还有下标 ${index}，读作这一项也求和；若整个在求和里，写括号`,
    `the index ${index} still stands after the end of its sum; this term is summed too; write brackets around the whole`,
  );
  const sum: BigNode = { ...found.sum, body: right, at: right.at };
  return found.factor
    ? { kind: "binary", operator: "*", left: found.factor, right: sum, at: right.at }
    : sum;
}

function sumOf(node: TexNode): { readonly sum: BigNode; readonly factor?: TexNode } | undefined {
  if (node.kind === "negate") return sumOf(node.body);
  if (node.kind === "big") return node.operator === "sum" ? { sum: node } : undefined;
  if (node.kind !== "binary" || node.operator !== "*") return undefined;
  const inner = sumOf(node.right);
  return inner && !inner.factor ? { sum: inner.sum, factor: node.left } : undefined;
}
