import type { Term } from "../language/term";
import { textTerm } from "../language/text-term";
import { children, contains, withChildren } from "../language/walk";
import { entriesOf } from "./extremes/extreme-values";
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

/** max over i of z_i: the greatest of the entries. */
export function extremeOfEntries(t: Term, said: Remarks): Term | undefined {
  if (t.kind !== "extreme" || t.terms.length !== 2) return undefined;
  const [moved, body] = t.terms;
  if (moved.kind !== "name" || !contains(body, (inner) => isEntryAt(inner, moved.name)))
    return undefined;
  const at = (place: number): Term => {
    const put = (inner: Term): Term =>
      inner.kind === "name" && inner.name === moved.name
        ? { kind: "number", value: place, text: String(place), at: inner.at }
        : withChildren(inner, put);
    return put(body);
  };
  const terms = Array.from({ length: entriesOf(undefined) }, (_, i) => at(i + 1));
  const whole: Term = { ...t, terms };
  said.add("known", textTerm(t), textTerm(whole));
  return whole;
}

const isEntryAt = (t: Term, name: string): boolean =>
  t.kind === "index" && t.index.kind === "name" && t.index.name === name;

/** 2^H: entropy and divergence are in bits where 2 is raised to them, which is e^H in nats. */
export function powerOfBits(t: Term, said: Remarks): Term | undefined {
  const isPower =
    t.kind === "binary" && t.operator === "^" && t.left.kind === "number" && t.left.value === 2;
  if (!isPower || t.kind !== "binary") return undefined;
  const isQuantity = (inner: Term): boolean =>
    /^(entropy|divergence|information)$/.test(inner.kind);
  if (!contains(t.right, isQuantity)) return undefined;
  said.add("bitPower", textTerm(t.right));
  return { kind: "elementary", name: "exp", body: t.right, at: t.at };
}
