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
import { compileFold, compileSupportFold } from "./compile-fold";
import { compileOptimum } from "./compile-optimum";
import { compileScaled } from "./compile-scaled";
import { bind, type Cell, logOf, type Num, numberOf, type Site, type State } from "./context";
import { compileGuides } from "./guides";
import { integrateLine, type Measured, sumIntegers } from "./measure";
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

function compileIntegral(term: IntegralTerm, site: Site): Num {
  const cell: Cell = { value: Number.NaN };
  const low = numberOf(term.low, site);
  const high = numberOf(term.high, site);
  const inner = bind(site, term.variable, cell);
  const guides = compileGuides(term.body, term.variable, site);
  const isPositive = isNonnegative(term.body, inner);
  const body = isPositive ? logOf(term.body, inner) : numberOf(term.body, inner);
  const { state } = site.context;
  let careful: ReturnType<typeof compileScaled> | undefined;
  const g = isPositive
    ? (x: number, logJacobian: number): number => {
        cell.value = x;
        return Math.exp(body() + logJacobian);
      }
    : (x: number, logJacobian: number): number => {
        cell.value = x;
        const value = body();
        if (value === 0) return 0;
        if (Number.isFinite(value)) return value * Math.exp(logJacobian);
        careful ??= compileScaled(term.body, inner);
        return careful(logJacobian);
      };
  return () => {
    const near = guides();
    // An integral against the measure the densities are densities of: for probabilities, counting.
    if (near.some((d) => d.kind === "discrete")) {
      return sumIntegers((x) => g(x, 0), low(), high(), near).value;
    }
    return settled(integrateLine(g, low(), high(), near, state.quality), state);
  };
}

/** The value; what the quadrature leaves open goes into the state. */
function settled({ value, noise = 0 }: Measured, state: State): number {
  if (noise > state.noise && Number.isFinite(value)) state.noise = noise;
  return value;
}

function compileExpectation(term: ExpectationTerm, site: Site): Num {
  const cell: Cell = { value: Number.NaN };
  const over = compileDistribution(term.over, site, term.variable);
  const inner = bind(site, term.variable, cell);
  const guides = compileGuides(term.body, term.variable, site);
  const isPositive = isNonnegative(term.body, inner);
  const body = isPositive ? logOf(term.body, inner) : numberOf(term.body, inner);
  const { state } = site.context;
  let careful: ReturnType<typeof compileScaled> | undefined;
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
          const logWeight = p.logProb(x) + logJacobian;
          if (logWeight === Number.NEGATIVE_INFINITY) return 0;
          const weight = Math.exp(logWeight);
          cell.value = x;
          const value = weight === 0 ? 0 : weight * body();
          if (weight > 0 && Number.isFinite(value)) return value;
          careful ??= compileScaled(term.body, inner);
          const scaled = careful(logWeight);
          return weight === 0 && Number.isNaN(scaled) ? 0 : scaled;
        };
    const [low, high] = p.support;
    return p.kind === "discrete"
      ? sumIntegers((x) => g(x, 0), low, high, [p]).value
      : settled(integrateLine(g, low, high, [p, ...guides()], state.quality), state);
  };
}
