import { type Binomial, binomial } from "../../../distributions/families/binomial";
import { binaryFormula, binaryKl, binaryMean, binaryTex } from "../binary-kl";
import { row } from "../closed-form";
import { binomialRatio } from "../count-ratios";
import { panaretosOrdered } from "../transport/transport-form";
import { type Facts, facts } from "./facts";

/** What is known of the binomial distribution. */
export const binomialFacts: Facts = facts<Binomial>({
  family: "binomial",
  logRatio: (p, q) => (p.n === q.n ? binomialRatio(p.n, p.p, q.p) : undefined),
  logDensityText: (x, { n, p }) => `(${x}*log(${p}) + (${n} - ${x})*log(1 - ${p}))`,
  rows: [
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
      wasserstein: {
        first(p, q) {
          if ((p.n - q.n) * (p.p - q.p) < 0) return undefined;
          return Math.abs((p.n - q.n) * p.p + q.n * (p.p - q.p));
        },
        formula: "W₁ = |np p − nq q|, where neither n and p differ in opposite directions",
        tex: String.raw`W_1=|n_pp-n_qq|\quad\bigl((n_p-n_q)(p-q)\ge0\bigr)`,
        source: panaretosOrdered,
      },
    }),
  ],
});
