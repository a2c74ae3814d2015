import { UnreadError } from "../reading-note";
import type { ApplyNode, TexNode } from "../tex-node";
import { sequenceVariables } from "./sequence-variables";
import type { Writing } from "./writing";
import { atom, type Written } from "./written";

/** I(X; Y), I(X, Y; Z), I(X; Y | Z): what stands before the semicolon, after it, and after the bar. */
export function writeInformation(node: ApplyNode, writing: Writing): Written {
  if ([...node.values, ...node.given].some(({ kind }) => kind === "equation"))
    throw new UnreadError(
      node.at,
      "在一个取值处的互信息没有对应的写法",
      "an information at one value has no counterpart",
    );
  // I(X) and I(x): how much one value tells.
  if (node.values.length === 1 && node.given.length === 0)
    return atom(`I(${writing.write(node.values[0], writing).text})`);
  if (node.fn.sub)
    writing.notes.add("skipped", node.at, "I 的下标略去", "the subscript of I is left out");
  const text = (parts: readonly TexNode[]): string =>
    parts.map((part) => writing.write(part, writing).text).join(", ");
  const { before = 1 } = node;
  const given = sequenceVariables(node.given, writing);
  const first = sequenceVariables(node.values.slice(0, before), writing);
  const second = sequenceVariables(node.values.slice(before), writing);
  const bar = given.length > 0 ? ` | ${text(given)}` : "";
  return atom(`I(${text(first)}; ${text(second)}${bar})`);
}
