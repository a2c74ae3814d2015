import { relativeEntropyTerm } from "../../math/relative-entropy-term";

export const binaryFormula = "p ln(p/q) + (1 − p) ln((1 − p)/(1 − q))";
export const binaryTex = String.raw`p\ln\frac{p}{q}+(1-p)\ln\frac{1-p}{1-q}`;

/** D of one toss, in terms ≥ 0. */
export function binaryKl(p: number, q: number): number {
  const d = p - q;
  return relativeEntropyTerm(p, q, d) + relativeEntropyTerm(1 - p, 1 - q, -d);
}

/** The probability of success of the toss proportional to p^w q^(1−w). */
export function binaryMean(p: number, q: number, w: number): number | undefined {
  const [yes, no] = [p ** w * q ** (1 - w), (1 - p) ** w * (1 - q) ** (1 - w)];
  const share = yes / (yes + no);
  return Number.isFinite(share) ? share : undefined;
}
