import { type Distribution, isMultivariate } from "../distributions/distribution";
import { powerTerm } from "../math/power-term";
import { valueError } from "../words/errors";
import type { AffinityParts } from "./forms/affinity-parts";
import { LinePair } from "./lines/line-pair";
import { logPowerSum } from "./lines/log-power-sum";
import { powerLogTerm } from "./lines/log-terms";
import { separableOfDistributions } from "./lines/separable-of-distributions";
import { shareOutside } from "./lines/share-outside";

/** The coefficient of two distributions on the line, by integrals or sums. */
export function affinityOfDistributions(
  caller: string,
  p: Distribution,
  q: Distribution,
): AffinityParts {
  const pair = new LinePair(p, q);
  const power = (order: number, complement = 1 - order): number =>
    separableOfDistributions(caller, pair, {
      term: (a, b, d) => powerTerm(a, b, d, order, complement),
      logTerm: powerLogTerm(order, complement),
    });

  /** ln Σ p^λ q^(1−λ), which may be far from what doubles hold. */
  const far = (order: number): number => {
    const log = logPowerSum(pair, order);
    if (!Number.isNaN(log)) return log;
    throw valueError(
      caller,
      `${p} 与 ${q} 的积分（阶 ${order}）不收敛；可用样本估计`,
      `the integral of order ${order} for ${p} and ${q} does not converge; estimate from samples`,
    );
  };

  const renyi = (order: number): number => {
    let change: number;
    try {
      change = order * (order - 1) * power(order);
    } catch (error) {
      // Far from 0 nothing cancels in ∫ p^λ q^(1−λ) itself, which has one power at a pole where the term has three.
      const log = isMultivariate(p) || isMultivariate(q) ? Number.NaN : logPowerSum(pair, order);
      if (Math.abs(log) > 0.01) return log / (order - 1);
      throw error;
    }
    // Near 0 nothing cancels in the term; far from it, logarithms neither underflow nor overflow.
    return change > -0.5 && change < 1e3
      ? Math.log1p(change) / (order - 1)
      : far(order) / (order - 1);
  };

  return {
    power,
    renyi,
    minusLog(order) {
      if (order > 0 && order < 1) return Math.max(0, (1 - order) * renyi(order));
      if (isMultivariate(p)) return power(order); // which says that it cannot
      const share =
        order === 0 ? shareOutside(pair, pair.p, pair.q) : shareOutside(pair, pair.q, pair.p);
      if (share.outside < 0.5) return Math.abs(Math.log1p(-share.outside));
      return share.inside > 1e-12 ? -Math.log(share.inside) : -far(order);
    },
  };
}
