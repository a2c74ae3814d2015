import type { LogScaledIntegrand } from "../../math/integrals/log-scaled-integrand";
import type { ExpectationTerm } from "../language/term";
import { integrateLine } from "../lines/integrate-line";
import { sumAround } from "../lines/sum-around";
import { compileDistribution } from "./compile-distribution";
import { compileGuides } from "./compile-guides";
import { compileScaled } from "./compile-scaled";
import { bind, type Cell, logOf, type Num, numberOf, type Site } from "./context";
import { compilePeaks } from "./peaks";
import { isNonnegative, rangeOfSource } from "./range-of";
import { settled } from "./settled";
import { tick } from "./tick";

/** E(x ~ P, f(x)): a sum or an integral of P·f; where P is 0, f is not asked. */
export function compileExpectation(term: ExpectationTerm, site: Site): Num {
  const cell: Cell = { value: Number.NaN, range: rangeOfSource(term.over, site) };
  const over = compileDistribution(term.over, site, term.variable);
  const inner = bind(site, term.variable, cell);
  const guides = compileGuides(term.body, term.variable, cell, inner);
  const peaks = compilePeaks(term.body, cell, inner, true);
  const isPositive = isNonnegative(term.body, inner);
  const body = isPositive ? logOf(term.body, inner) : numberOf(term.body, inner);
  const { state } = site.context;
  let careful: ReturnType<typeof compileScaled> | undefined;
  return () => {
    const p = over();
    const g: LogScaledIntegrand = isPositive
      ? (x, logJacobian) => {
          tick(state);
          const log = p.logProb(x);
          if (log === Number.NEGATIVE_INFINITY) return 0;
          cell.value = x;
          return Math.exp(log + body() + logJacobian);
        }
      : (x, logJacobian) => {
          tick(state);
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
    if (p.kind === "discrete") return sumAround((x) => g(x, 0), low, high, [p]).value;
    const marks = peaks.marks(low, high, (x) => p.logProb(x));
    const line = { low, high, guides: [p, ...guides()], marks };
    return settled(integrateLine(g, line, state.quality), state);
  };
}
