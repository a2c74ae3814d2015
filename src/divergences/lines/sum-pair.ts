import type { Distribution } from "../../distributions/distribution";
import { CompensatedSum } from "../../math/compensated-sum";
import type { Integral } from "../../math/integrate";
import type { LogTerm } from "./integrate-pair";

const mostTerms = 10_000_000;

/** Σ term(ln p, ln q) over the integers where p or q is positive. */
export function sumPair(p: Distribution, q: Distribution, term: LogTerm): Integral {
  const low = Math.min(p.support[0], q.support[0]);
  const high = Math.max(p.support[1], q.support[1]);
  const at = (x: number): number => term(p.logProb(x), q.logProb(x));
  const logAt = (x: number): number => logTerm(term, p.logProb(x), q.logProb(x));
  const centres = [p.quantile(0.5), q.quantile(0.5)];
  const bulk = [
    Math.min(...centres, p.quantile(1e-15), q.quantile(1e-15)),
    Math.max(...centres, finiteQuantile(p), finiteQuantile(q)),
  ] as const;
  if (!(bulk[1] - bulk[0] < mostTerms))
    return { value: Number.NaN, error: 0, magnitude: 0, converged: false };
  const sum = new CompensatedSum();
  for (let x = bulk[0]; x <= bulk[1]; x++) sum.add(at(x));
  let converged = true;
  for (const [start, step, end] of [
    [bulk[1] + 1, 1, high],
    [bulk[0] - 1, -1, low],
  ] as const) {
    converged = addTail(logAt, start, step, end, sum) && converged;
  }
  const value = sum.total;
  return { value, error: Math.abs(value) * 1e-14, magnitude: Math.abs(value), converged };
}

function finiteQuantile(p: Distribution): number {
  return Math.min(p.quantile(1 - 1e-15), p.support[1]);
}

/** ln of the term, which by homogeneity does not underflow with p and q; NaN where p/q leaves the doubles. */
function logTerm(term: LogTerm, logP: number, logQ: number): number {
  const top = Math.max(logP, logQ);
  if (top === Number.NEGATIVE_INFINITY) return top;
  const scaled = term(logP - top, logQ - top);
  const lost =
    scaled === Number.POSITIVE_INFINITY && Math.min(logP, logQ) > Number.NEGATIVE_INFINITY;
  return lost ? Number.NaN : top + Math.log(scaled);
}

/**
 * Adds terms outwards until a geometric bound on the rest is lost in rounding.
 *
 * The quotient of neighbours runs like c + b/x; terms that still rise where c > 1 will never stop: the sum is ∞.
 */
function addTail(
  logAt: (x: number) => number,
  start: number,
  step: number,
  end: number,
  sum: CompensatedSum,
): boolean {
  let before = Number.NEGATIVE_INFINITY;
  let earlier = Number.NaN; // the quotient 64 steps ago
  for (let x = start, count = 0; step * x <= step * end; x += step, count++) {
    const log = logAt(x);
    if (Number.isNaN(log)) return false;
    const term = Math.exp(log);
    sum.add(term);
    if (sum.high === Number.POSITIVE_INFINITY || log === Number.NEGATIVE_INFINITY) return true;
    const ratio = Math.exp(log - before);
    if (ratio < 1 && (term * ratio) / (1 - ratio) <= 1e-18 * sum.high) return true;
    if (count % 64 === 63) {
      const limit = (x * ratio - (x - 64 * step) * earlier) / (64 * step);
      if (ratio > 1 && limit > 1 + 1e-6) {
        sum.add(Number.POSITIVE_INFINITY);
        return true;
      }
      earlier = ratio;
    }
    if (count > mostTerms) return false;
    before = log;
  }
  return true;
}
