import { isLineDistribution } from "../joints/is-line-distribution";
import { isJoint } from "../joints/joint";
import { isJointOfMany } from "../joints/joint-of-many";
import { builtInDistributions } from "../language/lexicon";
import type { BinaryTerm, CallTerm, NameTerm, Term } from "../language/term";
import { addends } from "./addends";
import { isThunk, type Site } from "./context";
import { isOverParameter } from "./is-over-parameter";
import { isArray } from "./resolve";
import { isSame, unfold } from "./unfold";

/** Bounds that a value keeps. */
export type Range = readonly [low: number, high: number];

const inf = Number.POSITIVE_INFINITY;
const all: Range = [-inf, inf];
const positive: Range = [0, inf];
const unit: Range = [0, 1];

/** True where a term cannot be negative whatever its variables are, so that its logarithm may be taken apart. */
export const isNonnegative = (term: Term, site: Site): boolean => rangeOf(term, site)[0] >= 0;

/** Bounds of a term's value, from its form: not the narrowest, but certain. */
export function rangeOf(typed: Term, typedAt: Site): Range {
  const { term, site } = unfold(typed, typedAt);
  const of = (t: Term): Range => rangeOf(t, site);
  switch (term.kind) {
    case "number":
      return [term.value, term.value];
    case "name":
      return rangeOfName(term, site);
    case "call":
      return rangeOfCall(term, site);
    case "index":
      return rangeOfEntries(term.name, site);
    case "negate": {
      const [low, high] = of(term.body);
      return [-high, -low];
    }
    case "elementary":
      return rangeOfElementary(term.name, of(term.body));
    case "binary":
      return rangeOfBinary(term, site);
    case "extreme": {
      if (isOverParameter(term, site)) return of(term.terms[1]);
      const ranges = term.terms.map(of);
      const choose = Math[term.operator];
      return [choose(...ranges.map(([low]) => low)), choose(...ranges.map(([, high]) => high))];
    }
    case "fold":
    case "supportFold":
      return of(term.body)[0] >= 0 ? positive : all;
    case "expectation":
      return of(term.body);
    case "integral":
      return of(term.low)[1] <= of(term.high)[0] && of(term.body)[0] >= 0 ? positive : all;
    case "divergence":
    case "measure":
      return positive;
    case "cases": {
      const values = [
        ...term.rows.map(({ value }) => value),
        ...(term.otherwise ? [term.otherwise] : []),
      ];
      const ranges = values.map(of);
      return [Math.min(...ranges.map(([low]) => low)), Math.max(...ranges.map(([, high]) => high))];
    }
    default:
      return all;
  }
}

function rangeOfName({ name }: NameTerm, { context, bindings }: Site): Range {
  const binding = bindings.get(name);
  if (binding)
    return isThunk(binding) ? rangeOf(binding.term, binding.site) : (binding.range ?? all);
  const points = context.grid.get(name);
  if (points && !context.scope.has(name)) return [points[0], points[points.length - 1]];
  if (name === "m" && context.free.has(name)) return [1, inf];
  if (name === "π") return [Math.PI, Math.PI];
  if (name === "∞") return [inf, inf];
  const value = context.scope.get(name);
  return typeof value === "number" ? [value, value] : all;
}

function rangeOfCall({ name, given }: CallTerm, { context, bindings }: Site): Range {
  const value = bindings.has(name) ? undefined : context.scope.get(name);
  // N(x | μ, σ) is a density without a world.
  if (value === undefined && !bindings.has(name) && builtInDistributions.get(name) === given.length)
    return positive;
  if (value === undefined || typeof value === "number") return all;
  if (typeof value === "function") return given.length > 0 ? positive : all;
  if (isLineDistribution(value)) return value.kind === "discrete" ? unit : positive;
  if (isJoint(value)) return positive;
  if (isJointOfMany(value)) return unit;
  return isArray(value) ? unit : all;
}

function rangeOfEntries(name: string, { context, bindings }: Site): Range {
  if (bindings.has(name)) return all;
  const sample = context.samples.get(name);
  if (sample) return sample.from.support;
  const value = context.scope.get(name);
  if (value === undefined || typeof value === "number" || !isArray(value)) return all;
  const entries = Array.from(value);
  return [Math.min(...entries), Math.max(...entries)];
}

function rangeOfElementary(name: string, [low, high]: Range): Range {
  switch (name) {
    case "exp":
      return [Math.exp(low), Math.exp(high)];
    case "sqrt":
      return [Math.sqrt(Math.max(0, low)), Math.sqrt(Math.max(0, high))];
    case "abs":
      return low >= 0 ? [low, high] : [0, Math.max(-low, high)];
    case "sigmoid":
      return unit;
    case "softplus":
      return positive;
    case "logsigmoid":
      return [-inf, 0];
    case "tanh":
      return [-1, 1];
    case "log":
      return [low > 0 ? Math.log(low) : -inf, high > 0 ? Math.log(high) : inf];
    default:
      return all;
  }
}

function rangeOfBinary({ operator, left, right }: BinaryTerm, site: Site): Range {
  const [a, b] = [rangeOf(left, site), rangeOf(right, site)];
  const isSquare = (): boolean => isSame({ term: left, site }, { term: right, site });
  switch (operator) {
    case "+":
      return [sum(a[0], b[0], -inf), sum(a[1], b[1], inf)];
    case "-": {
      const low = holds(left, right, site) ? 0 : -inf;
      return [Math.max(low, sum(a[0], -b[1], -inf)), sum(a[1], -b[0], inf)];
    }
    case "*":
      if (a[0] >= 0 && b[0] >= 0) return [times(a[0], b[0], 0), times(a[1], b[1], inf)];
      if (isSquare()) return positive;
      return a[1] <= 0 && b[1] <= 0 ? positive : all;
    case "/":
      if (a[0] >= 0 && b[0] >= 0) {
        const most = holds(right, left, site) ? 1 : inf;
        return [ratio(a[0], b[1], 0), Math.min(most, ratio(a[1], b[0], inf))];
      }
      return all;
    default: {
      const isEven = right.kind === "number" && right.value % 2 === 0;
      return isEven || a[0] >= 0 ? positive : all;
    }
  }
}

const sum = (a: number, b: number, unknown: number): number =>
  Number.isNaN(a + b) ? unknown : a + b;
const times = (a: number, b: number, unknown: number): number =>
  Number.isNaN(a * b) ? unknown : a * b;
const ratio = (a: number, b: number, unknown: number): number =>
  Number.isNaN(a / b) ? unknown : a / b;

/** True where `part` is one of the addends of `whole`, and none of them is negative. */
function holds(whole: Term, part: Term, site: Site): boolean {
  const parts = addends({ term: whole, site });
  if (parts.length < 2) return false;
  if (!parts.every((p) => isNonnegative(p.term, p.site))) return false;
  return parts.some((p) => isSame(p, { term: part, site }));
}

/** Where the values of a distribution that the world gives lie; unknown for one with parameters. */
export function rangeOfSource(over: Term, { context, bindings }: Site): Range {
  if (over.kind !== "name" || bindings.has(over.name)) return all;
  const value = context.scope.get(over.name);
  if (isLineDistribution(value)) return value.support;
  return value !== undefined && typeof value === "object" && isArray(value)
    ? [0, value.length - 1]
    : all;
}
