import { readTerm } from "../../../src/derivations/language/read-expression";
import type { Term } from "../../../src/derivations/language/term";
import { textTerm } from "../../../src/derivations/language/text-term";
import { children, withChildren } from "../../../src/derivations/language/walk";

/** Slips at one term: what may stand in its place. */
function slipsAt(term: Term, names: readonly string[]): readonly Term[] {
  const { at } = term;
  const number = (value: number): Term => ({ kind: "number", value, text: String(value), at });
  switch (term.kind) {
    case "divergence":
      return [{ ...term, p: term.q, q: term.p }];
    case "entropy":
      return term.q ? [{ ...term, p: term.q, q: term.p }] : [];
    case "negate":
      return [term.body];
    case "number":
      return [number(term.value + 1), ...(term.value === 2 ? [number(1)] : [])];
    case "binary": {
      const { left, right, operator } = term;
      if (operator === "+") return [left, right, { ...term, operator: "-" }];
      if (operator === "-")
        return [left, { ...term, operator: "+" }, { ...term, left: right, right: left }];
      if (operator === "/") return [left, { ...term, left: right, right: left }];
      if (operator === "*") return [left, right];
      return [left];
    }
    case "elementary":
      return term.name === "log" ? [term.body] : [];
    case "optimum":
      return [{ ...term, operator: term.operator === "argmax" ? "argmin" : "argmax" }];
    case "name":
    case "call":
      return names.filter((name) => name !== term.name).map((name): Term => ({ ...term, name }));
    default:
      return [];
  }
}

/** p for q and P for Q, P_data for P_G and back: letters that students take for each other. */
const mistaken: Readonly<Record<string, readonly string[]>> = {
  P: ["Q"],
  Q: ["P"],
  M: ["P"],
  p: ["q"],
  q: ["p"],
  σ_1: ["σ_2"],
  σ_2: ["σ_1"],
  μ_1: ["μ_2"],
  μ_2: ["μ_1"],
};

/** The term with one slip in it, in every place where one can be made. */
function slipped(term: Term): readonly Term[] {
  const names = term.kind === "name" || term.kind === "call" ? (mistaken[term.name] ?? []) : [];
  const inner = children(term).flatMap((_, place) => {
    const child = children(term)[place];
    return slipped(child).map((other) => {
      let seen = -1;
      return withChildren(term, (own) => (++seen === place ? other : own));
    });
  });
  return [...slipsAt(term, names), ...inner];
}

/**
 * An answer with one slip in it each: arguments of KL or of a cross entropy swapped, a sign lost or changed, p for q in one
 * place, a term, factor, divisor or logarithm dropped, a fraction upside down, a wrong number, max for min; the whole with
 * the other sign.
 */
export function mutationsOf(expression: string): readonly string[] {
  const term = readTerm(expression);
  const whole: Term = { kind: "negate", body: term, at: term.at };
  const texts = [...slipped(term), whole].map(textTerm);
  return [...new Set(texts)].filter((text) => text !== textTerm(term));
}
