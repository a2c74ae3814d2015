import type { Distribution } from "../distributions/distribution";
import type { Integral } from "../math/integrate";
import { integrateDensity } from "../math/integrate-density";

/** A term of two logarithms, homogeneous: term(a + c, b + c) = eᶜ term(a, b). */
export type LogTerm = (logP: number, logQ: number) => number;

const levels = [1e-9, 1e-4, 0.02, 0.2, 0.5, 0.8, 0.98, 0.9999, 1 - 1e-9];

/** Where p has its mass and its kinks. */
function landmarks(p: Distribution): number[] {
  return [...p.kinks, ...p.support, ...(p.landmarks ?? levels.map((u) => p.quantile(u)))];
}

/** ∫ term(ln p, ln q) dx over where p or q is positive; the value is Infinity where it diverges or the term is infinite. */
export function integratePair(p: Distribution, q: Distribution, term: LogTerm): Integral {
  const low = Math.min(p.support[0], q.support[0]);
  const high = Math.max(p.support[1], q.support[1]);
  const points = [...landmarks(p), ...landmarks(q)];
  let forbidden = false; // a gap in q's support, where p has mass
  const { value, error, magnitude, converged } = integrateDensity(
    (x, logJacobian) => {
      const [logP, logQ] = [p.logProb(x), q.logProb(x)];
      const one = term(logP + logJacobian, logQ + logJacobian);
      if (one !== Number.POSITIVE_INFINITY) return one;
      if (Math.min(logP, logQ) === Number.NEGATIVE_INFINITY) forbidden = true;
      return forbidden ? 0 : one;
    },
    low,
    high,
    points,
  );
  if (forbidden || value === Number.POSITIVE_INFINITY) {
    return { value: Number.POSITIVE_INFINITY, error: 0, magnitude, converged: true };
  }
  return { value, error, magnitude, converged };
}
