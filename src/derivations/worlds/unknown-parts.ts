import { builtInDistributions, constantNamed } from "../language/lexicon";
import type { CallTerm, Term } from "../language/term";
import { textTerm } from "../language/text-term";
import { children, isBinder, withChildren } from "../language/walk";
import { headOf, mentioned } from "./defined-by-chains";

/** Meanings of names, as terms: `r` ↦ p(x)/q(x). */
export type Meanings = ReadonlyMap<string, Term>;

/** A term with names put in for what they are short for; the variables in the meaning are those of the place. */
export function withMeanings(term: Term, meanings: Meanings): Term {
  const key = keyOf(term);
  const meaning = key === undefined ? undefined : meanings.get(key);
  if (meaning) return meaning;
  return withChildren(term, (child) => withMeanings(child, meanings));
}

/** Under which key the meaning of a name or of L(Q) is kept. */
export function keyOf(term: Term): string | undefined {
  return term.kind === "name" || term.kind === "call" ? textTerm(term) : undefined;
}

/**
 * What unknown names of one side must be for it to be the other: r of r − 1 − log r beside p/q − 1 − log(p/q), L(Q) of
 * L(Q) + KL beside ∫… + ∫…. A name counts as unknown where the other side does not have it and nothing else tells it.
 */
export function meaningsBeside(
  side: Term,
  other: Term,
  isUnknown: (name: string) => boolean,
): Meanings {
  const found = new Map<string, Term>();
  const known = mentioned(other);
  // α of α·KL beside β·KL, or beside (1 + β)·KL, is no name for the other number: the claim would hold whatever it says.
  const isMereNumber = (b: Term, key: string, isFactor: boolean): boolean =>
    b.kind === "number" ||
    b.kind === "name" ||
    (isFactor && isOfNumbers(b) && countOf(side, key) < 2);
  const visit = (a: Term, b: Term, isFactor: boolean): void => {
    const key = keyOf(a);
    const name = headOf(a)?.name;
    if (
      key !== undefined &&
      name !== undefined &&
      !known.has(name) &&
      constantNamed(name) === undefined &&
      isUnknown(name)
    ) {
      if (!found.has(key) && !isMereNumber(b, key, isFactor)) found.set(key, b);
      return;
    }
    if (a.kind !== b.kind) return;
    if (isBinder(a) && !(a.kind === "optimum" && b.kind === "optimum" && a.variable === b.variable))
      return;
    if (a.kind === "binary" && b.kind === "binary" && a.operator !== b.operator) return;
    if (a.kind === "elementary" && b.kind === "elementary" && a.name !== b.name) return;
    if (a.kind === "call" || a.kind === "index") return;
    const [first, second] = [children(a), children(b)];
    const isProduct = a.kind === "binary" && /^[*/]$/.test(a.operator);
    if (first.length === second.length) {
      for (const [i, t] of first.entries()) visit(t, second[i], isProduct);
    }
  };
  if (side.kind !== "name" && side.kind !== "call") visit(side, other, false);
  return found;
}

/** Numbers and names of numbers alone, no density and no divergence. */
const isOfNumbers = (term: Term): boolean =>
  term.kind === "number" ||
  term.kind === "name" ||
  ((term.kind === "binary" || term.kind === "negate" || term.kind === "elementary") &&
    children(term).every(isOfNumbers));

/** How often what has this key stands in a term. */
const countOf = (term: Term, key: string): number =>
  keyOf(term) === key ? 1 : children(term).reduce((count, child) => count + countOf(child, key), 0);

/** Foo of KL(Foo(a) ‖ Foo(b)): a family of which nothing is known, and for which no distribution may stand. */
export function unknownFamily(terms: readonly Term[]): string | undefined {
  const isUnknown = (t: Term | undefined): t is CallTerm =>
    t?.kind === "call" &&
    t.given.length === 0 &&
    /^\p{Lu}\p{Ll}+$/u.test(t.name) &&
    !builtInDistributions.has(t.name) &&
    t.values.every(({ kind }) => kind === "name" || kind === "number");
  for (const term of terms) {
    let found: string | undefined;
    const visit = (t: Term): void => {
      if (t.kind === "divergence" || t.kind === "measure" || t.kind === "entropy")
        for (const side of [t.p, t.q]) if (isUnknown(side)) found ??= side.name;
      for (const child of children(t)) visit(child);
    };
    visit(term);
    if (found !== undefined) return found;
  }
  return undefined;
}
