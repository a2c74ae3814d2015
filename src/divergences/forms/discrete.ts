import { type Bernoulli, bernoulli } from "../../distributions/families/bernoulli";
import { type Binomial, binomial } from "../../distributions/families/binomial";
import type { Categorical } from "../../distributions/families/categorical";
import { type Geometric, geometric } from "../../distributions/families/geometric";
import {
  type NegativeBinomial,
  negativeBinomial,
} from "../../distributions/families/negative-binomial";
import { type Poisson, poisson } from "../../distributions/families/poisson";
import { relativeEntropyTerm } from "../../math/relative-entropy-term";
import { klPmf } from "../vectors/kl-pmf";
import { type ClosedForm, row } from "./closed-form";

const gil =
  "The Book of Statistical Proofs, P420 (bern-kl), times the expected number of tosses r/p";
const binaryFormula = "p ln(p/q) + (1 − p) ln((1 − p)/(1 − q))";
const binaryTex = String.raw`p\ln\frac{p}{q}+(1-p)\ln\frac{1-p}{1-q}`;

/** D of one toss, in terms ≥ 0. */
function binaryKl(p: number, q: number): number {
  const d = p - q;
  return relativeEntropyTerm(p, q, d) + relativeEntropyTerm(1 - p, 1 - q, -d);
}

/** The probability of success of the toss proportional to p^w q^(1−w). */
function binaryMean(p: number, q: number, w: number): number | undefined {
  const [yes, no] = [p ** w * q ** (1 - w), (1 - p) ** w * (1 - q) ** (1 - w)];
  const share = yes / (yes + no);
  return Number.isFinite(share) ? share : undefined;
}

/** As `binaryMean`, for waiting times, whose probabilities of failure multiply. */
function waitingMean(p: number, q: number, w: number): number | undefined {
  const success = -Math.expm1(w * Math.log1p(-p) + (1 - w) * Math.log1p(-q));
  return success > 0 && success <= 1 ? success : undefined;
}

const one = (p: Geometric | NegativeBinomial): number => ("r" in p ? p.r : 1);

/** Of waiting times for as many successes. */
function waitingKl(p: Geometric | NegativeBinomial, q: Geometric | NegativeBinomial): number {
  return (one(p) * binaryKl(p.p, q.p)) / p.p;
}

const waiting = {
  kl: waitingKl,
  applies: (p: Geometric | NegativeBinomial, q: Geometric | NegativeBinomial): boolean =>
    one(p) === one(q),
  formula: `r·[${binaryFormula}]/p, for equal r (geometric: r = 1)`,
  tex: String.raw`\frac{r}{p}\Bigl[${binaryTex}\Bigr]\quad(r_p=r_q)`,
  source: gil,
};

export const discreteForms: readonly ClosedForm[] = [
  row<Bernoulli, Bernoulli>("bernoulli", "bernoulli", {
    kl: (p, q) => binaryKl(p.p, q.p),
    geometricMean(p, q, w) {
      const mean = binaryMean(p.p, q.p, w);
      return mean === undefined ? null : bernoulli(mean);
    },
    formula: binaryFormula,
    tex: binaryTex,
    source: "The Book of Statistical Proofs, P420 (bern-kl)",
  }),
  row<Binomial, Binomial>("binomial", "binomial", {
    kl: (p, q) => p.n * binaryKl(p.p, q.p),
    applies: (p, q) => p.n === q.n,
    geometricMean(p, q, w) {
      const mean = binaryMean(p.p, q.p, w);
      return mean === undefined ? null : binomial(p.n, mean);
    },
    formula: `n·[${binaryFormula}], for equal n`,
    tex: String.raw`n\Bigl[${binaryTex}\Bigr]\quad(n_p=n_q)`,
    source: "The Book of Statistical Proofs, P509 (bin-kl)",
  }),
  row<Poisson, Poisson>("poisson", "poisson", {
    kl: (p, q) => relativeEntropyTerm(p.rate, q.rate, p.rate - q.rate),
    geometricMean: (p, q, w) => poisson(p.rate ** w * q.rate ** (1 - w)),
    formula: "λp ln(λp/λq) − λp + λq",
    tex: String.raw`\lambda_p\ln\frac{\lambda_p}{\lambda_q}-\lambda_p+\lambda_q`,
    source: "The Book of Statistical Proofs, P519 (poiss-kl)",
  }),
  row<Geometric, Geometric>("geometric", "geometric", {
    ...waiting,
    applies: undefined,
    geometricMean(p, q, w) {
      const mean = waitingMean(p.p, q.p, w);
      return mean === undefined ? null : geometric(mean);
    },
    formula: `[${binaryFormula}]/p`,
    tex: String.raw`\frac1p\Bigl[${binaryTex}\Bigr]`,
  }),
  row<NegativeBinomial, NegativeBinomial>("negativeBinomial", "negativeBinomial", {
    ...waiting,
    geometricMean(p, q, w) {
      const mean = waitingMean(p.p, q.p, w);
      return mean === undefined ? null : negativeBinomial(p.r, mean);
    },
  }),
  row<Geometric, NegativeBinomial>("geometric", "negativeBinomial", waiting),
  row<NegativeBinomial, Geometric>("negativeBinomial", "geometric", waiting),
  row<Bernoulli, Poisson>("bernoulli", "poisson", {
    kl: (p, q) =>
      relativeEntropyTerm(p.p, q.rate, p.p - q.rate) + relativeEntropyTerm(1 - p.p, 1, -p.p),
    formula: "p ln(p/λ) + (1 − p) ln(1 − p) + λ",
    tex: String.raw`p\ln\frac{p}{\lambda}+(1-p)\ln(1-p)+\lambda`,
    source:
      "T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed. (2006), (2.26), two terms",
  }),
  row<Categorical, Categorical>("categorical", "categorical", {
    kl(p, q) {
      const n = Math.max(p.probs.length, q.probs.length);
      const padded = (probs: readonly number[]): number[] =>
        Array.from({ length: n }, (_, i) => probs[i] ?? 0);
      return klPmf("kl", padded(p.probs), padded(q.probs), true);
    },
    formula: "Σ pᵢ ln(pᵢ/qᵢ)",
    tex: String.raw`\sum_i p_i\ln\frac{p_i}{q_i}`,
    source: "T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed. (2006), (2.26)",
  }),
];
