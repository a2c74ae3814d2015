import type { Distribution } from "../distributions/distribution";
import type { Integral } from "../math/integrate";
import { integrateDensity } from "../math/integrate-density";

/** A term of two logarithms, homogeneous: term(a + c, b + c) = eᶜ term(a, b). */
export type LogTerm = (logP: number, logQ: number) => number;

const levels = [1e-9, 1e-4, 0.02, 0.2, 0.5, 0.8, 0.98, 0.9999, 1 - 1e-9];

/** Where p has its mass and its kinks. */
function landmarks(p: Distribution): number[] {
  return [...p.kinks, ...p.support, ...levels.map((u) => p.quantile(u))];
}

/** ∫ term(ln p, ln q) dx over where p or q is positive; the value is Infinity where it diverges. */
export function integratePair(p: Distribution, q: Distribution, term: LogTerm): Integral {
  const low = Math.min(p.support[0], q.support[0]);
  const high = Math.max(p.support[1], q.support[1]);
  const points = [...landmarks(p), ...landmarks(q)];
  const { value, error, magnitude, converged } = integrateDensity(
    (x, logJacobian) => term(p.logProb(x) + logJacobian, q.logProb(x) + logJacobian),
    low,
    high,
    points,
  );
  return { value, error, magnitude, converged: converged || value === Number.POSITIVE_INFINITY };
}
