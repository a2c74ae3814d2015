import type { Distribution } from "../../distributions/distribution";
import type {
  ExpectationTerm,
  FoldTerm,
  IntegralTerm,
  OptimumTerm,
  SupportFoldTerm,
  Term,
} from "../language/term";
import { freeNames } from "../language/walk";
import { compileDistribution } from "./compile-distribution";
import { compileOptimum } from "./compile-optimum";
import { type Cell, type Site, bind, failKind, type Num, numberOf, logOf } from "./context";
import { compileGuides } from "./guides";
import { integrateLine, sumIntegers } from "./measure";
import { memo } from "./memo";
import { isNonnegative } from "./nonnegative";

type Binder = FoldTerm | SupportFoldTerm | IntegralTerm | ExpectationTerm | OptimumTerm;

/** Cells that a term's value depends on. */
export function cellsOf(term: Term, site: Site): Cell[] {
  const names = new Set(freeNames(term));
  for (const name of names) {
    const definition = site.context.definitions.get(name);
    if (definition) for (const inner of freeNames(definition.body)) names.add(inner);
  }
  return [...names].flatMap((name) => {
    const cell = site.bindings.get(name) ?? site.context.free.get(name);
    return cell ? [cell] : [];
  });
}

/** Compiles ∑, ∏, ∫, E, argmax and argmin; a value is remembered while nothing it depends on changes. */
export function compileBinder(term: Binder, site: Site): Num {
  return memo(cellsOf(term, site), site.context.state, compute(term, site));
}

/** ln ∏ as the sum of logarithms. */
export function compileBinderLog(term: FoldTerm | SupportFoldTerm, site: Site): Num {
  const log: Term = { kind: "elementary", name: "log", body: term.body, at: term.body.at };
  return compileBinder({ ...term, operator: "sum", body: log }, site);
}

function compute(term: Binder, site: Site): Num {
  switch (term.kind) {
    case "fold":
      return compileFold(term, site);
    case "supportFold":
      return compileSupportFold(term, site);
    case "integral":
      return compileIntegral(term, site);
    case "expectation":
      return compileExpectation(term, site);
    case "optimum":
      return compileOptimum(term, site);
  }
}

const smallest = 2.2250738585072014e-308;

/** Multiplies, and says in the state when the product is too small for doubles although no factor is 0. */
function accumulator(
  operator: "sum" | "product",
  site: Site,
): (values: Iterable<number>) => number {
  const { state } = site.context;
  return (values) => {
    if (operator === "sum") {
      let sum = 0;
      for (const value of values) sum += value;
      return sum;
    }
    let product = 1;
    let zero = false;
    for (const value of values) {
      product *= value;
      zero ||= value === 0;
    }
    if (!zero && Math.abs(product) < smallest) state.underflow = true;
    return product;
  };
}

function compileFold(term: FoldTerm, site: Site): Num {
  const cell: Cell = { value: Number.NaN };
  const low = numberOf(term.low, site);
  const high = numberOf(term.high, site);
  const body = numberOf(term.body, bind(site, term.variable, cell));
  const combine = accumulator(term.operator, site);
  if (term.operator === "sum") {
    return () => {
      const to = high();
      if (to === Number.POSITIVE_INFINITY) return combine(endless(low(), cell, body));
      let sum = 0;
      for (let i = low(); i <= to; i++) {
        cell.value = i;
        sum += body();
      }
      return sum;
    };
  }
  return () => {
    const to = high();
    const values: number[] = [];
    for (let i = low(); i <= to; i++) {
      cell.value = i;
      values.push(body());
    }
    return combine(values);
  };
}

/** Terms of an endless sum until they no longer count. */
function* endless(low: number, cell: Cell, body: Num): Iterable<number> {
  let magnitude = 0;
  let quiet = 0;
  for (let i = low; quiet < 8 && i < low + 1e6; i++) {
    cell.value = i;
    const value = body();
    magnitude += Math.abs(value);
    quiet = i > low + 32 && Math.abs(value) <= 1e-17 * magnitude ? quiet + 1 : 0;
    yield value;
  }
}

function compileSupportFold(term: SupportFoldTerm, site: Site): Num {
  const cell: Cell = { value: Number.NaN };
  const over = compileDistribution(term.over, site, term.variable);
  const body = numberOf(term.body, bind(site, term.variable, cell));
  const combine = accumulator(term.operator, site);
  const at = (x: number): number => {
    cell.value = x;
    return body();
  };
  return () => {
    const distribution = discrete(over(), term, site);
    const [low, high] = distribution.support;
    const inside = (x: number): boolean => distribution.prob(x) > 0;
    if (term.operator === "sum") {
      return sumIntegers((x) => (inside(x) ? at(x) : 0), low, high, [distribution]).value;
    }
    const values: number[] = [];
    for (let x = low; x <= high; x++) if (inside(x)) values.push(at(x));
    return combine(values);
  };
}

function discrete(d: Distribution, term: SupportFoldTerm, site: Site): Distribution {
  if (d.kind === "discrete") return d;
  throw failKind(
    site,
    term.over.at,
    `${d} 是连续的，∑ 只对离散分布；写 ∫(${term.variable}, -∞, ∞, …) 或 E(${term.variable} ~ P, …)`,
    `${d} is continuous and cannot be summed over; write ∫(${term.variable}, -∞, ∞, …)`,
  );
}

function compileIntegral(term: IntegralTerm, site: Site): Num {
  const cell: Cell = { value: Number.NaN };
  const low = numberOf(term.low, site);
  const high = numberOf(term.high, site);
  const inner = bind(site, term.variable, cell);
  const guides = compileGuides(term.body, term.variable, site);
  const isPositive = isNonnegative(term.body, inner);
  const body = isPositive ? logOf(term.body, inner) : numberOf(term.body, inner);
  const { state } = site.context;
  const g = isPositive
    ? (x: number, logJacobian: number): number => {
        cell.value = x;
        return Math.exp(body() + logJacobian);
      }
    : (x: number, logJacobian: number): number => {
        cell.value = x;
        const value = body();
        return value === 0 ? 0 : value * Math.exp(logJacobian);
      };
  return () => {
    const near = guides();
    // An integral against the measure the densities are densities of: for probabilities, counting.
    if (near.some((d) => d.kind === "discrete")) {
      return sumIntegers((x) => g(x, 0), low(), high(), near).value;
    }
    return integrateLine(g, low(), high(), near, state.quality).value;
  };
}

function compileExpectation(term: ExpectationTerm, site: Site): Num {
  const cell: Cell = { value: Number.NaN };
  const over = compileDistribution(term.over, site, term.variable);
  const inner = bind(site, term.variable, cell);
  const guides = compileGuides(term.body, term.variable, site);
  const isPositive = isNonnegative(term.body, inner);
  const body = isPositive ? logOf(term.body, inner) : numberOf(term.body, inner);
  const { state } = site.context;
  return () => {
    const p = over();
    const g = isPositive
      ? (x: number, logJacobian: number): number => {
          const log = p.logProb(x);
          if (log === Number.NEGATIVE_INFINITY) return 0;
          cell.value = x;
          return Math.exp(log + body() + logJacobian);
        }
      : (x: number, logJacobian: number): number => {
          const weight = Math.exp(p.logProb(x) + logJacobian);
          if (weight === 0) return 0;
          cell.value = x;
          return weight * body();
        };
    const [low, high] = p.support;
    return p.kind === "discrete"
      ? sumIntegers((x) => g(x, 0), low, high, [p]).value
      : integrateLine(g, low, high, [p, ...guides()], state.quality).value;
  };
}
