import { isSame, type Located, unfold } from "./unfold";

/** The terms that a sum adds up, through definitions; the term alone where it is no sum. */
export function addends(of: Located): readonly Located[] {
  const { term, site } = unfold(of.term, of.site);
  if (term.kind !== "binary" || term.operator !== "+") return [{ term, site }];
  return [...addends({ term: term.left, site }), ...addends({ term: term.right, site })];
}

/** What two sums do not share: each without the addends that the other has too. */
export function withoutCommon(
  a: readonly Located[],
  b: readonly Located[],
): readonly [readonly Located[], readonly Located[]] {
  const rest = [...b];
  const left = a.filter((term) => {
    const index = rest.findIndex((other) => isSame(term, other));
    if (index < 0) return true;
    rest.splice(index, 1);
    return false;
  });
  return [left, rest];
}
