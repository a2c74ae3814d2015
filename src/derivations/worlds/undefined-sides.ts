import type { Term } from "../language/term";
import { textTerm } from "../language/text-term";
import { contains } from "../language/walk";
import { headOf, mentioned } from "./defined-by-chains";
import type { Remarks } from "./remarks";
import type { Side } from "./side";
import { type Meanings, meaningsBeside, withMeanings } from "./unknown-parts";

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

/** Sides with an objective that nothing defines, V(D, G) or L(θ), can be compared with nothing. */
export function withoutUnknown(
  row: readonly Side[],
  defined: ReadonlySet<string>,
  said: Remarks,
): readonly Side[] {
  if (row.length < 2) return row;
  const isUnknown = (t: Term): boolean =>
    t.kind === "call" &&
    t.given.length === 0 &&
    /^[VLJUQ](_|$)/.test(t.name) &&
    t.values.length > 0 &&
    t.values.every((v) => v.kind === "name" && /^([A-Z]|[θφψω])/.test(v.name)) &&
    !defined.has(t.name);
  const known = row.filter(({ term }) => !term || !contains(term, isUnknown));
  if (known.length === row.length) return row;
  said.add(
    "unknown",
    row
      .filter((side) => !known.includes(side))
      .map(({ expression }) => expression)
      .join(", "),
  );
  if (known.length === 0) return row.slice(0, 1);
  return known.map((side, i) => (i === 0 ? { ...side, relation: undefined } : side));
}

export function meant(side: Side, meanings: Meanings): Side {
  if (!side.term || meanings.size === 0) return side;
  const term = withMeanings(side.term, meanings);
  const expression = textTerm(term);
  return expression === textTerm(side.term) ? side : { ...side, term, expression };
}
