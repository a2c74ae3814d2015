import { partsOf } from "../names-in-place";
import { type NameNode, type TexNode, visitTex } from "../tex-node";
import type { TexToken } from "../tex-token";
import { tokenText } from "../token-scan";
import type { Writing } from "./writing";

export const lower = (name: string): string => (/^[A-Z]$/.test(name) ? name.toLowerCase() : name);
export const overName = (fn: NameNode, writing: Writing): string => {
  const parts = partsOf(fn, writing);
  return parts.parameter ? `${parts.text}(· | ${parts.parameter})` : parts.text;
};

/** True where the letter itself is an argument: P(i). */
export function isArgument(body: TexNode, letter: string): boolean {
  let found = false;
  visitTex(body, (node) => {
    if (
      node.kind === "apply" &&
      node.values.some((value) => value.kind === "name" && value.base === letter && !value.sub)
    )
      found = true;
  });
  return found;
}

/** The distribution that a sum over values of `variable` is over: its weight, else any density of it. */
export function overAt(body: TexNode, variable: string, writing: Writing): string {
  let found: string | undefined;
  visitTex(body, (node) => {
    if (found || node.kind !== "apply" || !writing.roles.isDistribution(node.fn)) return;
    const [value] = node.values;
    const isIts = value?.kind === "name" && lower(value.base) === lower(variable);
    if (isIts && node.values.length === 1) {
      const given = node.given.map((part) => writing.write(part, writing).text);
      const name = overName(node.fn, writing);
      found = given.length > 0 ? `${name.replace(/\(.*/, "")}(· | ${given.join(", ")})` : name;
    }
  });
  if (found) return found;
  visitTex(body, (node) => {
    if (found || node.kind !== "name" || !writing.roles.isDistribution(node)) return;
    found = overName(node, writing);
  });
  return found ?? actionsOf(body, variable, writing) ?? lower(variable).toUpperCase();
}

/** Actions that a value Q(s, a) is summed over are those of the policy. */
function actionsOf(body: TexNode, variable: string, writing: Writing): string | undefined {
  let found: string | undefined;
  visitTex(body, (node) => {
    if (node.kind !== "apply" || !writing.roles.isActionValue(node.fn)) return;
    const letters = node.values.map((value) => (value.kind === "name" ? lower(value.base) : ""));
    if (letters.includes(lower(variable))) found = letters.includes("s") ? "π(· | s)" : "π";
  });
  if (found)
    writing.notes.add(
      "reading",
      body.at,
      `∑_${variable} 对策略 ${found} 的全部动作求和`,
      `the sum over ${variable} is over all actions of the policy ${found}`,
    );
  return found;
}

/** The variable that densities in `body` are taken at. */
export function argumentIn(body: TexNode, writing: Writing): string | undefined {
  let found: string | undefined;
  visitTex(body, (node) => {
    if (found || node.kind !== "apply") return;
    const [value] = node.values;
    if (
      value?.kind === "name" &&
      value.sub === undefined &&
      value.sup === undefined &&
      writing.roles.isDistribution(node.fn)
    )
      found = lower(value.base);
  });
  return found;
}

export function sampleIndex(body: TexNode): string | undefined {
  let found: string | undefined;
  visitTex(body, (node) => {
    if (node.kind !== "name" || found) return;
    const text = tokenText(node.sub ?? node.sup ?? []).replace(/[()]/g, "");
    if (/^[xyzpPqQ]$/.test(node.base) && /^[ijk]$/.test(text)) found = text;
  });
  return found;
}

/** X of E[f(X)]. */
export function variableIn(body: TexNode): string | undefined {
  let found: string | undefined;
  visitTex(body, (node) => {
    if (!found && node.kind === "name" && /^[XYZxyz]$/.test(node.base)) found = lower(node.base);
  });
  return found;
}

/** True where distributions carry the letter as a subscript: P_G under argmax_G. */
export function isFamilyLetter(body: TexNode, letter: string): boolean {
  let found = false;
  visitTex(body, (node) => {
    if (
      node.kind === "name" &&
      /^[pPqQ]$/.test(node.base) &&
      node.sub &&
      tokenText(node.sub) === letter
    )
      found = true;
    if (
      node.kind === "apply" &&
      /^[pPqQ]$/.test(node.fn.base) &&
      node.fn.sub &&
      tokenText(node.fn.sub) === letter
    )
      found = true;
    // E_{x ~ P_G}
    if (node.kind === "expectation" && node.sub)
      found ||= node.sub.some(
        (token, i) =>
          token.kind === "letter" &&
          /^[pPqQ]$/.test(token.text) &&
          isScript(node.sub?.[i + 1], letter),
      );
  });
  return found;
}

const isScript = (token: TexToken | undefined, letter: string): boolean =>
  token?.kind === "sub" && tokenText(token.body) === letter;
