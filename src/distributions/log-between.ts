import { logSumExp } from "../math/log-sum-exp";
import { log1mexp } from "../math/log1mexp";
import type { Distribution } from "./distribution";
import { logCdfOf, logIntegral, logSurvivalOf } from "./log-tail";

/** Whether x lies in the upper half, whose tails are told by the survival. */
export function isUpper(d: Distribution, x: number): boolean {
  return d.cdf(x) > 0.5;
}

/** As many integers are added one by one. */
const mostTerms = 1000;

/**
 * ln P(a < X ≤ b), from the smaller tails, so that cuts far out keep their digits; where the two tails are nearly the
 * same, from what lies between them.
 *
 * @param among gives kinks, and points among which the mass lies
 */
export function logBetween(
  d: Distribution,
  a: number,
  b: number,
  among: () => readonly number[],
): number {
  if (!(a < b)) return Number.NEGATIVE_INFINITY;
  const upper = isUpper(d, a);
  const whole = upper ? logSurvivalOf(d, a) : logCdfOf(d, b);
  const gap = (upper ? logSurvivalOf(d, b) : logCdfOf(d, a)) - whole;
  const difference = (): number => whole + log1mexp(gap);
  if (!(gap >= -0.1)) return Number.isNaN(gap) ? whole : difference();
  if (d.kind === "continuous") return logIntegral(d, a, b, among());
  const first = Math.floor(a) + 1;
  const count = Math.floor(b) - Math.floor(a);
  if (!(count <= mostTerms)) return difference();
  return logSumExp(Array.from({ length: count }, (_, i) => d.logProb(first + i)));
}
