import { type Beta, beta } from "../../distributions/families/beta";
import {
  type ContinuousBernoulli,
  continuousBernoulli,
} from "../../distributions/families/continuous-bernoulli";
import type { Uniform } from "../../distributions/families/uniform";
import { logBeta } from "../../math/log-gamma";
import { logSinhc, logSinhcBregman } from "../../math/log-sinhc";
import { blend, type ClosedForm, row } from "./closed-form";
import { dirichletKl } from "./dirichlet-kl";
import { meanLogOfUniform } from "./uniform-moments";

const betaFormula =
  "ln(B(αq, βq)/B(αp, βp)) + (αp − αq) ψ(αp) + (βp − βq) ψ(βp) + (αq − αp + βq − βp) ψ(αp + βp)";
const betaTex = String.raw`\ln\frac{B(\alpha_q,\beta_q)}{B(\alpha_p,\beta_p)}+(\alpha_p-\alpha_q)\psi(\alpha_p)+(\beta_p-\beta_q)\psi(\beta_p)+(\alpha_q-\alpha_p+\beta_q-\beta_p)\psi(\alpha_p+\beta_p)`;
const gil =
  "M. Gil, On Rényi Divergence Measures for Continuous Alphabet Sources (2011), section 2.1";
const loaiza =
  "G. Loaiza-Ganem and J. P. Cunningham, The continuous Bernoulli (2019), with the definition";

const width = (d: Uniform): number => d.high - d.low;
const isUnit = (d: Uniform): boolean => d.low === 0 && d.high === 1;
const toUniform = (d: Beta): number => dirichletKl([d.alpha, d.beta], [1, 1]);

/** ln(p/(1 − p)) of p less that of q. */
function logitDifference(p: number, q: number): number {
  const change = p - q;
  if (Math.abs(change) > 0.5 * Math.min(q, 1 - q)) {
    return Math.log(p) - Math.log1p(-p) - (Math.log(q) - Math.log1p(-q));
  }
  return Math.log1p(change / q) - Math.log1p(-change / (1 - q));
}

export const unitIntervalForms: readonly ClosedForm[] = [
  row<Uniform, Uniform>("uniform", "uniform", {
    // The support of q covers that of p, so neither margin is negative.
    kl: (p, q) => Math.log1p((p.low - q.low + (q.high - p.high)) / width(p)),
    formula: "ln((hq − lq)/(hp − lp)) if [lp, hp] ⊂ [lq, hq], else ∞",
    tex: String.raw`\ln\frac{h_q-l_q}{h_p-l_p}\quad([l_p,h_p]\subseteq[l_q,h_q])`,
    source: "The Book of Statistical Proofs, P422 (cuni-kl)",
  }),
  row<Beta, Beta>("beta", "beta", {
    kl: (p, q) => dirichletKl([p.alpha, p.beta], [q.alpha, q.beta]),
    geometricMean(p, q, w) {
      const [a, b] = [blend(p.alpha, q.alpha, w), blend(p.beta, q.beta, w)];
      return a > 0 && b > 0 ? beta(a, b) : null;
    },
    formula: betaFormula,
    tex: betaTex,
    source: "The Book of Statistical Proofs, P499 (beta-kl)",
  }),
  row<Beta, Uniform>("beta", "uniform", {
    kl: (p, q) => toUniform(p) + Math.log1p(-q.low + (q.high - 1)),
    formula: "(α − 1) ψ(α) + (β − 1) ψ(β) − (α + β − 2) ψ(α + β) − ln B(α, β) + ln(h − l)",
    tex: String.raw`(\alpha-1)\psi(\alpha)+(\beta-1)\psi(\beta)-(\alpha+\beta-2)\psi(\alpha+\beta)-\ln B(\alpha,\beta)+\ln(h-l)`,
    source: gil,
  }),
  row<Uniform, Beta>("uniform", "beta", {
    kl(p, q) {
      if (isUnit(p)) return dirichletKl([1, 1], [q.alpha, q.beta]);
      const [a, b] = [q.alpha - 1, q.beta - 1];
      const logs =
        a * meanLogOfUniform(p.low, p.high) + b * meanLogOfUniform(1 - p.high, 1 - p.low);
      return logBeta(q.alpha, q.beta) - Math.log(width(p)) - logs;
    },
    formula:
      "ln B(α, β) − ln(h − l) − (α − 1) E[ln X] − (β − 1) E[ln(1 − X)], E[ln X] = (h ln h − l ln l)/(h − l) − 1",
    tex: String.raw`\ln B(\alpha,\beta)-\ln(h-l)-(\alpha-1)\Bigl(\frac{h\ln h-l\ln l}{h-l}-1\Bigr)-(\beta-1)\Bigl(\frac{(1-l)\ln(1-l)-(1-h)\ln(1-h)}{h-l}-1\Bigr)`,
    source: gil,
  }),
  row<ContinuousBernoulli, ContinuousBernoulli>("continuousBernoulli", "continuousBernoulli", {
    kl: (p, q) => logSinhcBregman(q.logit / 2, p.logit / 2, logitDifference(q.p, p.p) / 2),
    geometricMean(p, q, w) {
      const mean = 1 / (1 + Math.exp(-blend(p.logit, q.logit, w)));
      // There is always such a member, but its p may not be told from 0 or 1.
      return mean > 0 && mean < 1 ? continuousBernoulli(mean) : undefined;
    },
    formula: "A(ηq) − A(ηp) − (ηq − ηp)(E[X] − ½), η = ln(λ/(1 − λ)), A(η) = ln(sinh(η/2)/(η/2))",
    tex: String.raw`A(\eta_q)-A(\eta_p)-(\eta_q-\eta_p)A'(\eta_p),\quad\eta=\ln\frac{\lambda}{1-\lambda},\ A(\eta)=\ln\frac{\sinh(\eta/2)}{\eta/2}`,
    source: loaiza,
  }),
  row<ContinuousBernoulli, Uniform>("continuousBernoulli", "uniform", {
    kl: (p, q) => logSinhcBregman(0, p.logit / 2, -p.logit / 2) + Math.log1p(-q.low + (q.high - 1)),
    formula: "η A′(η) − A(η) + ln(h − l), η = ln(λ/(1 − λ)), A(η) = ln(sinh(η/2)/(η/2))",
    tex: String.raw`\eta A'(\eta)-A(\eta)+\ln(h-l),\quad\eta=\ln\frac{\lambda}{1-\lambda},\ A(\eta)=\ln\frac{\sinh(\eta/2)}{\eta/2}`,
    source: loaiza,
  }),
  row<Uniform, ContinuousBernoulli>("uniform", "continuousBernoulli", {
    kl: (p, q) => logSinhc(q.logit / 2) - (q.logit * (p.low + p.high - 1)) / 2 - Math.log(width(p)),
    formula: "A(η) − η((l + h)/2 − ½) − ln(h − l), η = ln(λ/(1 − λ)), A(η) = ln(sinh(η/2)/(η/2))",
    tex: String.raw`A(\eta)-\eta\,\frac{l+h-1}{2}-\ln(h-l),\quad\eta=\ln\frac{\lambda}{1-\lambda},\ A(\eta)=\ln\frac{\sinh(\eta/2)}{\eta/2}`,
    source: loaiza,
  }),
  row<Beta, ContinuousBernoulli>("beta", "continuousBernoulli", {
    kl: (p, q) =>
      toUniform(p) +
      logSinhc(q.logit / 2) -
      (q.logit * (p.alpha - p.beta)) / (p.alpha + p.beta) / 2,
    formula:
      "D(Beta ‖ U(0, 1)) + A(η) − η(α/(α + β) − ½), η = ln(λ/(1 − λ)), A(η) = ln(sinh(η/2)/(η/2))",
    tex: String.raw`D(\mathrm{Beta}\,\|\,U)+A(\eta)-\eta\Bigl(\frac{\alpha}{\alpha+\beta}-\frac12\Bigr),\quad\eta=\ln\frac{\lambda}{1-\lambda},\ A(\eta)=\ln\frac{\sinh(\eta/2)}{\eta/2}`,
    source: loaiza,
  }),
];
