import type { CasesTerm, Comparison } from "../language/term";
import { type Num, numberOf, type Site } from "./context";

const holds: Readonly<Record<Comparison, (a: number, b: number) => boolean>> = {
  "<": (a, b) => a < b,
  ">": (a, b) => a > b,
  "≤": (a, b) => a <= b,
  "≥": (a, b) => a >= b,
  "=": (a, b) => a === b,
  "≠": (a, b) => a !== b,
};

/** The first value whose condition holds; NaN where none does and nothing is said for all else. */
export function compileCases(term: CasesTerm, site: Site): Num {
  const rows = term.rows.map(({ value, relation, left, right }) => ({
    value: numberOf(value, site),
    left: numberOf(left, site),
    right: numberOf(right, site),
    test: holds[relation],
  }));
  const otherwise = term.otherwise ? numberOf(term.otherwise, site) : () => Number.NaN;
  return () => {
    const row = rows.find(({ left, right, test }) => test(left(), right()));
    return row ? row.value() : otherwise();
  };
}
