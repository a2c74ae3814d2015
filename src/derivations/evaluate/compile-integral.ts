import type { LogScaledIntegrand } from "../../math/integrals/log-scaled-integrand";
import { isLineDistribution } from "../joints/is-line-distribution";
import type { IntegralTerm } from "../language/term";
import { integrateLine } from "../lines/integrate-line";
import { cellsOf } from "./cells-of";
import { compileGuides } from "./compile-guides";
import { compileScaled } from "./compile-scaled";
import { bind, type Cell, logOf, type Num, numberOf, type Site } from "./context";
import { compilePeaks } from "./peaks";
import { isNonnegative, rangeOf } from "./range-of";
import { settled } from "./settled";
import { sumOverSupports } from "./sum-over-supports";
import { tick } from "./tick";

/** ∫ against the measure the densities are densities of: for probabilities, counting. */
export function compileIntegral(term: IntegralTerm, site: Site): Num {
  const mass = massUpTo(term, site);
  if (mass) return mass;
  const range = [rangeOf(term.low, site)[0], rangeOf(term.high, site)[1]] as const;
  const cell: Cell = { value: Number.NaN, range };
  const low = numberOf(term.low, site);
  const high = numberOf(term.high, site);
  const inner = bind(site, term.variable, cell);
  const guides = compileGuides(term.body, term.variable, cell, inner);
  const peaks = compilePeaks(term.body, cell, inner, false);
  const isPositive = isNonnegative(term.body, inner);
  const body = isPositive ? logOf(term.body, inner) : numberOf(term.body, inner);
  const { state } = site.context;
  let careful: ReturnType<typeof compileScaled> | undefined;
  const g: LogScaledIntegrand = isPositive
    ? (x, logJacobian) => {
        tick(state);
        cell.value = x;
        return Math.exp(body() + logJacobian);
      }
    : (x, logJacobian) => {
        tick(state);
        cell.value = x;
        const value = body();
        if (value === 0) return 0;
        if (Number.isFinite(value)) return value * Math.exp(logJacobian);
        careful ??= compileScaled(term.body, inner);
        return careful(logJacobian);
      };
  return () => {
    const near = guides();
    const [from, to] = [low(), high()];
    const isNowhere = (x: number): boolean =>
      near.length > 0 && near.every((d) => d.logProb(x) === Number.NEGATIVE_INFINITY);
    // 0/0 where no density has any mass is not a value, and nothing is integrated there.
    const h: LogScaledIntegrand = (x, logJacobian) => {
      const value = g(x, logJacobian);
      return Number.isNaN(value) && isNowhere(x) ? 0 : value;
    };
    const tables = near.filter((d) => d.kind === "discrete");
    if (tables.length > 0) return sumOverSupports((x) => h(x, 0), from, to, tables);
    const marks = peaks.marks(Math.min(from, to), Math.max(from, to));
    const line = { low: from, high: to, guides: near, marks };
    return settled(integrateLine(h, line, state.quality), state);
  };
}

/**
 * ∫_{−∞}^x p(u) du of a distribution of the world, by its distribution function: as the inner of two integrals a
 * quadrature at each x would cost seconds where tails are heavy.
 */
function massUpTo({ low, high, body, variable }: IntegralTerm, site: Site): Num | undefined {
  const isFromStart = low.kind === "negate" && low.body.kind === "name" && low.body.name === "∞";
  const isOfVariable =
    body.kind === "call" &&
    body.given.length === 0 &&
    body.values.length === 1 &&
    body.values[0].kind === "name" &&
    body.values[0].name === variable;
  if (!isFromStart || !isOfVariable || cellsOf(high, site).length === 0) return undefined;
  if (site.bindings.has(body.name)) return undefined;
  const value = site.context.scope.get(body.name);
  if (!isLineDistribution(value) || value.kind === "discrete") return undefined;
  const end = numberOf(high, site);
  return () => {
    tick(site.context.state);
    return value.cdf(end());
  };
}
