import type { AnyDistribution } from "../distributions/distribution";
import { klOfDistributions } from "./kl-distributions";
import { type Pmf, checkSameLength } from "./pmf";
import { distributionPair } from "./sides";
import { meanSurprisal, surprisals } from "./surprisals";

/** H(p, q) in nats, for whichever function was called. */
export function crossEntropyNats(
  caller: string,
  p: Pmf | AnyDistribution,
  q: Pmf | AnyDistribution,
  normalize: boolean | undefined,
): number {
  const pair = distributionPair(caller, p, q);
  if (pair) {
    const divergence = klOfDistributions(caller, pair.p, pair.q).value;
    const infinite = divergence === Number.POSITIVE_INFINITY;
    return infinite ? divergence : pair.p.entropy + divergence;
  }
  const truth = surprisals(caller, "p", p, normalize);
  const model = surprisals(caller, "q", q, normalize);
  checkSameLength(caller, p as Pmf, q as Pmf);
  return meanSurprisal(truth, model);
}
