import type { BinaryTerm, Term } from "../language/term";
import { bracket, type Printed } from "./printed";

/** Sums, products, quotients and powers, with the brackets that they need and no others. */
export function texBinary(
  { operator, left, right }: BinaryTerm,
  of: (t: Term) => Printed,
): Printed {
  const a = of(left);
  const b = of(right);
  /** On the left nothing may reach over what follows. */
  const first = (least: number): string => (a.level < least || a.open ? bracket(a.tex) : a.tex);
  const second = (least: number): string => (b.level < least ? bracket(b.tex) : b.tex);
  switch (operator) {
    case "+":
    case "-": {
      // A logarithm on the left of + is read as it is meant; a sum sign is not.
      const isLog = endsInLog(left);
      const one = a.open && !isLog ? bracket(a.tex) : a.tex;
      const needs = right.kind === "negate" || (operator === "-" && b.level === 1);
      const two = needs ? bracket(b.tex) : b.tex;
      return { tex: `${one} ${operator} ${two}`, level: 1, ...(b.open ? { open: true } : {}) };
    }
    case "*": {
      if (left.kind === "negate") {
        const product = texBinary(
          { kind: "binary", operator, left: left.body, right, at: left.at },
          of,
        );
        return { ...product, tex: `-${product.tex}`, level: 1 };
      }
      const dot = right.kind === "number" || startsWithDigit(b.tex) ? " \\cdot " : "\\,";
      return {
        tex: first(2) + dot + second(2),
        level: 2,
        ...(b.open && b.level >= 2 ? { open: true } : {}),
      };
    }
    case "/": {
      const isShort = right.kind === "number" || right.kind === "name";
      if ((left.kind === "fold" || left.kind === "supportFold") && isShort) {
        return { tex: `\\frac{1}{${b.tex}}${a.tex}`, level: 2, open: true };
      }
      return { tex: `\\frac{${a.tex}}{${b.tex}}`, level: 2 };
    }
    case "^": {
      const base = a.level < 4 || left.kind === "call" ? bracket(a.tex) : a.tex;
      const isStarred = left.kind === "name" && /[*′]/.test(left.name);
      return { tex: `${isStarred ? bracket(a.tex) : base}^{${b.tex}}`, level: 3 };
    }
  }
}

const startsWithDigit = (tex: string): boolean => /^\d/.test(tex);

/** True for a product or sum whose open end is a logarithm. */
function endsInLog(term: Term): boolean {
  if (term.kind === "elementary") {
    const isSum = term.body.kind === "fold" || term.body.kind === "supportFold";
    return (term.name === "log" || term.name === "log2") && !isSum;
  }
  if (term.kind === "negate") return endsInLog(term.body);
  return term.kind === "binary" && term.operator !== "/" && endsInLog(term.right);
}
