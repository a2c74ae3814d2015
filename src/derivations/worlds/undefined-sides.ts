import { constantNamed } from "../language/lexicon";
import type { Term } from "../language/term";
import { textTerm } from "../language/text-term";
import { children, contains, freeNames } from "../language/walk";
import { headOf, mentioned } from "./defined-by-chains";
import type { Remarks } from "./remarks";
import type { Side } from "./side";
import { type Meanings, meaningsBeside, withMeanings } from "./unknown-parts";
import { withoutSides } from "./without-sides";

/** … = L at the end of a chain gives what stands before it a name. */
export function withoutNamedEnd(
  row: readonly Side[],
  all: readonly Term[],
  said: Remarks,
): readonly Side[] {
  const last = row[row.length - 1];
  if (row.length < 2 || !last.term) return row;
  const head = headOf(last.term);
  if (!head || /^[pPqQ](_|$)/.test(head.name)) return row;
  const isElsewhere = all.filter((term) => mentioned(term).has(head.name)).length > 1;
  if (isElsewhere || last.relation !== "=") return row;
  said.add("named", last.expression);
  return row.slice(0, -1);
}

export function besideEachOther(
  row: readonly Side[],
  all: readonly Term[],
  said: Remarks,
): readonly Side[] {
  const result = [...row];
  const own = row.flatMap(({ term }) => (term ? [term] : []));
  const known = new Set<string>();
  for (const term of all) if (!own.includes(term)) for (const n of mentioned(term)) known.add(n);
  for (let i = 0; i + 1 < result.length; i++) {
    for (const [a, b] of [
      [i, i + 1],
      [i + 1, i],
    ]) {
      const [one, two] = [result[a].term, result[b].term];
      if (!one || !two || result[i + 1].relation !== "=") continue;
      const found = meaningsBeside(
        one,
        two,
        (name) => /^[\p{Ll}\p{Lu}]/u.test(name) && isPart(one, name),
      );
      if (found.size === 0) continue;
      for (const [name, meaning] of found) said.add("meaning", name, textTerm(meaning));
      for (const [k, side] of result.entries()) result[k] = meant(side, found);
    }
  }
  return result;
}

/** A name that is only a value: neither applied to a bound variable nor a distribution. */
function isPart(term: Term, name: string): boolean {
  return !/^[pPqQ](_|$)/.test(name) && headOf(term)?.name !== name;
}

/** Sides with an objective that nothing defines, V(D, G), L(θ), or a bare name, can be compared with nothing. */
export function withoutUnknown(
  row: readonly Side[],
  defined: ReadonlySet<string>,
  said: Remarks,
): readonly (readonly Side[])[] {
  if (row.length < 2) return [row];
  const isObjective = (t: Term): boolean =>
    t.kind === "call" &&
    t.given.length === 0 &&
    /^[VLJUQ](_|$)/.test(t.name) &&
    t.values.length > 0 &&
    t.values.every((v) => v.kind === "name" && /^([A-Z]|[θφψω])/.test(v.name)) &&
    !defined.has(t.name);
  const isLeftOut = (side: Side): boolean => {
    const { term } = side;
    if (!term) return false;
    return (
      contains(term, isObjective) ||
      contains(term, isOfEstimator) ||
      isOnlyName(term, side, row, defined) ||
      hasUntoldName(term, side, row, defined)
    );
  };
  const unknown = row.filter(isLeftOut);
  if (unknown.length === 0) return [row];
  said.add("unknown", unknown.map(({ expression }) => expression).join(", "));
  if (unknown.length === row.length) return [row.slice(0, 1)];
  return withoutSides(row, isLeftOut);
}

/** Var of θ̂ and the like: an estimator is a function of a sample that the formula does not show. */
const isOfEstimator = (t: Term): boolean =>
  t.kind === "expectation" && t.body.kind === "name" && /_hat$/.test(t.body.name);

/** L_N of I ≥ log N − L_N, a score, TV without its distributions: a loss, or a word, that nothing else tells and no number stands for. */
function hasUntoldName(
  term: Term,
  side: Side,
  row: readonly Side[],
  defined: ReadonlySet<string>,
): boolean {
  const isUntold = (t: Term): boolean =>
    t.kind === "name" &&
    (/^L_[A-Za-z]/.test(t.name) || /^([a-z]{4,}|KL|D_KL|JSD?|TV|H2|BC)$/.test(t.name)) &&
    constantNamed(t.name) === undefined &&
    !defined.has(t.name) &&
    !row.some((other) => other !== side && other.term && mentioned(other.term).has(t.name));
  return contains(term, isUntold);
}

/** L(θ, φ, x) or ELBO between two sides: a name that nothing else tells. */
function isOnlyName(
  term: Term,
  side: Side,
  row: readonly Side[],
  defined: ReadonlySet<string>,
): boolean {
  if (term.kind !== "name" && !(term.kind === "call" && term.given.length === 0)) return false;
  const { name } = term;
  const isKnown = defined.has(name) || constantNamed(name) !== undefined;
  if (isKnown || !/^(L|J|U|V|F|C|Z|ELBO|ℓ|loss)(_|$)/i.test(name) || row.length < 3) return false;
  return !row.some((other) => other !== side && other.term && mentioned(other.term).has(name));
}

/**
 * A link by `=` is no claim where a function, or an array, stands on one side alone that nothing else says anything of:
 * it says what that function is. Against a plain number it is one, for every function.
 */
export function withoutOneSided(
  row: readonly Side[],
  all: readonly Term[],
  said: Remarks,
): readonly (readonly Side[])[] {
  const own = row.flatMap(({ term }) => (term ? [term] : []));
  const others = all.filter((term) => !own.includes(term));
  const parts: Side[][] = [];
  for (const [i, side] of row.entries()) {
    const last = parts[parts.length - 1];
    const before = row[i - 1]?.term;
    const name =
      side.relation === "=" && before && side.term
        ? (oneSided(before, side.term, others) ??
          oneSided(side.term, before, others) ??
          (areStrangers(before, side.term) ? row[i - 1].expression : undefined))
        : undefined;
    if (name !== undefined) said.add("oneSided", name);
    if (!last || name !== undefined) parts.push([{ ...side, relation: undefined }]);
    else last.push(side);
  }
  return parts;
}

/** log(P/(1 − P)) = θ x: numbers that are told apart by name on both sides are tied to each other by it. */
function areStrangers(left: Term, right: Term): boolean {
  const isOfNumbers = (t: Term): boolean =>
    !contains(
      t,
      (inner) =>
        !["number", "name", "negate", "binary", "elementary"].includes(inner.kind) &&
        !(inner.kind === "call" && inner.name === "transpose"),
    );
  const names = [left, right].map((side) =>
    [...freeNames(side)].filter((name) => name !== "transpose"),
  );
  return (
    isOfNumbers(left) &&
    isOfNumbers(right) &&
    names.every((own) => own.some((name) => constantNamed(name) === undefined)) &&
    !names[0].some((name) => names[1].includes(name))
  );
}

/** A function of `term` that neither `other` nor anything else mentions. */
function oneSided(term: Term, other: Term, others: readonly Term[]): string | undefined {
  if (!contains(other, (t) => t.kind !== "number" && t.kind !== "negate")) return undefined;
  const isTold = (name: string): boolean => [other, ...others].some((t) => mentioned(t).has(name));
  let found: string | undefined;
  const visit = (t: Term, bound: ReadonlySet<string>): void => {
    if (
      t.kind === "call" &&
      t.given.length === 0 &&
      !bound.has(t.name) &&
      /^[ABCFGKUVcgh](_|$)/.test(t.name) &&
      !isTold(t.name)
    )
      found ??= t.name;
    const inner =
      t.kind === "extreme" && t.terms[0].kind === "name"
        ? new Set([...bound, t.terms[0].name])
        : bound;
    for (const child of children(t)) visit(child, inner);
  };
  visit(term, new Set());
  return found;
}

/**
 * a ≥ sup_T g(T) says a ≥ g(T) for every T; with `=`, the supremum over functions would have to be found, and is not.
 */
export function withoutSuprema(row: readonly Side[], said: Remarks): readonly (readonly Side[])[] {
  const isSupremum = ({ term }: Side): boolean =>
    term?.kind === "extreme" &&
    term.terms.length === 2 &&
    term.terms[0].kind === "name" &&
    isFunctionOf(term.terms[1], term.terms[0].name);
  if (row.length < 2 || !row.some(isSupremum) || row.every(isSupremum)) return [row];
  const changed = row.map((side, i): Side => {
    const { term } = side;
    if (!isSupremum(side) || term?.kind !== "extreme") return side;
    const [moved, body] = term.terms;
    const before = i > 0 ? side.relation : undefined;
    const after = row[i + 1]?.relation;
    const isBound =
      term.operator === "max"
        ? (before === undefined || before === "≥") && (after === undefined || after === "≤")
        : (before === undefined || before === "≤") && (after === undefined || after === "≥");
    if (!isBound) return side;
    said.add("forEvery", moved.kind === "name" ? moved.name : "");
    return { ...side, term: body, expression: textTerm(body) };
  });
  const open = changed.filter(isSupremum);
  if (open.length === 0) return [changed];
  said.add("unknown", open.map(({ expression }) => expression).join(", "));
  return withoutSides(changed, isSupremum);
}

const isFunctionOf = (body: Term, name: string): boolean =>
  contains(body, (t) => t.kind === "call" && t.name === name && t.given.length === 0);

export function meant(side: Side, meanings: Meanings): Side {
  if (!side.term || meanings.size === 0) return side;
  const term = withMeanings(side.term, meanings);
  const expression = textTerm(term);
  return expression === textTerm(side.term) ? side : { ...side, term, expression };
}
