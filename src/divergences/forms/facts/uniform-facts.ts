import type { Beta } from "../../../distributions/families/beta";
import type { ContinuousBernoulli } from "../../../distributions/families/continuous-bernoulli";
import type { Uniform } from "../../../distributions/families/uniform";
import { logSinhcBregman } from "../../../math/log-sinhc";
import { nearLogRatio } from "../../../math/relative-entropy-term";
import { byMoments } from "../by-moments";
import { row } from "../closed-form";
import { betaToUnit } from "../dirichlet-kl";
import { moment } from "../moments";
import { gil, loaiza } from "../sources";
import { panaretosQuantiles } from "../transport/transport-form";
import {
  exponentialMomentOfUniform,
  meanLogOfUniform,
  powerMomentOfUniform,
} from "../uniform-moments";
import { type Facts, facts } from "./facts";

/** What is known of the uniform distribution. */
export const uniformFacts: Facts = facts<Uniform>({
  family: "uniform",
  domain: "interval",
  logRatio(p, q) {
    const wider = p.high - q.high - (p.low - q.low);
    const log = -nearLogRatio(p.high - p.low, q.high - q.low, wider);
    return () => log;
  },
  entropyTex: String.raw`\ln(h-l)`,
  moments: {
    mean: moment(String.raw`\tfrac{l+h}2`, (d) => d.mean),
    meanLog: moment(String.raw`\frac{h\ln h-l\ln l}{h-l}-1`, (d: Uniform) =>
      meanLogOfUniform(d.low, d.high),
    ),
    exponential: moment(String.raw`\frac{e^{th}-e^{tl}}{t(h-l)}`, (d: Uniform, t) =>
      exponentialMomentOfUniform(d.low, d.high, t),
    ),
    power: moment(String.raw`\frac{h^{k+1}-l^{k+1}}{(k+1)(h-l)}`, (d: Uniform, k) =>
      d.low === 0 && k <= -1 ? Number.POSITIVE_INFINITY : powerMomentOfUniform(d.low, d.high, k),
    ),
  },
  deviation: {
    tex: String.raw`\frac{(h-m)^2+(m-l)^2}{2(h-l)}`,
    whole: (d, m) => ((d.high - m) ** 2 + (m - d.low) ** 2) / (d.high - d.low) / 2,
  },
  model: byMoments<Uniform>("uniform", "interval", {
    needs: [],
    crossEntropy: (q) => Math.log(q.high - q.low),
    formula: "ln(h − l) − H(p)",
    tex: String.raw`\ln(h_q-l_q)-H(p)`,
  }),
  rows: [
    row<Uniform, Uniform>("uniform", "uniform", {
      // The support of q covers that of p, so neither margin is negative.
      kl(p, q) {
        const wider = p.low - q.low + (q.high - p.high);
        return nearLogRatio(q.high - q.low, p.high - p.low, wider);
      },
      formula: "ln((hq − lq)/(hp − lp)) if [lp, hp] ⊂ [lq, hq], else ∞",
      tex: String.raw`\ln\frac{h_q-l_q}{h_p-l_p}\quad([l_p,h_p]\subseteq[l_q,h_q])`,
      source: "The Book of Statistical Proofs, P422 (cuni-kl)",
      wasserstein: {
        first(p, q) {
          const [l, h] = [p.low - q.low, p.high - q.high];
          if (Math.sign(l) * Math.sign(h) >= 0) return Math.abs(l + h) / 2;
          return (
            (l * (l / (Math.abs(l) + Math.abs(h))) + h * (h / (Math.abs(l) + Math.abs(h)))) / 2
          );
        },
        second(p, q) {
          const [l, h] = [p.low - q.low, p.high - q.high];
          return Math.hypot((l + h) / 2, (h - l) / Math.sqrt(12));
        },
        formula: "W₂² = ((Δl)² + Δl Δh + (Δh)²)/3; W₁ = ∫₀¹ |Δl(1 − u) + Δh u| du",
        tex: String.raw`W_2^2=\frac{(\Delta l)^2+\Delta l\,\Delta h+(\Delta h)^2}3,\quad W_1=\int_0^1|\Delta l\,(1-u)+\Delta h\,u|\,du`,
        source: panaretosQuantiles,
      },
    }),
    row<Beta, Uniform>("beta", "uniform", {
      kl: (p, q) => betaToUnit(p) + Math.log1p(-q.low + (q.high - 1)),
      formula: "(α − 1) ψ(α) + (β − 1) ψ(β) − (α + β − 2) ψ(α + β) − ln B(α, β) + ln(h − l)",
      tex: String.raw`(\alpha-1)\psi(\alpha)+(\beta-1)\psi(\beta)-(\alpha+\beta-2)\psi(\alpha+\beta)-\ln B(\alpha,\beta)+\ln(h-l)`,
      source: gil,
    }),
    row<ContinuousBernoulli, Uniform>("continuousBernoulli", "uniform", {
      kl: (p, q) =>
        logSinhcBregman(0, p.logit / 2, -p.logit / 2) + Math.log1p(-q.low + (q.high - 1)),
      formula: "η A′(η) − A(η) + ln(h − l), η = ln(λ/(1 − λ)), A(η) = ln(sinh(η/2)/(η/2))",
      tex: String.raw`\eta A'(\eta)-A(\eta)+\ln(h-l),\quad\eta=\ln\frac{\lambda}{1-\lambda},\ A(\eta)=\ln\frac{\sinh(\eta/2)}{\eta/2}`,
      source: loaiza,
    }),
  ],
});
