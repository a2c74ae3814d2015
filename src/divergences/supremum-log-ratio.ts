import type { AnyDistribution } from "../distributions/distribution";
import { valueError } from "../math/errors";
import { nearLogRatio } from "../math/relative-entropy-term";
import { normalizedPair } from "./normalized-pair";
import type { Pmf } from "./pmf";
import { distributionPair } from "./sides";

/** ln max pᵢ/qᵢ ≥ 0: the Rényi divergence of order ∞. */
export function supremumLogRatio(
  caller: string,
  p: Pmf | AnyDistribution,
  q: Pmf | AnyDistribution,
  normalize: boolean | undefined,
): number {
  if (distributionPair(caller, p, q)) {
    throw valueError(
      caller,
      "order: Infinity 只用于概率数组；分布请用有限的阶",
      "order: Infinity is for arrays of probabilities; use a finite order for distributions",
    );
  }
  let greatest = 0;
  normalizedPair(caller, p, q, normalize).forEach((a, b, d) => {
    if (d <= 0) return;
    const x = b === 0 ? Number.POSITIVE_INFINITY : nearLogRatio(a, b, d);
    if (x > greatest) greatest = x;
  });
  return greatest;
}
