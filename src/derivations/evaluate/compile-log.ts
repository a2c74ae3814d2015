import { logAddExp } from "../../math/log-sum-exp";
import { softplus } from "../../math/sigmoid";
import type { BinaryTerm, Term } from "../language/term";
import { compileBinderLog } from "./compile-binder";
import { compileCall } from "./compile-call";
import { logOf, type Num, numberOf, type Site } from "./context";
import { isOverParameter } from "./is-over-parameter";
import { logOfDifference } from "./log-of-difference";
import { logOfShare } from "./log-of-share";
import { isNonnegative } from "./range-of";
import { unfold } from "./unfold";

/**
 * ln of a term, pushed inwards as far as signs allow: the logarithm of a density is its logProb, of a product a
 * sum, of 1 − P/(P + Q) that of Q/(P + Q), so that nothing is lost on the way to underflow or to rounding.
 */
export function compileLog(typed: Term, typedAt: Site): Num {
  const { term, site } = unfold(typed, typedAt);
  switch (term.kind) {
    case "call":
      return compileCall(term, site, true);
    case "fold":
    case "supportFold":
      if (term.operator === "product") return compileBinderLog(term, site);
      break;
    case "elementary":
      if (term.name === "exp") return numberOf(term.body, site);
      if (term.name === "abs") return compileLogAbs(term.body, site);
      if (term.name === "sigmoid") {
        const body = numberOf(term.body, site);
        return () => -softplus(-body());
      }
      if (term.name === "sqrt") {
        const body = logOf(term.body, site);
        return () => body() / 2;
      }
      break;
    case "extreme":
      if (!isOverParameter(term, site) && term.terms.every((t) => isNonnegative(t, site))) {
        const choose = Math[term.operator];
        const [first, ...others] = term.terms.map((t) => logOf(t, site));
        return others.reduce<Num>((a, b) => () => choose(a(), b()), first);
      }
      break;
    case "binary": {
      const found = logOfBinary(term, site);
      if (found) return found;
    }
  }
  return plainLog(term, site);
}

/** ln |term|. */
export function compileLogAbs(typed: Term, typedAt: Site): Num {
  const { term, site } = unfold(typed, typedAt);
  const of = (t: Term): Num => compileLogAbs(t, site);
  const isProduct = term.kind === "binary" && (term.operator === "*" || term.operator === "/");
  // A square is not negative though its factors may be: products are taken apart here, not by `logOf`.
  if (!isProduct && isNonnegative(term, site)) return logOf(term, site);
  if (term.kind === "negate") return of(term.body);
  if (term.kind === "elementary" && term.name === "exp") return numberOf(term.body, site);
  if (term.kind === "binary") {
    const { operator, left, right } = term;
    if (operator === "*" || operator === "/") {
      const [a, b] = [of(left), of(right)];
      return operator === "*" ? () => a() + b() : () => a() - b();
    }
    if (operator === "^") {
      const [base, exponent] = [of(left), numberOf(right, site)];
      return () => multiply(exponent(), base());
    }
    if (operator === "-" && isNonnegative(left, site) && isNonnegative(right, site)) {
      const { log } = logOfDifference({ term: left, site }, { term: right, site });
      return log(true);
    }
  }
  const value = numberOf(term, site);
  return () => Math.log(Math.abs(value()));
}

/** The sign of a term, from those of its factors: a product that under-flows has one too. */
function compileSign(typed: Term, typedAt: Site): Num {
  const { term, site } = unfold(typed, typedAt);
  if (isNonnegative(term, site)) return () => 1;
  if (term.kind === "negate") {
    const body = compileSign(term.body, site);
    return () => -body();
  }
  if (term.kind === "binary" && (term.operator === "*" || term.operator === "/")) {
    const [a, b] = [compileSign(term.left, site), compileSign(term.right, site)];
    return () => a() * b();
  }
  const value = numberOf(term, site);
  return () => Math.sign(value());
}

/** A factor 0 wins over the logarithm of 0: 0·log 0 = 0. */
export function multiply(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : a * b;
}

function logOfBinary(term: BinaryTerm, site: Site): Num | undefined {
  const { operator, left, right } = term;
  if (operator === "^") {
    const isEven = right.kind === "number" && right.value > 0 && right.value % 2 === 0;
    if (!isNonnegative(left, site) && !isEven) return undefined;
    // The square of a difference far below the least double has a logarithm all the same.
    const base = isNonnegative(left, site) ? logOf(left, site) : compileLogAbs(left, site);
    const exponent = numberOf(right, site);
    return () => multiply(exponent(), base());
  }
  const areBoth = isNonnegative(left, site) && isNonnegative(right, site);
  if (operator === "-") {
    return areBoth
      ? logOfDifference({ term: left, site }, { term: right, site }).log(false)
      : undefined;
  }
  if (!areBoth) {
    if (operator === "+") return undefined;
    // Of unknown signs: the logarithm of the sizes, where the signs are equal.
    const [sign, log] = [compileSign(term, site), compileLogAbs(term, site)];
    return () => (sign() < 0 ? Number.NaN : log());
  }
  const a = logOf(left, site);
  const b = logOf(right, site);
  if (operator === "*") {
    return () => {
      const [x, y] = [a(), b()];
      // P·(Q/P) where P is 0: the weight 0 wins over what is divided by it.
      return x === Number.NEGATIVE_INFINITY || y === Number.NEGATIVE_INFINITY
        ? Number.NEGATIVE_INFINITY
        : x + y;
    };
  }
  if (operator === "+") return () => logAddExp(a(), b());
  let share: Num | undefined;
  return () => {
    const value = a() - b();
    if (!Number.isNaN(value)) return value;
    // u/(1 + u) of an infinite u is 1.
    share ??= logOfShare({ term: left, site }, { term: right, site }) ?? (() => Number.NaN);
    return share();
  };
}

/** The logarithm of the value; says so where a 0 may be mere rounding. */
function plainLog(term: Term, site: Site): Num {
  const value = numberOf(term, site);
  const { state } = site.context;
  const mayRound = !isNonnegative(term, site);
  return () => {
    const x = value();
    if (x === 0 && mayRound) state.rounded = true;
    return Math.log(x);
  };
}
