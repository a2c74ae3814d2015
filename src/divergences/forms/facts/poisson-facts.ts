import type { Bernoulli } from "../../../distributions/families/bernoulli";
import { type Poisson, poisson } from "../../../distributions/families/poisson";
import { powerTerm } from "../../../math/power-term";
import { relativeEntropyTerm } from "../../../math/relative-entropy-term";
import { row } from "../closed-form";
import { poissonRatio } from "../count-ratios";
import { panaretosOrdered } from "../transport/transport-form";
import { type Facts, facts } from "./facts";

/** What is known of the poisson distribution. */
export const poissonFacts: Facts = facts<Poisson>({
  family: "poisson",
  logRatio: (p, q) => poissonRatio(p.rate, q.rate),
  logDensityText: (x, { rate }) => `(${x}*log(${rate}) - ${rate})`,
  rows: [
    row<Poisson, Poisson>("poisson", "poisson", {
      kl: (p, q) => relativeEntropyTerm(p.rate, q.rate, p.rate - q.rate),
      minusLogAffinity: ({ rate: a }, { rate: b }, w) =>
        a > 0 && b > 0 ? w * (1 - w) * powerTerm(a, b, a - b, w) : undefined,
      geometricMean: (p, q, w) => poisson(p.rate ** w * q.rate ** (1 - w)),
      formula: "λp ln(λp/λq) − λp + λq",
      tex: String.raw`\lambda_p\ln\frac{\lambda_p}{\lambda_q}-\lambda_p+\lambda_q`,
      source: "The Book of Statistical Proofs, P519 (poiss-kl)",
      wasserstein: {
        first: (p, q) => Math.abs(p.rate - q.rate),
        formula: "W₁ = |λp − λq|",
        tex: String.raw`W_1=|\lambda_p-\lambda_q|`,
        source: panaretosOrdered,
      },
    }),
    row<Bernoulli, Poisson>("bernoulli", "poisson", {
      kl: (p, q) =>
        relativeEntropyTerm(p.p, q.rate, p.p - q.rate) + relativeEntropyTerm(1 - p.p, 1, -p.p),
      formula: "p ln(p/λ) + (1 − p) ln(1 − p) + λ",
      tex: String.raw`p\ln\frac{p}{\lambda}+(1-p)\ln(1-p)+\lambda`,
      source:
        "T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed. (2006), (2.26), two terms",
    }),
  ],
});
