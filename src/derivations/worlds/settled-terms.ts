import type { Term } from "../language/term";
import { textTerm } from "../language/text-term";
import { children } from "../language/walk";
import { readSide } from "./read-side";
import type { Remarks } from "./remarks";

/** The distribution that H(x) is of, where x is no variable of a joint but summed over one distribution. */
export function entropyOfVariable(
  terms: readonly Term[],
): { variable: string; name: string } | undefined {
  const variables = new Set<string>();
  const over = new Map<string, Set<string>>();
  const visit = (t: Term): void => {
    if (t.kind === "entropy" && !t.q && t.p.kind === "name") variables.add(t.p.name);
    if ((t.kind === "supportFold" || t.kind === "expectation") && t.over.kind === "name")
      over.set(t.variable, (over.get(t.variable) ?? new Set()).add(t.over.name));
    for (const child of children(t)) visit(child);
  };
  terms.forEach(visit);
  for (const variable of variables) {
    const [name, ...others] = over.get(variable) ?? [];
    if (name !== undefined && others.length === 0) return { variable, name };
  }
  return undefined;
}

/** N(μ, σ²) and N(μ, Σ) by the standard deviation, which the language's N has in the second place. */
export function byDeviation(t: Term, said: Remarks): Term | undefined {
  if (t.kind !== "call" || t.name !== "N") return undefined;
  const parts = t.given.length === 2 ? t.given : t.values;
  if (parts.length !== 2) return undefined;
  const [mean, spread] = parts;
  const isSquare =
    spread.kind === "binary" && spread.operator === "^" && textTerm(spread.right) === "2";
  const isMatrix = (spread.kind === "name" || spread.kind === "index") && /^Σ/.test(spread.name);
  // A bare letter, σ or s, and 1 are their own deviation; any other expression stands for a variance.
  const isVariance = spread.kind === "binary" || (spread.kind === "number" && spread.value !== 1);
  if (!isSquare && !isMatrix && !isVariance) return undefined;
  said.add("deviation", textTerm(t));
  const deviation: Term = isSquare
    ? spread.left
    : { kind: "elementary", name: "sqrt", body: spread, at: t.at };
  return parts === t.given
    ? { ...t, given: [mean, deviation] }
    : { ...t, values: [mean, deviation] };
}

/** softmax(y[i]): the i-th entry of the softmax of y. */
export function softmaxEntry(t: Term, said: Remarks): Term | undefined {
  if (t.kind !== "call" || t.name !== "softmax" || t.values.length !== 1) return undefined;
  const [entry] = t.values;
  if (entry.kind !== "index") return undefined;
  const text = `exp(${textTerm(entry)})/∑(j=1, n, exp(${entry.name}[j]))`;
  said.add("softmax", textTerm(t), text);
  return readSide(text);
}
