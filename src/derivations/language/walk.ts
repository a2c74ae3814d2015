import { builtInDistributions } from "./lexicon";
import type { BinderTerm, Term } from "./term";

/** The terms directly below, in the order in which they are typed. */
export function children(term: Term): readonly Term[] {
  switch (term.kind) {
    case "number":
    case "name":
    case "blank":
      return [];
    case "negate":
    case "elementary":
    case "optimum":
      return [term.body];
    case "binary":
      return [term.left, term.right];
    case "extreme":
      return term.terms;
    case "call":
      return [...term.values, ...term.given];
    case "index":
      return [term.index];
    case "fold":
    case "integral":
      return [term.low, term.high, term.body];
    case "supportFold":
    case "expectation":
      return [term.over, term.body];
    case "limit":
      return [term.to, term.body];
    case "divergence":
      return [term.p, term.q];
    case "measure":
      return term.order ? [term.order, term.p, term.q] : [term.p, term.q];
    case "information":
      return [];
    case "cases":
      return [
        ...term.rows.flatMap(({ value, left, right }) => [value, left, right]),
        ...(term.otherwise ? [term.otherwise] : []),
      ];
    case "derivative":
      return [term.variable, term.body];
    case "entropy":
      return term.q ? [term.p, term.q] : [term.p];
  }
}

/** The same term with other terms below it. */
export function withChildren(term: Term, change: (child: Term) => Term): Term {
  switch (term.kind) {
    case "number":
    case "name":
    case "blank":
    case "information":
      return term;
    case "cases":
      return {
        ...term,
        rows: term.rows.map((row) => ({
          ...row,
          value: change(row.value),
          left: change(row.left),
          right: change(row.right),
        })),
        otherwise: term.otherwise && change(term.otherwise),
      };
    case "derivative": {
      const variable = change(term.variable);
      const isPlace = variable.kind === "name" || variable.kind === "index";
      return { ...term, variable: isPlace ? variable : term.variable, body: change(term.body) };
    }
    case "negate":
    case "elementary":
    case "optimum":
      return { ...term, body: change(term.body) };
    case "binary":
      return { ...term, left: change(term.left), right: change(term.right) };
    case "extreme":
      return { ...term, terms: term.terms.map(change) };
    case "call":
      return { ...term, values: term.values.map(change), given: term.given.map(change) };
    case "index":
      return { ...term, index: change(term.index) };
    case "fold":
    case "integral":
      return {
        ...term,
        low: change(term.low),
        high: change(term.high),
        body: change(term.body),
      };
    case "supportFold":
    case "expectation":
      return { ...term, over: change(term.over), body: change(term.body) };
    case "limit":
      return { ...term, to: change(term.to), body: change(term.body) };
    case "divergence":
      return { ...term, p: change(term.p), q: change(term.q) };
    case "measure":
      return {
        ...term,
        ...(term.order ? { order: change(term.order) } : {}),
        p: change(term.p),
        q: change(term.q),
      };
    case "entropy":
      return { ...term, p: change(term.p), ...(term.q ? { q: change(term.q) } : {}) };
  }
}

/** Kinds of term, binders aside, whose value costs a sum or an integral. */
export const workedOut: ReadonlySet<Term["kind"]> = new Set([
  "divergence",
  "entropy",
  "measure",
  "information",
  "derivative",
] as const);

export function isBinder(term: Term): term is BinderTerm {
  return "variable" in term && typeof term.variable === "string";
}

/** Every name the term takes from outside, functions and distributions included. */
export function freeNames(term: Term): ReadonlySet<string> {
  const names = new Set<string>();
  /** P(x) in the place of a distribution: x tells which variable, and is no value. */
  const visitSource = (t: Term, bound: ReadonlySet<string>): void => {
    if (t.kind !== "call") {
      visit(t, bound);
      return;
    }
    if (builtInDistributions.has(t.name)) {
      // N(θ, 1): what stands in its bracket are numbers, or distributions.
      for (const value of t.values) visitSource(value, bound);
    } else if (!bound.has(t.name)) names.add(t.name);
    for (const given of t.given) visit(given, bound);
  };
  const visit = (t: Term, bound: ReadonlySet<string>): void => {
    if (t.kind === "divergence" || t.kind === "entropy" || t.kind === "measure") {
      if (t.kind === "measure" && t.generator) names.add(t.generator);
      if (t.kind === "measure" && t.order) visit(t.order, bound);
      visitSource(t.p, bound);
      if (t.q) visitSource(t.q, bound);
      return;
    }
    if (t.kind === "expectation" || t.kind === "supportFold") {
      visitSource(t.over, bound);
      visit(t.body, new Set([...bound, t.variable]));
      return;
    }
    if ((t.kind === "name" || t.kind === "call" || t.kind === "index") && !bound.has(t.name)) {
      names.add(t.name);
    }
    if (isBinder(t)) {
      const inner = new Set([...bound, t.variable]);
      // The variable is known in the body, not in the limits.
      for (const child of children(t)) visit(child, child === t.body ? inner : bound);
    } else for (const child of children(t)) visit(child, bound);
  };
  visit(term, new Set());
  return names;
}

/** True where some term below, or this one, satisfies the test. */
export function contains(term: Term, test: (t: Term) => boolean): boolean {
  return test(term) || children(term).some((child) => contains(child, test));
}
