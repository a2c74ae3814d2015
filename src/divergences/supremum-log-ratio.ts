import { type AnyDistribution, isMultivariate } from "../distributions/distribution";
import { nearLogRatio } from "../math/relative-entropy-term";
import { valueError } from "../words/errors";
import { distributionPair } from "./distribution-pair";
import { supremumOfDistributions } from "./lines/supremum-of-distributions";
import { normalizedPair } from "./vectors/normalized-pair";
import type { Pmf } from "./vectors/pmf";

/** ln max pᵢ/qᵢ ≥ 0, or the supremum of ln p(x)/q(x): the Rényi divergence of order ∞. */
export function supremumLogRatio(
  caller: string,
  p: Pmf | AnyDistribution,
  q: Pmf | AnyDistribution,
  normalize: boolean | undefined,
): number {
  const pair = distributionPair(caller, p, q);
  if (pair) {
    if (pair.p.dimension === 1 && pair.q.dimension === 1 && !isMultivariate(pair.p)) {
      return supremumOfDistributions(pair.p, pair.q);
    }
    throw valueError(
      caller,
      "order: Infinity 只用于概率数组与一维分布；多维分布请用有限的阶",
      "order: Infinity is for arrays of probabilities and distributions on a line; use a finite order in several dimensions",
    );
  }
  let greatest = 0;
  normalizedPair(caller, p, q, { normalize }).forEach((a, b, d) => {
    if (d <= 0) return;
    const x = b === 0 ? Number.POSITIVE_INFINITY : nearLogRatio(a, b, d);
    if (x > greatest) greatest = x;
  });
  return greatest;
}
