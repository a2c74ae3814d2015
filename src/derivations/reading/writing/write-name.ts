import { isNumber, partsOf, variableText } from "../names-in-place";
import type { NameNode } from "../tex-node";
import type { TexToken } from "../tex-token";
import { distributionText } from "./write-distributions";
import { writePower } from "./write-power";
import type { Writing } from "./writing";
import { atom, call, type Written } from "./written";

export function writeName(node: NameNode, writing: Writing): Written {
  const { scope, roles, notes } = writing;
  if (node.base === "∞") return atom("∞");
  if (node.base === "const") return atom("const");
  if (node.base === "e" && !node.sub && !node.isWord && roles.hasPi && !scope.has("e")) {
    notes.add(
      "reading",
      node.at,
      "π 旁边的 e 读作自然对数的底",
      "e beside π is read as Euler's number",
    );
    return node.sup ? writePower(atom("exp(1)"), node.sup, writing) : atom("exp(1)");
  }
  const only = roles.compared;
  if (only && /^(TV|JS)$/.test(node.base) && node.isWord && !node.sub) {
    const pair = only.map((side) => distributionText(side, writing));
    notes.add(
      "reading",
      node.at,
      `${node.base} 没写对谁，读作 ${node.base}(${pair.join(", ")})`,
      `${node.base} does not say of what; read as ${node.base}(${pair.join(", ")})`,
    );
    const distance = call(node.base, pair);
    return node.sup ? writePower(distance, node.sup, writing) : distance;
  }
  const parts = partsOf(node, writing);
  if (isNumber(node))
    notes.add(
      "reading",
      node.at,
      `E 没有括号：读作一个数 ${parts.text}，不是期望`,
      `E without brackets is read as a number, ${parts.text}, and not as an expectation`,
    );
  // A bare density under a sum, integral or expectation is taken at its variable.
  const isBareCritic =
    /^[TVfgφ]$/u.test(node.base) &&
    scope.variable !== undefined &&
    !scope.has(node.base) &&
    parts.exponent === undefined &&
    (!roles.applied.has(node.base) || isOfVariable(node, scope.variable, writing));
  const isEntry = parts.indices.length > 0;
  const isAlone = node.isStarred && scope.variable === undefined;
  if ((parts.isDistribution || isBareCritic) && !isEntry && !isAlone && !scope.has(node.base)) {
    const variable = scope.variable ?? "x";
    if (parts.isDistribution || roles.applied.has(node.base))
      notes.add(
        "reading",
        node.at,
        `${parts.text} 没写自变量，读作 ${parts.text}(${variable})`,
        `${parts.text} without an argument is read as ${parts.text}(${variable})`,
      );
    const given = parts.parameter ? ` | ${parts.parameter}` : "";
    return scripted(atom(`${parts.text}(${variable}${given})`), node, parts, writing);
  }
  const [index] = parts.indices;
  const value = index !== undefined ? scope.valueOf(index, node.base) : undefined;
  if (value !== undefined && isVariableLetter(node.base))
    return scripted(atom(value), node, parts, writing);
  return scripted(
    atom(indexed(variableText(node, parts.text, writing), parts.indices)),
    node,
    parts,
    writing,
  );
}

/** f of E_q[f] beside f(x). */
const isOfVariable = (node: NameNode, variable: string, { roles }: Writing): boolean =>
  /^[fg]$/.test(node.base) && node.primes === 0 && roles.argumentsOf(node).join() === variable;

const isVariableLetter = (base: string): boolean =>
  /^[a-zA-Zθωτ]$/u.test(base) && !/^[pqPQ]$/.test(base);

const indexed = (text: string, indices: readonly string[]): string =>
  indices.length > 0 ? `${text}[${indices.join(", ")}]` : text;

function scripted(
  written: Written,
  node: NameNode,
  parts: { readonly exponent: readonly TexToken[] | undefined },
  writing: Writing,
): Written {
  // q*[k] is no name of the language, q_opt[k] is.
  const text = /\[/.test(written.text) ? written.text.replace("[", "_opt[") : `${written.text}*`;
  const starred = node.isStarred ? { ...written, text } : written;
  return parts.exponent ? writePower(starred, parts.exponent, writing) : starred;
}
