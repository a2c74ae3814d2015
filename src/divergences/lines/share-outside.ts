import type { Distribution } from "../../distributions/distribution";
import { integratePair, type LogTerm } from "./integrate-pair";
import { sumPair } from "./sum-pair";

/** Mass of q where p has none, and where p has some. */
export interface Share {
  readonly outside: number;
  readonly inside: number;
}

/** How much of q lies outside p's support, which is an interval but for mixtures, functions and counts. */
export function shareOutside(p: Distribution, q: Distribution): Share {
  if (p.kind !== q.kind) return { outside: 1, inside: 0 };
  if (p.kind === "discrete" || p.family === "mixture" || p.family === "density") {
    const none = Number.NEGATIVE_INFINITY;
    return {
      outside: total(p, q, (logP, logQ) => (logP === none ? Math.exp(logQ) : 0)),
      inside: total(p, q, (logP, logQ) => (logP === none ? 0 : Math.exp(logQ))),
    };
  }
  const [low, high] = p.support;
  const above = (x: number): number => q.survival?.(x) ?? 1 - q.cdf(x);
  // Both ends in the upper tail of q: the difference of survivals keeps the digits.
  const upper = q.cdf(low) > 0.5;
  const inside = upper ? above(low) - above(high) : q.cdf(high) - q.cdf(low);
  return { outside: q.cdf(low) + above(high), inside };
}

function total(p: Distribution, q: Distribution, term: LogTerm): number {
  return (p.kind === "discrete" ? sumPair(p, q, term) : integratePair(p, q, term)).value;
}
