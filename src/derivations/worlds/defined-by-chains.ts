import { builtInDistributions } from "../language/lexicon";
import type { CallTerm, Term } from "../language/term";
import { variablesOf } from "../language/variables-of";
import { children, contains, freeNames, isBinder } from "../language/walk";

/** What the left side of a chain gives a meaning to. */
export interface Head {
  readonly name: string;
  /** `L(θ)`: its parameters; undefined where the language has no definition of that form. */
  readonly parameters: readonly string[] | undefined;
}

/** The name that a left side is about: L, L(θ), y[k], ∂(z[i], L). */
export function headOf(term: Term): Head | undefined {
  switch (term.kind) {
    case "name":
      return { name: term.name, parameters: [] };
    case "elementary":
      return term.name === "log" ? headOf(term.body) : undefined;
    case "call": {
      const given = [...term.values, ...term.given];
      const names = given.flatMap((t) => (t.kind === "name" ? [t.name] : []));
      const isPlain = names.length === given.length && new Set(names).size === names.length;
      return { name: term.name, parameters: isPlain ? names : undefined };
    }
    case "index":
      return { name: term.name, parameters: undefined };
    case "extreme": {
      // min over G of max over D of V(D, G): V is what is given a meaning.
      const [moved, body] = term.terms;
      const inner = term.terms.length === 2 && moved.kind === "name" ? headOf(body) : undefined;
      return inner && { name: inner.name, parameters: undefined };
    }
    case "derivative": {
      const inner = headOf(term.body);
      return inner && { name: inner.name, parameters: undefined };
    }
    default:
      return undefined;
  }
}

/** True where no other part of the formula says what the left side is. */
export function isOpen(term: Term, others: readonly Term[]): boolean {
  const head = headOf(term);
  // log p(x | θ) with x_1 … x_m on the right: x is the sample.
  const density = term.kind === "elementary" ? term.body : term;
  if (
    density.kind === "call" &&
    density.given.length > 0 &&
    others.some((o) => isSampled(o, density))
  )
    return true;
  if (head) return !others.some((other) => mentioned(other).has(head.name));
  // I(θ), H(S), H(y, ŷ): quantities of names that occur nowhere else.
  const names = quantityNames(term);
  if (names.length === 0) return false;
  const isToldOf = (name: string): boolean =>
    others.some((other) => {
      const known = mentioned(other);
      // p_i is an entry of P.
      return known.has(name) || (/^[PQ]$/.test(name) && hasEntry(other, name.toLowerCase()));
    });
  // I(x; y) beside P(· | y): x is what P is of.
  if (term.kind === "information") return !names.some(isToldOf);
  return !names.every(isToldOf);
}

const hasEntry = (term: Term, name: string): boolean =>
  contains(term, (t) => t.kind === "index" && t.name === name);

function isSampled(other: Term, { values }: CallTerm): boolean {
  const [value] = values;
  return (
    value?.kind === "name" && contains(other, (t) => t.kind === "index" && t.name === value.name)
  );
}

function quantityNames(term: Term): readonly string[] {
  if (term.kind === "information") return variablesOf(term);
  // A divergence of distributions is known, whatever they are called.
  // So is the entropy of N(μ, σ).
  if (term.kind === "entropy" && term.p.kind === "call" && builtInDistributions.has(term.p.name))
    return [];
  if (term.kind === "entropy") return [...freeNames(term)];
  return [];
}

/** Every name of a term, bound ones and those of variables included. */
export function mentioned(term: Term): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (t: Term): void => {
    if (t.kind === "name" || t.kind === "call" || t.kind === "index") names.add(t.name);
    if (t.kind === "information") for (const name of variablesOf(t)) names.add(name);
    if (t.kind === "measure" && t.generator) names.add(t.generator);
    if (isBinder(t)) names.add(t.variable);
    for (const child of children(t)) visit(child);
  };
  visit(term);
  return names;
}
