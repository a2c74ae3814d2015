import type { BigNode } from "../tex-node";
import { tokenText } from "../token-scan";
import { argumentIn, lower } from "./inside-body";
import { type Writing, within } from "./writing";
import { call, type Written } from "./written";

export function writeIntegral(node: BigNode, writing: Writing): Written {
  const sub = node.sub ? tokenText(node.sub) : "";
  const fromSub = /^[a-zA-Zθφωτ]$/.test(sub) && !node.sup ? lower(sub) : undefined;
  const typed = node.variable && node.variable !== "μ" ? lower(node.variable) : undefined;
  const variable = typed ?? fromSub ?? argumentIn(node.body, writing) ?? "x";
  const scope = writing.scope.with(variable, { kind: "variable" });
  const inner = within(writing, scope);
  const isRange = node.sub !== undefined && node.sup !== undefined && !/^[ij]$/.test(sub);
  const low = isRange ? writing.write(writing.parse(node.sub ?? []), writing).text : "-∞";
  const high = isRange ? writing.write(writing.parse(node.sup ?? []), writing).text : "∞";
  return call("∫", [variable, low, high, writing.write(node.body, inner)]);
}
