import type { ReadingLink } from "../../../src/derivations";
import type { Term } from "../../../src/derivations/language/term";
import { children } from "../../../src/derivations/language/walk";
import { readSide } from "../../../src/derivations/worlds/read-side";

/**
 * True where the sides that were read are those of `reading`, as trees, up to names, to the order of addends and factors,
 * and to a first side that only one of the two has, or that is a mere name or outside the language in one of them.
 */
export function hasSameStructure(
  chains: readonly (readonly ReadingLink[])[],
  reading: string,
): boolean {
  const own = chains.flat().map(({ expression }) => structureOf(expression));
  const due = sidesOf(reading).map(structureOf);
  const isEqual = (a: readonly string[], b: readonly string[]): boolean =>
    a.length > 0 && a.join("\n") === b.join("\n");
  const isSupplied = [own[0], due[0]].some(
    (side = "") => side === "•" || side.startsWith("unread"),
  );
  if (isSupplied && isEqual(own.slice(1), due.slice(1))) return true;
  return isEqual(own, due) || isEqual(own.slice(1), due) || isEqual(own, due.slice(1));
}

/** The sides of relations outside brackets. */
function sidesOf(text: string): string[] {
  const sides = [""];
  let depth = 0;
  for (const c of text) {
    if (/[([{]/.test(c)) depth++;
    if (/[)\]}]/.test(c)) depth--;
    if (depth === 0 && /[=≤≥≈<>≠∝;]/.test(c)) sides.push("");
    else sides[sides.length - 1] += c;
  }
  return sides.map((side) => side.replace(/:$/, "").trim()).filter((side) => side !== "");
}

function structureOf(expression: string): string {
  const term = readSide(expression);
  return term ? canonical(term) : `unread ${expression.replace(/\s/g, "")}`;
}

function canonical(term: Term): string {
  switch (term.kind) {
    case "number":
      return String(term.value);
    case "name":
    case "blank":
      return "•";
    case "negate":
    case "binary":
      return arithmetic(term);
    case "elementary":
      return `${term.name}(${canonical(term.body)})`;
    default: {
      const operator = "operator" in term ? term.operator : "";
      const own = term.kind === "measure" ? term.name : operator;
      return `${term.kind} ${own}(${children(term).map(canonical).join(", ")})`;
    }
  }
}

function arithmetic(term: Term): string {
  if (term.kind === "binary" && term.operator === "^")
    return `(${canonical(term.left)})^(${canonical(term.right)})`;
  const isSum = term.kind === "binary" && /[+-]/.test(term.operator);
  const parts = (isSum ? addends(term, "") : factors(term, "")).sort();
  return `${isSum ? "sum" : "product"}(${parts.join(", ")})`;
}

function addends(term: Term, sign: string): string[] {
  const other = sign === "" ? "-" : "";
  if (term.kind === "negate") return addends(term.body, other);
  if (term.kind === "binary" && /[+-]/.test(term.operator))
    return [
      ...addends(term.left, sign),
      ...addends(term.right, term.operator === "-" ? other : sign),
    ];
  return [sign + canonical(term)];
}

function factors(term: Term, mark: string): string[] {
  const other = mark === "" ? "1/" : "";
  if (term.kind === "negate") return ["-1", ...factors(term.body, mark)];
  if (term.kind === "binary" && /[*/]/.test(term.operator))
    return [
      ...factors(term.left, mark),
      ...factors(term.right, term.operator === "/" ? other : mark),
    ];
  return [mark + canonical(term)];
}
