import type { Term } from "../language/term";
import { logOf, numberOf, type Site } from "./context";
import { isNonnegative } from "./range-of";
import { unfold } from "./unfold";

/** A term times e^shift. */
type Scaled = (shift: number) => number;

/**
 * A term of either sign times e^shift, with the exponent taken in where the term is a density or made of densities:
 * Q(x)/P(x) − 1 times a weight P(x) is then Q(x) − P(x) also where P(x) is below the least double. Slower than the
 * plain product, and wanted only where that overflows or is 0.
 */
export function compileScaled(typed: Term, typedAt: Site): Scaled {
  const { term, site } = unfold(typed, typedAt);
  if (isNonnegative(term, site)) {
    const log = logOf(term, site);
    // A weight that is 0, not only below the least double, wins over what is divided by it.
    return (shift) => (shift === Number.NEGATIVE_INFINITY ? 0 : Math.exp(log() + shift));
  }
  if (term.kind === "negate") {
    const body = compileScaled(term.body, site);
    return (shift) => -body(shift);
  }
  if (term.kind === "binary") {
    const { operator, left, right } = term;
    if (operator === "+" || operator === "-") {
      const [a, b] = [compileScaled(left, site), compileScaled(right, site)];
      return operator === "+" ? (shift) => a(shift) + b(shift) : (shift) => a(shift) - b(shift);
    }
    if (operator !== "^" && isNonnegative(right, site)) {
      const [a, log] = [compileScaled(left, site), logOf(right, site)];
      return operator === "*" ? (shift) => a(shift + log()) : (shift) => a(shift - log());
    }
    if (operator === "*" && isNonnegative(left, site)) {
      const [log, b] = [logOf(left, site), compileScaled(right, site)];
      return (shift) => b(shift + log());
    }
  }
  const value = numberOf(term, site);
  return (shift) => {
    const v = value();
    return v === 0 || shift === Number.NEGATIVE_INFINITY ? 0 : v * Math.exp(shift);
  };
}
