import { partsOf } from "../names-in-place";
import type { OptimumNode } from "../tex-node";
import { isSign } from "../tex-token";
import { splitOutside } from "../token-scan";
import { isFamilyLetter } from "./inside-body";
import { distributionText } from "./write-distributions";
import { type Writing, within } from "./writing";
import { call, type Written } from "./written";

/** argmax(θ, …), max(D, …). */
export function writeOptimum(node: OptimumNode, writing: Writing): Written {
  const operator =
    ({ sup: "max", inf: "min" } as Record<string, string>)[node.operator] ?? node.operator;
  const [first] = node.sub ? splitOutside(node.sub, (token) => isSign(token, "∈", ":")) : [];
  const parsed = first && first.length > 0 ? writing.parse(first) : undefined;
  const name = parsed?.kind === "apply" ? parsed.fn : parsed?.kind === "name" ? parsed : undefined;
  let variable = name
    ? writing.roles.isDistribution(name)
      ? distributionText(name, writing)
      : partsOf(name, writing).text
    : undefined;
  if (variable === "Θ") variable = "θ";
  if (variable && /^[A-Z]$/.test(variable) && isFamilyLetter(node.body, variable)) {
    writing.notes.add(
      "reading",
      node.at,
      `${variable} 是分布族的下标，读作参数 θ`,
      `${variable} is the index of a family; read as a parameter θ`,
    );
    variable = "θ";
  }
  if (variable === undefined) {
    variable = "θ";
    writing.notes.add(
      "reading",
      node.at,
      `${node.operator} 没写对谁取，读作 θ`,
      `${node.operator} does not say over what; read as θ`,
    );
  }
  const scope =
    /^arg/.test(operator) && variable === "θ"
      ? writing.scope.with("#optimum", { kind: "index" })
      : writing.scope;
  return call(operator, [variable, writing.write(node.body, within(writing, scope))]);
}
