import { type Beta, beta } from "../../../distributions/families/beta";
import type { Uniform } from "../../../distributions/families/uniform";
import { regularizedBeta } from "../../../math/incomplete-beta";
import { digamma, logBeta } from "../../../math/log-gamma";
import { betaNegentropy } from "../../../math/negentropy";
import { trigamma } from "../../../math/trigamma";
import { deviationByPartialMean } from "../absolute-deviation";
import { byMoments } from "../by-moments";
import { blend, row } from "../closed-form";
import { dirichletKl } from "../dirichlet-kl";
import { gammaQuotient } from "../gamma-quotient";
import { betaRatio } from "../gamma-ratio";
import { moment } from "../moments";
import { gil } from "../sources";
import { panaretosOrdered } from "../transport/transport-form";
import { meanLogOfUniform } from "../uniform-moments";
import { type Facts, facts } from "./facts";

const betaFormula =
  "ln(B(αq, βq)/B(αp, βp)) + (αp − αq) ψ(αp) + (βp − βq) ψ(βp) + (αq − αp + βq − βp) ψ(αp + βp)";
const betaTex = String.raw`\ln\frac{B(\alpha_q,\beta_q)}{B(\alpha_p,\beta_p)}+(\alpha_p-\alpha_q)\psi(\alpha_p)+(\beta_p-\beta_q)\psi(\beta_p)+(\alpha_q-\alpha_p+\beta_q-\beta_p)\psi(\alpha_p+\beta_p)`;
const isUnit = (d: Uniform): boolean => d.low === 0 && d.high === 1;

/** What is known of the beta distribution. */
export const betaFacts: Facts = facts<Beta>({
  family: "beta",
  domain: "unit",
  logRatio: betaRatio,
  entropyTex: String.raw`\ln B(\alpha,\beta)-(\alpha-1)\psi(\alpha)-(\beta-1)\psi(\beta)+(\alpha+\beta-2)\psi(\alpha+\beta)`,
  negentropy: (d) => betaNegentropy(d.alpha, d.beta),
  moments: {
    mean: moment(String.raw`\tfrac{\alpha}{\alpha+\beta}`, (d) => d.mean),
    meanLog: moment(
      String.raw`\psi(\alpha)-\psi(\alpha+\beta)`,
      (d: Beta) => digamma(d.alpha) - digamma(d.alpha + d.beta),
    ),
    varianceOfLog: moment(
      String.raw`\psi'(\alpha)-\psi'(\alpha+\beta)`,
      (d: Beta) => trigamma(d.alpha) - trigamma(d.alpha + d.beta),
    ),
    power: moment(
      String.raw`\frac{B(\alpha+k,\beta)}{B(\alpha,\beta)}`,
      (d: Beta, k) => gammaQuotient(d.alpha, k) / gammaQuotient(d.alpha + d.beta, k),
    ),
  },
  deviation: {
    tex: deviationByPartialMean(
      String.raw`\tfrac{\alpha}{\alpha+\beta}`,
      String.raw`I_m(\alpha+1,\beta)`,
    ),
    shortfall: (d, m) => m * d.cdf(m) - d.mean * regularizedBeta(d.alpha + 1, d.beta, m).lower,
  },
  model: byMoments<Beta>("beta", "unit", {
    needs: ["meanLog", "meanLogComplement"],
    crossEntropy: (q, expect) =>
      logBeta(q.alpha, q.beta) -
      (q.alpha - 1) * expect("meanLog") -
      (q.beta - 1) * expect("meanLogComplement"),
    formula: "ln B(α, β) − (α − 1) E[ln X] − (β − 1) E[ln(1 − X)] − H(p)",
    tex: String.raw`\ln B(\alpha_q,\beta_q)-(\alpha_q-1)\operatorname{E}\ln X-(\beta_q-1)\operatorname{E}\ln(1-X)-H(p)`,
  }),
  rows: [
    row<Beta, Beta>("beta", "beta", {
      kl: (p, q) => dirichletKl([p.alpha, p.beta], [q.alpha, q.beta]),
      geometricMean(p, q, w) {
        const [a, b] = [blend(p.alpha, q.alpha, w), blend(p.beta, q.beta, w)];
        return a > 0 && b > 0 ? beta(a, b) : null;
      },
      formula: betaFormula,
      tex: betaTex,
      source: "The Book of Statistical Proofs, P499 (beta-kl)",
      wasserstein: {
        first(p, q) {
          const [a, b] = [p.alpha - q.alpha, p.beta - q.beta];
          if (a * b > 0) return undefined;
          return Math.abs(a * q.beta - q.alpha * b) / (p.alpha + p.beta) / (q.alpha + q.beta);
        },
        formula: "W₁ = |E X − E Y|, where α and β do not differ in the same direction",
        tex: String.raw`W_1=\Bigl|\frac{\alpha_p}{\alpha_p+\beta_p}-\frac{\alpha_q}{\alpha_q+\beta_q}\Bigr|\quad\bigl((\alpha_p-\alpha_q)(\beta_p-\beta_q)\le0\bigr)`,
        source: panaretosOrdered,
      },
    }),
    row<Uniform, Beta>("uniform", "beta", {
      kl(p, q) {
        if (isUnit(p)) return dirichletKl([1, 1], [q.alpha, q.beta]);
        const [a, b] = [q.alpha - 1, q.beta - 1];
        const logs =
          a * meanLogOfUniform(p.low, p.high) + b * meanLogOfUniform(1 - p.high, 1 - p.low);
        return logBeta(q.alpha, q.beta) - Math.log(p.high - p.low) - logs;
      },
      formula:
        "ln B(α, β) − ln(h − l) − (α − 1) E[ln X] − (β − 1) E[ln(1 − X)], E[ln X] = (h ln h − l ln l)/(h − l) − 1",
      tex: String.raw`\ln B(\alpha,\beta)-\ln(h-l)-(\alpha-1)\Bigl(\frac{h\ln h-l\ln l}{h-l}-1\Bigr)-(\beta-1)\Bigl(\frac{(1-l)\ln(1-l)-(1-h)\ln(1-h)}{h-l}-1\Bigr)`,
      source: gil,
    }),
  ],
});
