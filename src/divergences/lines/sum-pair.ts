import type { Distribution } from "../../distributions/distribution";
import { integerMarks, isSmooth } from "../../distributions/integer-marks";
import { sumIntegers } from "../../math/integrals/sum-integers";
import type { LogTerm } from "./log-term";
import type { PairIntegral } from "./pair-integral";
import { PairRatio } from "./pair-ratio";

const { NEGATIVE_INFINITY, POSITIVE_INFINITY } = Number;

/** A support of no more integers is summed by itself, and what lies outside of it by the tails of the other. */
const few = 100_000;

export interface SumPairOptions {
  /** Integers beside those of p and q about which the terms are great. */
  readonly marks?: readonly number[];
  /** ln of the term, where that is known better than by the term. */
  readonly logTerm?: (logP: number, logQ: number) => number;
}

/** Σ term(ln p, ln q) over the integers where p or q is positive; Infinity where the terms rise for ever. */
export function sumPair(
  p: Distribution,
  q: Distribution,
  term: LogTerm,
  { marks: more = [], logTerm: known }: SumPairOptions = {},
): PairIntegral {
  const [low, high] = [Math.min(p.support[0], q.support[0]), Math.max(p.support[1], q.support[1])];
  const ratio = new PairRatio(p, q);
  const at = (k: number): number => {
    const [logP, logQ] = [p.logProb(k), q.logProb(k)];
    return term(logP, logQ, ratio.at(k, logP, logQ));
  };
  const logTerm = (k: number): number => {
    const [logP, logQ] = [p.logProb(k), q.logProb(k)];
    if (known) return known(logP, logQ);
    const top = Math.max(logP, logQ);
    if (top === NEGATIVE_INFINITY) return top;
    // By homogeneity it does not underflow with p and q.
    return top + logOfTerm(term, ratio.at(k, logP, logQ), logP - top, logQ - top);
  };
  const marks = [...integerMarks(p), ...integerMarks(q), ...more];
  const smooth = isSmooth(p) && isSmooth(q);
  const [narrow, wide] =
    p.support[1] - p.support[0] < q.support[1] - q.support[0] ? [p, q] : [q, p];
  const [from, to] = narrow.support;
  const isPart = !smooth && to - from < few && (from > low || to < high);
  const ends = isPart ? ([from, to] as const) : ([low, high] as const);
  const sum = sumIntegers(at, ...ends, marks, { smooth, logTerm });
  const each =
    narrow === p
      ? term(NEGATIVE_INFINITY, 0, NEGATIVE_INFINITY)
      : term(0, NEGATIVE_INFINITY, POSITIVE_INFINITY);
  const rest = isPart ? outside(wide, ends, each) : 0;
  const total = { ...sum, value: sum.value + rest, magnitude: sum.magnitude + rest, guessed: 0 };
  if (total.value !== POSITIVE_INFINITY || sum.diverges) return total;
  return { ...total, converged: true };
}

/**
 * ln |term| where the greater of p and q is 1. Where p/q = e^u is so far from 1 that the term overflows, it is continued
 * from where it does not, as a power of p/q: only a mass that the other lacks makes it infinite.
 */
function logOfTerm(term: LogTerm, u: number, logP: number, logQ: number): number {
  const log = Math.log(Math.abs(term(logP, logQ, u)));
  if (log !== POSITIVE_INFINITY || !Number.isFinite(u)) return log;
  const at = (v: number): number => Math.log(Math.abs(term(Math.min(0, v), Math.min(0, -v), v)));
  let far = u;
  let last = log;
  while (last === POSITIVE_INFINITY && Math.abs(far) > 1) {
    far /= 2;
    last = at(far);
  }
  if (!Number.isFinite(last)) return log;
  return last + ((last - at(far / 2)) / (far / 2)) * (u - far);
}

/** What the mass of d outside [from, to] counts, where the other has none. */
function outside(d: Distribution, [from, to]: readonly [number, number], each: number): number {
  const above = d.survival?.(to) ?? 1 - d.cdf(to);
  const mass = d.cdf(from - 1) + above;
  return mass === 0 ? 0 : mass * each;
}
