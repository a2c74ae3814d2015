import { logAddExp } from "../../math/log-sum-exp";
import { log1mexp } from "../../math/log1mexp";
import { softplus } from "../../math/sigmoid";
import { isLineDistribution } from "../joints/is-line-distribution";
import { addends, withoutCommon } from "./addends";
import { logOf, type Num, numberOf } from "./context";
import { isNonnegative } from "./range-of";
import { isArray } from "./resolve";
import { isSettledEqual } from "./settled";
import { isCheap, type Located, unfold } from "./unfold";

/** ln of a difference of two terms that are not negative, or of its absolute value. */
interface Difference {
  log(isAbsolute: boolean): Num;
}

const isOne = ({ term }: Located): boolean => term.kind === "number" && term.value === 1;

/** ln(first − second), by what the two do not share. */
export function logOfDifference(first: Located, second: Located): Difference {
  const a = unfold(first.term, first.site);
  const b = unfold(second.term, second.site);
  const exact = isOne(a) ? complement(b) : undefined;
  if (exact) return { log: () => exact };
  const whole = addends(a);
  const part = addends(b);
  const [more, less] = withoutCommon(whole, part);
  const isSum = (terms: readonly Located[]): boolean =>
    terms.every(({ term, site }) => isNonnegative(term, site));
  // Nothing is taken out where nothing is shared, nor of what may be negative.
  const isShared = more.length < whole.length && isSum(whole) && isSum(part);
  const one = isShared ? sumLog(more) : logOf(a.term, a.site);
  const two = isShared ? sumLog(less) : logOf(b.term, b.site);
  const { state } = a.site.context;
  const isWorkedOut = !isCheap(a.term, a.site) || !isCheap(b.term, b.site);
  const isExact =
    (isShared && (more.length === 0 || less.length === 0)) || (isGiven(a) && isGiven(b));
  return {
    log: (isAbsolute) => () => {
      const [x, y] = [one(), two()];
      if (isWorkedOut && isSettledEqual(x, y, state)) return Number.NEGATIVE_INFINITY;
      if (x === y) {
        // Equal to the last bit: whether the difference is 0 or less than rounding shows cannot be told.
        if (x !== Number.NEGATIVE_INFINITY && !isExact) state.rounded = true;
        return Number.NEGATIVE_INFINITY;
      }
      if (x < y) return isAbsolute ? y + log1mexp(x - y) : Number.NaN;
      return x + log1mexp(y - x);
    },
  };
}

/** True for an entry of a table or a plain number: nothing was rounded on the way to it. */
function isGiven({ term, site }: Located): boolean {
  if (term.kind === "number") return true;
  if (term.kind !== "call" || site.bindings.has(term.name)) return false;
  const value = site.context.scope.get(term.name);
  if (value === undefined || typeof value === "number") return false;
  return isLineDistribution(value) ? value.kind === "discrete" : isArray(value);
}

/** ln(t₁ + t₂ + …) of terms that are not negative; −∞ of none. */
function sumLog(terms: readonly Located[]): Num {
  const [first, ...others] = terms.map(({ term, site }) => logOf(term, site));
  if (!first) return () => Number.NEGATIVE_INFINITY;
  return others.reduce<Num>((a, b) => () => logAddExp(a(), b()), first);
}

/** ln(1 − term) without taking the difference: of a share that of the other shares, of 1 − a that of a. */
function complement({ term, site }: Located): Num | undefined {
  if (term.kind === "elementary" && term.name === "exp") {
    const body = numberOf(term.body, site);
    return () => {
      const u = body();
      return u <= 0 ? log1mexp(u) : Number.NaN;
    };
  }
  if (term.kind === "elementary" && term.name === "sigmoid") {
    const body = numberOf(term.body, site);
    return () => -softplus(body());
  }
  if (term.kind !== "binary") return undefined;
  if (term.operator === "-") {
    const isFromOne = isOne(unfold(term.left, site));
    return isFromOne && isNonnegative(term.right, site) ? logOf(term.right, site) : undefined;
  }
  if (term.operator !== "/") return undefined;
  const whole = addends({ term: term.right, site });
  const part = addends({ term: term.left, site });
  const [rest, over] = withoutCommon(whole, part);
  if (over.length > 0 || rest.length === whole.length) return undefined;
  if (!whole.every((t) => isNonnegative(t.term, t.site))) return undefined;
  const [above, below] = [sumLog(rest), sumLog(whole)];
  return () => above() - below();
}
