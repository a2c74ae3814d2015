import { digamma } from "../math/log-gamma";

/** The methods of `estimateEntropy` that count equal samples. */
export type CountMethod = "plugIn" | "millerMadow" | "grassberger" | "chaoShen";

type CountEntropy = (counts: readonly number[], n: number) => number;

const plugIn: CountEntropy = (counts, n) =>
  counts.reduce((sum, count) => sum + (count / n) * Math.log(n / count), 0);

/** Σ over counts of G(count): ψ(c) + (−1)^c/2 · [ψ((c + 1)/2) − ψ(c/2)]. */
const grassbergerG = (count: number): number =>
  digamma(count) +
  ((count % 2 === 0 ? 1 : -1) / 2) * (digamma((count + 1) / 2) - digamma(count / 2));

/**
 * Entropies of counts in nats, biased less or more.
 *
 * Sources: G. A. Miller (1955); P. Grassberger (2003), (35); A. Chao and T.-J. Shen, Nonparametric estimation of Shannon's index of diversity when there are unseen species in sample (2003).
 */
export const countEntropies: Readonly<Record<CountMethod, CountEntropy>> = {
  plugIn,
  millerMadow: (counts, n) => plugIn(counts, n) + (counts.length - 1) / (2 * n),
  grassberger: (counts, n) =>
    Math.log(n) - counts.reduce((sum, count) => sum + count * grassbergerG(count), 0) / n,
  chaoShen(counts, n) {
    const singles = counts.filter((count) => count === 1).length;
    // Good's coverage; all singles would give 0.
    const coverage = 1 - (singles === n ? n - 1 : singles) / n;
    return counts.reduce((sum, count) => {
      const share = (coverage * count) / n;
      return sum - (share * Math.log(share)) / -Math.expm1(n * Math.log1p(-share));
    }, 0);
  },
};
