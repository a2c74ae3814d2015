import type { Distribution } from "../../distributions/distribution";
import { integerMarks, isSmooth } from "../../distributions/integer-marks";
import { sumIntegers } from "../../math/integrals/sum-integers";
import type { LogTerm } from "./log-term";
import type { PairIntegral } from "./pair-integral";

/** Σ term(ln p, ln q) over the integers where p or q is positive; Infinity where the terms rise for ever. */
export function sumPair(p: Distribution, q: Distribution, term: LogTerm): PairIntegral {
  const low = Math.min(p.support[0], q.support[0]);
  const high = Math.max(p.support[1], q.support[1]);
  const at = (k: number): number => {
    const [logP, logQ] = [p.logProb(k), q.logProb(k)];
    return term(logP, logQ, logP === logQ ? 0 : logP - logQ);
  };
  const logTerm = (k: number): number => {
    const [logP, logQ] = [p.logProb(k), q.logProb(k)];
    const top = Math.max(logP, logQ);
    if (top === Number.NEGATIVE_INFINITY) return top;
    // By homogeneity it does not underflow with p and q.
    return top + Math.log(Math.abs(term(logP - top, logQ - top, logP - logQ)));
  };
  const marks = [...integerMarks(p), ...integerMarks(q)];
  const sum = sumIntegers(at, low, high, marks, { smooth: isSmooth(p) && isSmooth(q), logTerm });
  if (sum.value !== Number.POSITIVE_INFINITY || sum.diverges) return { ...sum, guessed: 0 };
  return { ...sum, converged: true, guessed: 0 };
}
