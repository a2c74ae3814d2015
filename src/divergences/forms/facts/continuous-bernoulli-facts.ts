import type { Beta } from "../../../distributions/families/beta";
import {
  type ContinuousBernoulli,
  continuousBernoulli,
} from "../../../distributions/families/continuous-bernoulli";
import type { Uniform } from "../../../distributions/families/uniform";
import { expm1mx } from "../../../math/expm1mx";
import { logSinhc, logSinhcBregman, logSinhcSlope } from "../../../math/log-sinhc";
import { sigmoid } from "../../../math/sigmoid";
import { byMoments } from "../by-moments";
import { blend, row } from "../closed-form";
import { betaToUnit } from "../dirichlet-kl";
import { moment } from "../moments";
import { loaiza } from "../sources";
import { type Facts, facts } from "./facts";

/** ln(p/(1 − p)) of p less that of q. */
function logitDifference(p: number, q: number): number {
  const change = p - q;
  if (Math.abs(change) > 0.5 * Math.min(q, 1 - q)) {
    return Math.log(p) - Math.log1p(-p) - (Math.log(q) - Math.log1p(-q));
  }
  return Math.log1p(change / q) - Math.log1p(-change / (1 - q));
}

/** What is known of the continuous bernoulli distribution. */
export const continuousBernoulliFacts: Facts = facts<ContinuousBernoulli>({
  family: "continuousBernoulli",
  domain: "unit",
  logRatio(p, q) {
    const half = logitDifference(p.p, q.p) / 2;
    const bend = logSinhcBregman(p.logit / 2, q.logit / 2, half);
    const slope = logSinhcSlope(q.logit / 2);
    return (x) => half * (2 * x - 1 - slope) - bend;
  },
  entropyTex: String.raw`A(\eta)-\eta A'(\eta),\ \eta=\ln\tfrac{\lambda}{1-\lambda},\ A(\eta)=\ln\tfrac{\sinh(\eta/2)}{\eta/2}`,
  moments: {
    mean: moment(String.raw`\tfrac12+\tfrac12\coth\tfrac\eta2-\tfrac1\eta`, (d) => d.mean),
    exponential: moment(
      String.raw`e^{t/2}\frac{\eta\sinh\frac{\eta+t}2}{(\eta+t)\sinh\frac\eta2}`,
      (d: ContinuousBernoulli, t) =>
        Math.exp(t / 2 + logSinhc((d.logit + t) / 2) - logSinhc(d.logit / 2)),
    ),
  },
  deviation: {
    tex: String.raw`\operatorname{E}X-m+2\,\frac{e^{\eta m}-1-\eta m}{\eta(e^\eta-1)}`,
    shortfall({ logit }, m) {
      if (Math.abs(logit) < 1e-5) return (m * m) / 2 + (logit * m * m * (2 * m - 3)) / 12;
      return expm1mx(logit * m) / (logit * Math.expm1(logit));
    },
  },
  model: byMoments<ContinuousBernoulli>("continuousBernoulli", "unit", {
    needs: ["mean"],
    crossEntropy: (q, expect) => logSinhc(q.logit / 2) - q.logit * (expect("mean") - 0.5),
    formula: "A(η) − η(E[X] − ½) − H(p), η = ln(λ/(1 − λ)), A(η) = ln(sinh(η/2)/(η/2))",
    tex: String.raw`A(\eta_q)-\eta_q\bigl(\operatorname{E}X-\tfrac12\bigr)-H(p)`,
  }),
  rows: [
    row<ContinuousBernoulli, ContinuousBernoulli>("continuousBernoulli", "continuousBernoulli", {
      kl: (p, q) => logSinhcBregman(q.logit / 2, p.logit / 2, logitDifference(q.p, p.p) / 2),
      geometricMean(p, q, w) {
        const mean = sigmoid(blend(p.logit, q.logit, w));
        // There is always such a member, but its p may not be told from 0 or 1.
        return mean > 0 && mean < 1 ? continuousBernoulli(mean) : undefined;
      },
      formula: "A(ηq) − A(ηp) − (ηq − ηp)(E[X] − ½), η = ln(λ/(1 − λ)), A(η) = ln(sinh(η/2)/(η/2))",
      tex: String.raw`A(\eta_q)-A(\eta_p)-(\eta_q-\eta_p)A'(\eta_p),\quad\eta=\ln\frac{\lambda}{1-\lambda},\ A(\eta)=\ln\frac{\sinh(\eta/2)}{\eta/2}`,
      source: loaiza,
    }),
    row<Uniform, ContinuousBernoulli>("uniform", "continuousBernoulli", {
      kl: (p, q) =>
        logSinhc(q.logit / 2) - (q.logit * (p.low + p.high - 1)) / 2 - Math.log(p.high - p.low),
      formula: "A(η) − η((l + h)/2 − ½) − ln(h − l), η = ln(λ/(1 − λ)), A(η) = ln(sinh(η/2)/(η/2))",
      tex: String.raw`A(\eta)-\eta\,\frac{l+h-1}{2}-\ln(h-l),\quad\eta=\ln\frac{\lambda}{1-\lambda},\ A(\eta)=\ln\frac{\sinh(\eta/2)}{\eta/2}`,
      source: loaiza,
    }),
    row<Beta, ContinuousBernoulli>("beta", "continuousBernoulli", {
      kl: (p, q) =>
        betaToUnit(p) +
        logSinhc(q.logit / 2) -
        (q.logit * (p.alpha - p.beta)) / (p.alpha + p.beta) / 2,
      formula:
        "D(Beta ‖ U(0, 1)) + A(η) − η(α/(α + β) − ½), η = ln(λ/(1 − λ)), A(η) = ln(sinh(η/2)/(η/2))",
      tex: String.raw`D(\mathrm{Beta}\,\|\,U)+A(\eta)-\eta\Bigl(\frac{\alpha}{\alpha+\beta}-\frac12\Bigr),\quad\eta=\ln\frac{\lambda}{1-\lambda},\ A(\eta)=\ln\frac{\sinh(\eta/2)}{\eta/2}`,
      source: loaiza,
    }),
  ],
});
