import type { Geometric } from "../../distributions/families/geometric";
import type { NegativeBinomial } from "../../distributions/families/negative-binomial";
import { binaryFormula, binaryKl, binaryTex } from "./binary-kl";

type Waiting = Geometric | NegativeBinomial;

/** As `binaryMean`, for waiting times, whose probabilities of failure multiply. */
export function waitingMean(p: number, q: number, w: number): number | undefined {
  const success = -Math.expm1(w * Math.log1p(-p) + (1 - w) * Math.log1p(-q));
  return success > 0 && success <= 1 ? success : undefined;
}

const one = (p: Waiting): number => ("r" in p ? p.r : 1);

/** Of waiting times for as many successes. */
function waitingKl(p: Waiting, q: Waiting): number {
  return (one(p) * binaryKl(p.p, q.p)) / p.p;
}

/** The row of two waiting times, less what belongs to one of the families. */
export const waitingForm = {
  kl: waitingKl,
  applies: (p: Waiting, q: Waiting): boolean => one(p) === one(q),
  formula: `r·[${binaryFormula}]/p, for equal r (geometric: r = 1)`,
  tex: String.raw`\frac{r}{p}\Bigl[${binaryTex}\Bigr]\quad(r_p=r_q)`,
  source: "The Book of Statistical Proofs, P420 (bern-kl), times the expected number of tosses r/p",
};

/** 1/p − 1/q, times r. */
export const waits = (r: number, p: number, q: number): number => r * (Math.abs(p - q) / p / q);
