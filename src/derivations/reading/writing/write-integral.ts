import type { BigNode, NameNode } from "../tex-node";
import { tokenText } from "../token-scan";
import { argumentIn, lower } from "./inside-body";
import { distributionText } from "./write-distributions";
import { type Writing, within } from "./writing";
import { call, type Written } from "./written";

export function writeIntegral(node: BigNode, writing: Writing): Written {
  const sub = node.sub ? tokenText(node.sub) : "";
  const fromSub = /^[a-zA-Zθφωτ]$/.test(sub) && !node.sup ? lower(sub) : undefined;
  const measure = node.variable && measureOf(node.variable, writing);
  if (measure) {
    const variable = argumentIn(node.body, writing) ?? "x";
    const scope = writing.scope.with(variable, { kind: "variable" });
    writing.notes.add(
      "reading",
      node.at,
      `∫ … d${node.variable} 读作对 ${measure} 的期望`,
      `∫ … d${node.variable} is read as an expectation over ${measure}`,
    );
    return call("E", [
      `${variable} ~ ${measure}`,
      writing.write(node.body, within(writing, scope)),
    ]);
  }
  const typed = node.variable && node.variable !== "μ" ? lower(node.variable) : undefined;
  const variable = typed ?? fromSub ?? argumentIn(node.body, writing) ?? "x";
  if (sub !== "" && !node.sup && lower(sub) !== variable && !/^[XYZΩR]$/u.test(sub))
    writing.notes.add(
      "ambiguity",
      node.at,
      `积分域 ${sub} 读作 ${variable} 的全部取值`,
      `the domain ${sub} of the integral is read as all values of ${variable}`,
    );
  const scope = writing.scope.with(variable, { kind: "variable" });
  const inner = within(writing, scope);
  const isRange = node.sub !== undefined && node.sup !== undefined && !/^[ij]$/.test(sub);
  const low = isRange ? writing.write(writing.parse(node.sub ?? []), writing).text : "-∞";
  const high = isRange ? writing.write(writing.parse(node.sup ?? []), writing).text : "∞";
  return call("∫", [variable, low, high, writing.write(node.body, inner)]);
}

/** P of dP, where it is a distribution of the formula. */
function measureOf(variable: string, writing: Writing): string | undefined {
  const name: NameNode = {
    kind: "name",
    base: variable,
    isWord: false,
    primes: 0,
    isStarred: false,
    at: [0, 0],
  };
  const isMeasure = /^[PQ]$/.test(variable) && writing.roles.isDistribution(name);
  return isMeasure ? distributionText(name, writing) : undefined;
}
