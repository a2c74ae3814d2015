import type { Term } from "../language/term";
import { contains } from "../language/walk";
import type { Remarks } from "./remarks";
import type { Side } from "./side";

/**
 * A chain whose end is an example in numbers, in two: the numbers are no claim about every distribution. Among
 * themselves they are compared with the allowance of the digits they are printed with.
 */
export function numericParts(row: readonly Side[], said: Remarks): readonly (readonly Side[])[] {
  const start = row.findIndex(
    ({ term, relation }, i) =>
      i > 0 && term !== undefined && isExample(term) && !isClaim(row, i, relation),
  );
  if (start < 0 || !row.slice(0, start).some(({ term }) => term && !isNumeric(term))) return [row];
  const rest = row.slice(start);
  said.add("example");
  const general = row.slice(0, start);
  const parts: (readonly Side[])[] = [general];
  if (rest.every(({ term }) => term !== undefined && isNumeric(term)))
    parts.push(...rest.slice(1).map((side, i) => difference(rest[i], side, said)));
  return parts;
}

const isNumeric = (term: Term): boolean =>
  !contains(term, (t) => !["number", "negate", "binary", "elementary"].includes(t.kind));

/** ≤ 0.9 bounds every distribution, and so does = 1.5 that nothing follows: no steps of an example lead there. */
function isClaim(row: readonly Side[], index: number, relation: Side["relation"]): boolean {
  const { term } = row[index];
  const isBare =
    term?.kind === "number" || (term?.kind === "negate" && term.body.kind === "number");
  return relation !== "=" || (isBare && index === row.length - 1);
}

/** Only numbers, and some of them measured ones: 0.7·0.36, or several logarithms of numbers. */
function isExample(term: Term): boolean {
  return isNumeric(term) && contains(term, (t) => t.kind === "number" && t.text.includes("."));
}

function difference(left: Side, right: Side, said: Remarks): readonly Side[] {
  const digits = [...right.expression.matchAll(/\d+\.(\d+)/g)].map(([, tail]) => tail.length);
  const places = Math.min(...digits, 6);
  const isExact =
    digits.length === 0 || Math.abs(numberOf(left.term) - numberOf(right.term)) < 1e-12;
  if (isExact) return [{ ...left, relation: undefined }, right];
  const allowed = `${0.5 * 10 ** -places}`;
  said.add("rounding", allowed);
  const expression = `abs((${left.expression}) - (${right.expression}))`;
  return [
    { relation: undefined, expression, term: undefined },
    { relation: "≤", expression: allowed, term: undefined },
  ];
}

/** The value of a term of numbers alone. */
function numberOf(term: Term | undefined): number {
  if (term?.kind === "number") return term.value;
  if (term?.kind === "negate") return -numberOf(term.body);
  if (term?.kind === "elementary") {
    const x = numberOf(term.body);
    return { log: Math.log, log2: Math.log2, exp: Math.exp, sqrt: Math.sqrt, abs: Math.abs }[
      term.name as "log"
    ]?.(x);
  }
  if (term?.kind !== "binary") return Number.NaN;
  const [a, b] = [numberOf(term.left), numberOf(term.right)];
  return { "+": a + b, "-": a - b, "*": a * b, "/": a / b, "^": a ** b }[term.operator];
}
