import { klPmf } from "./kl-pmf";
import { type Pmf, checkSameLength } from "./pmf";

/** D(rows[i] ‖ others[j]) in nats for all i, j. */
export function pairwiseKl(rows: ArrayLike<Pmf>, others: ArrayLike<Pmf>): number[][] {
  return Array.from(rows, (p, i) =>
    Array.from(others, (q, j) => {
      const names = [`rows[${i}]`, `others[${j}]`] as const;
      checkSameLength("pairwise", p, q, names);
      return klPmf("pairwise", p, q, false, names);
    }),
  );
}
