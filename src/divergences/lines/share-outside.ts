import type { Distribution } from "../../distributions/distribution";
import type { LinePair } from "./line-pair";
import type { LogTerm } from "./log-term";
import { sumPair } from "./sum-pair";

/** Mass of q where p has none, and where p has some. */
export interface Share {
  readonly outside: number;
  readonly inside: number;
}

/** Families whose support is all the integers between its ends. */
const withoutGaps = new Set(["bernoulli", "binomial", "geometric", "negativeBinomial", "poisson"]);

/** How much of q lies outside p's support, which is an interval but for mixtures, functions and counts. */
export function shareOutside(pair: LinePair, p: Distribution, q: Distribution): Share {
  if (p.kind !== q.kind) return { outside: 1, inside: 0 };
  if (p.kind === "discrete" && withoutGaps.has(p.family)) return outsideIntegers(p.support, q);
  if (p.kind === "discrete" || p.family === "mixture" || p.family === "density") {
    const none = Number.NEGATIVE_INFINITY;
    const turned = p !== pair.p;
    const of = (term: (logOwn: number, logOther: number) => number): number =>
      total(pair, (logP, logQ) => (turned ? term(logQ, logP) : term(logP, logQ)));
    return {
      outside: of((own, other) => (own === none ? Math.exp(other) : 0)),
      inside: of((own, other) => (own === none ? 0 : Math.exp(other))),
    };
  }
  const [low, high] = p.support;
  const above = (x: number): number => q.survival?.(x) ?? 1 - q.cdf(x);
  // Both ends in the upper tail of q: the difference of survivals keeps the digits.
  const upper = q.cdf(low) > 0.5;
  const inside = upper ? above(low) - above(high) : q.cdf(high) - q.cdf(low);
  return { outside: q.cdf(low) + above(high), inside };
}

/** By tails of q: a sum over all that p does not reach would never be seen to end. */
function outsideIntegers([low, high]: readonly [number, number], q: Distribution): Share {
  const above = (k: number): number => q.survival?.(k) ?? 1 - q.cdf(k);
  const below = q.cdf(low - 1);
  const inside = below > 0.5 ? above(low - 1) - above(high) : q.cdf(high) - below;
  return { outside: below + above(high), inside };
}

function total(pair: LinePair, term: LogTerm): number {
  return (pair.p.kind === "discrete" ? sumPair(pair.p, pair.q, term) : pair.integrate(term)).value;
}
