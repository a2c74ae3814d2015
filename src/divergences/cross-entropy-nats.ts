import type { AnyDistribution } from "../distributions/distribution";
import { distributionPair } from "./distribution-pair";
import { klOfDistributions } from "./lines/kl-of-distributions";
import { checkSameLength, type Pmf } from "./vectors/pmf";
import { meanSurprisal, surprisals } from "./vectors/surprisals";

/** H(p, q) in nats, for whichever function was called. */
export function crossEntropyNats(
  caller: string,
  p: Pmf | AnyDistribution,
  q: Pmf | AnyDistribution,
  normalize: boolean | undefined,
  names: readonly [string, string] = ["p", "q"],
): number {
  const pair = distributionPair(caller, p, q, names);
  if (pair) {
    const divergence = klOfDistributions(caller, pair.p, pair.q).value;
    const infinite = divergence === Number.POSITIVE_INFINITY;
    return infinite ? divergence : pair.p.entropy + divergence;
  }
  const truth = surprisals(caller, names[0], p, normalize);
  const model = surprisals(caller, names[1], q, normalize);
  checkSameLength(caller, p as Pmf, q as Pmf, names);
  return meanSurprisal(truth, model);
}
