import type { CallTerm, Term } from "../language/term";
import { textTerm } from "../language/text-term";
import { children, contains, withChildren } from "../language/walk";

/** argmin(Q, KL(P ‖ Q)): a distribution is moved, not a number. */
export function movedDistributions(terms: readonly Term[]): readonly string[] {
  const names = new Set<string>();
  const visit = (term: Term): void => {
    if (term.kind === "optimum" && isUsedAsDistribution(term.body, term.variable))
      names.add(term.variable);
    if (term.kind === "extreme" && term.terms.length === 2) {
      const [first, second] = term.terms;
      if (first.kind === "name" && isUsedAsDistribution(second, first.name)) names.add(first.name);
    }
    withChildren(term, (child) => {
      visit(child);
      return child;
    });
  };
  terms.forEach(visit);
  return [...names];
}

function isUsedAsDistribution(body: Term, name: string): boolean {
  const isIt = (t: Term | undefined): boolean =>
    t !== undefined && (t.kind === "name" || t.kind === "call") && t.name === name;
  return contains(
    body,
    (t) =>
      ((t.kind === "divergence" || t.kind === "entropy" || t.kind === "measure") &&
        (isIt(t.p) || isIt(t.q))) ||
      ((t.kind === "expectation" || t.kind === "supportFold") && isIt(t.over)),
  );
}

export function asFamily(t: Term, name: string): Term {
  const θ: Term = { kind: "name", name: "θ", at: t.at };
  const blank: Term = { kind: "blank", at: t.at };
  const own = (): Term => ({ kind: "call", name, values: [blank], given: [θ], at: t.at });
  if (t.kind === "name" && t.name === name) return own();
  if (t.kind === "call" && t.name === name && t.given.length === 0) return { ...t, given: [θ] };
  if (t.kind === "optimum" && t.variable === name) return { ...t, variable: "θ" };
  if (t.kind === "extreme" && t.terms.length === 2 && textTerm(t.terms[0]) === textTerm(own()))
    return { ...t, terms: [θ, t.terms[1]] };
  return t;
}

/** Q of KL(P ‖ Q) + const: what moves where something is constant. */
export const modelOf = (terms: readonly Term[]): readonly string[] =>
  terms.flatMap((t) => (t.kind === "divergence" && t.q.kind === "name" ? [t.q.name] : []));

/** Distributions with a parameter in one place and without in another. */
export function halfFamilies(terms: readonly Term[]): readonly string[] {
  const bare = new Set<string>();
  const given = new Set<string>();
  const visit = (t: Term): void => {
    if (t.kind === "call" && t.given.length === 1 && textTerm(t.given[0]) === "θ")
      given.add(t.name);
    const places =
      t.kind === "divergence" || t.kind === "entropy"
        ? [t.p, ...(t.q ? [t.q] : [])]
        : t.kind === "supportFold" || t.kind === "expectation"
          ? [t.over]
          : [];
    for (const place of places) if (place.kind === "name") bare.add(place.name);
    for (const child of children(t)) visit(child);
  };
  terms.forEach(visit);
  const apart = apartFromFamilies(terms);
  return [...bare].filter((name) => given.has(name) && !apart.has(name));
}

/** H(q) beside q(z | x): the q of the entropy is the conditional one, with the condition that it has elsewhere. */
export function bareConditionals(terms: readonly Term[]): ReadonlyMap<string, CallTerm> {
  const bare = new Set<string>();
  const given = new Map<string, CallTerm>();
  const visit = (t: Term): void => {
    if (t.kind === "call" && /^[qQπ]/u.test(t.name)) {
      const [condition] = t.given;
      const isOfVariable = condition?.kind === "name" && !/^[θφψωϕ]/u.test(condition.name);
      if (t.given.length === 1 && isOfVariable && !given.has(t.name)) given.set(t.name, t);
      if (t.given.length === 0) given.delete(t.name);
    }
    if (t.kind === "entropy" || t.kind === "divergence")
      for (const side of [t.p, t.q]) if (side?.kind === "name") bare.add(side.name);
    for (const child of children(t)) visit(child);
  };
  terms.forEach(visit);
  return new Map([...given].filter(([name]) => bare.has(name)));
}

/** Q(· | x) for the Q of H(Q). */
export function asConditional(t: Term, name: string, { given }: CallTerm): Term {
  const put = (side: Term): Term =>
    side.kind === "name" && side.name === name
      ? { kind: "call", name, values: [{ kind: "blank", at: side.at }], given, at: side.at }
      : side;
  if (t.kind === "entropy") return { ...t, p: put(t.p), ...(t.q ? { q: put(t.q) } : {}) };
  return t.kind === "divergence" ? { ...t, p: put(t.p), q: put(t.q) } : t;
}

/** P of KL(P ‖ P_θ): compared with the family of its letter, it is none of it. */
export function apartFromFamilies(terms: readonly Term[]): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (t: Term): void => {
    if (t.kind === "divergence" || t.kind === "measure" || (t.kind === "entropy" && t.q)) {
      const [a, b] = [t.p, t.q];
      for (const [bare, other] of [
        [a, b],
        [b, a],
      ])
        if (bare?.kind === "name" && other?.kind === "call" && other.name === bare.name)
          names.add(bare.name);
    }
    for (const child of children(t)) visit(child);
  };
  terms.forEach(visit);
  return names;
}

/** The family of the letter by a name of its own. */
export const familyApart = (t: Term, name: string): Term =>
  t.kind === "call" && t.name === name && t.given.length > 0 ? { ...t, name: `${name}_θ` } : t;
