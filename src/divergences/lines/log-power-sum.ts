import type { Distribution } from "../../distributions/distribution";
import { CompensatedSum } from "../../math/compensated-sum";
import { breakpoints, integratePair } from "./integrate-pair";

const mostTerms = 5_000_000;
/** e^(−60) of the greatest term is lost in rounding. */
const lost = 60;

/**
 * ln Σ p^λ q^(1−λ) of two distributions on the line, in logarithms throughout: it may be far beyond what a double can
 * hold, either way. Infinity where the sum diverges, −Infinity where it is 0; NaN where it cannot be told.
 */
export function logPowerSum(p: Distribution, q: Distribution, order: number): number {
  if (p.kind !== q.kind) return order > 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const exponent = (logP: number, logQ: number): number => {
    if (logP === Number.NEGATIVE_INFINITY) return logP;
    if (logQ === Number.NEGATIVE_INFINITY) return order > 1 ? Number.POSITIVE_INFINITY : logQ;
    return order * logP + (1 - order) * logQ;
  };
  return p.kind === "discrete" ? ofCounts(p, q, exponent) : ofDensities(p, q, exponent, order);
}

type Exponent = (logP: number, logQ: number) => number;

function ofCounts(p: Distribution, q: Distribution, exponent: Exponent): number {
  const at = (k: number): number => exponent(p.logProb(k), q.logProb(k));
  const low = Math.min(p.quantile(1e-15), q.quantile(1e-15));
  const high = Math.max(p.quantile(1 - 1e-15), q.quantile(1 - 1e-15));
  if (!(high - low < mostTerms)) return Number.NaN;
  let top = Number.NEGATIVE_INFINITY;
  const exponents: number[] = [];
  const add = (e: number): void => {
    exponents.push(e);
    if (e > top) top = e;
  };
  for (let k = low; k <= high; k++) add(at(k));
  for (const [start, step] of [
    [high + 1, 1],
    [low - 1, -1],
  ] as const) {
    let before = at(start - step);
    for (let k = start, count = 0; ; k += step, count++) {
      const e = at(k);
      if (e === Number.POSITIVE_INFINITY) return e;
      // Outside the common support, or what is left falls faster than a geometric series of quotient e^(−1e-3).
      if (e === Number.NEGATIVE_INFINITY || (e < top - lost && e - before < -1e-3)) break;
      if (count > 20_000 && e >= before) return Number.POSITIVE_INFINITY; // rising for ever
      if (count > mostTerms) return Number.NaN;
      add(e);
      before = e;
    }
  }
  if (!Number.isFinite(top)) return top;
  const sum = new CompensatedSum();
  for (const e of exponents) if (e > top - 2 * lost) sum.add(Math.exp(e - top));
  return top + Math.log(sum.total);
}

function ofDensities(p: Distribution, q: Distribution, exponent: Exponent, order: number): number {
  let top = Number.NEGATIVE_INFINITY;
  for (const x of breakpoints(p, q)) {
    const e = exponent(p.logProb(x), q.logProb(x));
    if (Number.isFinite(e) && e > top) top = e;
  }
  if (top === Number.NEGATIVE_INFINITY) return Number.NaN;
  const { value, converged } = integratePair(p, q, (logP, logQ) =>
    Math.exp(exponent(logP, logQ) - top),
  );
  const impossible = order <= 1 && value === Number.POSITIVE_INFINITY; // it is 1 at most
  return converged && !impossible ? top + Math.log(value) : Number.NaN;
}
