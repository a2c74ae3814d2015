import type { Term } from "../language/term";
import { textTerm } from "../language/text-term";
import { freeNames, isBinder, withChildren } from "../language/walk";
import type { Side } from "./side";

/** p_i = …: what an entry of an array is, at any place. */
export interface EntryMeaning {
  readonly name: string;
  readonly index: string;
  readonly body: Term;
}

/** p[i] on the left, and an expression in i and other arrays on the right. */
export function entryMeaning(left: Term | undefined, right: Term): EntryMeaning | undefined {
  if (left?.kind !== "index" || left.index.kind !== "name") return undefined;
  const names = freeNames(right);
  return names.has(left.name) || !names.has(left.index.name)
    ? undefined
    : { name: left.name, index: left.index.name, body: right };
}

/** A side with the entries of arrays put in that other rows define. */
export function entriesMeant(side: Side, meanings: readonly EntryMeaning[]): Side {
  if (!side.term || meanings.length === 0) return side;
  const put = (t: Term): Term => {
    const own = meanings.find(({ name }) => t.kind === "index" && t.name === name);
    return own && t.kind === "index" ? at(own, put(t.index)) : withChildren(t, put);
  };
  const term = put(side.term);
  const expression = textTerm(term);
  return expression === textTerm(side.term) ? side : { ...side, term, expression };
}

/** The meaning at a place; its own sums count with letters that the place does not have. */
function at({ index, body }: EntryMeaning, place: Term): Term {
  const taken = new Set([...freeNames(place), ...freeNames(body), index]);
  const put = (t: Term, from: string, to: Term): Term => {
    if (t.kind === "name" && t.name === from) return to;
    if (isBinder(t) && t.variable === from) return t;
    return withChildren(t, (child) => put(child, from, to));
  };
  const renamed = (t: Term): Term => {
    const inner = withChildren(t, renamed);
    if (!isBinder(inner) || !taken.has(inner.variable)) return inner;
    const fresh = [..."jkluvw"].find((letter) => !taken.has(letter)) ?? inner.variable;
    const name: Term = { kind: "name", name: fresh, at: inner.at };
    return { ...inner, variable: fresh, body: put(inner.body, inner.variable, name) } as Term;
  };
  return put(renamed(body), index, place);
}
