import { type Bernoulli, bernoulli } from "../../../distributions/families/bernoulli";
import { binaryFormula, binaryKl, binaryMean, binaryTex } from "../binary-kl";
import { row } from "../closed-form";
import { binomialRatio } from "../count-ratios";
import { panaretosOrdered } from "../transport/transport-form";
import { type Facts, facts } from "./facts";

/** What is known of the bernoulli distribution. */
export const bernoulliFacts: Facts = facts<Bernoulli>({
  family: "bernoulli",
  logRatio: (p, q) => binomialRatio(1, p.p, q.p),
  logDensityText: (x, { p }) => `(${x}*log(${p}) + (1 - ${x})*log(1 - ${p}))`,
  rows: [
    row<Bernoulli, Bernoulli>("bernoulli", "bernoulli", {
      kl: (p, q) => binaryKl(p.p, q.p),
      geometricMean(p, q, w) {
        const mean = binaryMean(p.p, q.p, w);
        return mean === undefined ? null : bernoulli(mean);
      },
      formula: binaryFormula,
      tex: binaryTex,
      source: "The Book of Statistical Proofs, P420 (bern-kl)",
      wasserstein: {
        first: (p, q) => Math.abs(p.p - q.p),
        second: (p, q) => Math.sqrt(Math.abs(p.p - q.p)),
        formula: "W₁ = W₂² = |p − q|",
        tex: "W_1=W_2^2=|p-q|",
        source: panaretosOrdered,
      },
    }),
  ],
});
