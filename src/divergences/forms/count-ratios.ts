import { CompensatedSum } from "../../math/compensated-sum";
import { digamma } from "../../math/log-gamma";
import { logGammaBregman } from "../../math/log-gamma-bregman";
import { log1pmx } from "../../math/log1pmx";
import { nearLogRatio } from "../../math/relative-entropy-term";
import type { LogRatio } from "./log-ratio";

/** Of two Poisson laws. */
export function poissonRatio(rateP: number, rateQ: number): LogRatio {
  const t = (rateP - rateQ) / rateQ;
  const bend = log1pmx(t);
  return (k) => t * (k - rateQ) + k * bend;
}

/** Of two binomial laws of n tosses. */
export function binomialRatio(n: number, p: number, q: number): LogRatio {
  const d = p - q;
  const [heads, tails] = [log1pmx(d / q), log1pmx(-d / (1 - q))];
  return (k) => (((k - n * q) / q) * d) / (1 - q) + k * heads + (n - k) * tails;
}

interface Waiting {
  readonly r: number;
  readonly p: number;
}

/** Of two laws of failures before the r-th success. */
export function waitingRatio(p: Waiting, q: Waiting): LogRatio {
  const [d, more] = [p.p - q.p, p.r - q.r];
  const [successes, failures] = [q.r * log1pmx(d / q.p), log1pmx(-d / (1 - q.p))];
  const slope = more === 0 ? 0 : Math.log(p.p) - digamma(q.r);
  const bend = more === 0 ? 0 : logGammaBregman(p.r, q.r, more);
  return (k) => {
    const byChance =
      (((q.r * (1 - q.p) - k * q.p) / q.p) * d) / (1 - q.p) + successes + k * failures;
    if (more === 0) return byChance;
    const raised = digamma(q.r + k) + slope;
    return byChance + more * raised + logGammaBregman(p.r + k, q.r + k, more) - bend;
  };
}

/** Of two laws of finitely many outcomes, given by their weights. */
export function outcomeRatio(p: readonly number[], q: readonly number[]): LogRatio | undefined {
  if (p.length !== q.length) return undefined;
  const [excess, total] = [new CompensatedSum(), new CompensatedSum()];
  for (const [i, weight] of q.entries()) {
    excess.add(p[i] - weight);
    total.add(weight);
  }
  const logTotals = Math.log1p(excess.total / total.total);
  return (k) => nearLogRatio(p[k], q[k], p[k] - q[k]) - logTotals;
}
