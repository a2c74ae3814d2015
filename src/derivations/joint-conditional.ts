import type { Distribution } from "../distributions/distribution";
import { density } from "../distributions/density";
import { categorical } from "../distributions/categorical";

/** p(a | b) = p(a) p(b | a)/p(b), by Bayes. */
export function conditionalOf(
  own: Distribution,
  given: (value: number) => Distribution,
  value: number,
  logEvidence: number,
): Distribution {
  const logProb = (a: number): number => {
    const prior = own.logProb(a);
    return prior === Number.NEGATIVE_INFINITY
      ? prior
      : prior + given(a).logProb(value) - logEvidence;
  };
  if (own.kind === "discrete") {
    const [low, high] = own.support;
    // Beyond this the prior is 0 in doubles, or the table would not fit.
    const last = Math.min(high, own.quantile(1 - 1e-16), low + 1e6);
    const probs = Array.from({ length: last + 1 }, (_, a) => (a < low ? 0 : Math.exp(logProb(a))));
    const total = probs.reduce((sum, p) => sum + p, 0);
    return categorical(probs.map((p) => p / total));
  }
  return density((a) => Math.exp(logProb(a)), {
    support: own.support,
    kinks: [...own.kinks, own.quantile(0.5)],
    normalize: true,
  });
}
