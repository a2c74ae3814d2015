import { type Pareto, pareto } from "../../../distributions/families/pareto";
import type { Uniform } from "../../../distributions/families/uniform";
import { quotientBregman } from "../../../math/log-gamma-bregman";
import { nearLogRatio } from "../../../math/relative-entropy-term";
import { deviationByPartialMean } from "../absolute-deviation";
import { byMoments } from "../by-moments";
import { blend, row } from "../closed-form";
import { logNear } from "../gamma-ratio";
import { moment } from "../moments";
import { paretoFirst, paretoSecond } from "../transport/pareto-distance";
import { panaretosScale } from "../transport/transport-form";
import { meanLogOfUniform } from "../uniform-moments";
import { type Facts, facts } from "./facts";

/** What is known of the pareto distribution. */
export const paretoFacts: Facts = facts<Pareto>({
  family: "pareto",
  domain: "halfLine",
  logRatio(p, q) {
    const change = p.shape - q.shape;
    const logScales = nearLogRatio(p.scale, q.scale, p.scale - q.scale);
    const constant = nearLogRatio(p.shape, q.shape, change) + p.shape * logScales;
    return (x) => constant - change * logNear(x, q.scale);
  },
  entropyTex: String.raw`1+\tfrac1\alpha+\ln\tfrac{m}{\alpha}`,
  moments: {
    mean: moment(String.raw`\tfrac{\alpha m}{\alpha-1}`, (d) => d.mean),
    meanLog: moment(
      String.raw`\ln m+\tfrac1\alpha`,
      (d: Pareto) => Math.log(d.scale) + 1 / d.shape,
    ),
    varianceOfLog: moment(String.raw`\tfrac1{\alpha^2}`, (d: Pareto) => 1 / (d.shape * d.shape)),
    power: moment(String.raw`\frac{\alpha m^k}{\alpha-k}`, (d: Pareto, k) =>
      k < d.shape ? (d.shape / (d.shape - k)) * d.scale ** k : Number.POSITIVE_INFINITY,
    ),
  },
  deviation: {
    tex: deviationByPartialMean(
      String.raw`\tfrac{\alpha s}{\alpha-1}`,
      String.raw`\bigl(1-(s/m)^{\alpha-1}\bigr)`,
    ),
    shortfall(d, m) {
      const [scale] = d.support;
      const shape = d.mean / (d.mean - scale);
      return m * d.cdf(m) + d.mean * Math.expm1((shape - 1) * Math.log(scale / m));
    },
  },
  model: byMoments<Pareto>("pareto", "interval", {
    needs: ["meanLog"],
    crossEntropy: (q, expect) =>
      (q.shape + 1) * expect("meanLog") - q.shape * Math.log(q.scale) - Math.log(q.shape),
    formula: "(α + 1) E[ln X] − α ln m − ln α − H(p)",
    tex: String.raw`(\alpha_q+1)\operatorname{E}\ln X-\alpha_q\ln m_q-\ln\alpha_q-H(p)`,
  }),
  rows: [
    row<Pareto, Pareto>("pareto", "pareto", {
      kl(p, q) {
        const shift = nearLogRatio(p.scale, q.scale, p.scale - q.scale);
        return q.shape * shift + quotientBregman(q.shape, p.shape);
      },
      geometricMean(p, q, w) {
        if (p.scale !== q.scale) return undefined;
        const shape = blend(p.shape, q.shape, w);
        return shape > 0 ? pareto(p.scale, shape) : null;
      },
      formula: "αq ln(mp/mq) + αq/αp − 1 − ln(αq/αp) if mp ≥ mq, else ∞",
      tex: String.raw`\alpha_q\ln\frac{m_p}{m_q}+\frac{\alpha_q}{\alpha_p}-1-\ln\frac{\alpha_q}{\alpha_p}\quad(m_p\ge m_q)`,
      source:
        "M. Gil, On Rényi Divergence Measures for Continuous Alphabet Sources (2011), section 2.8",
      wasserstein: {
        first: paretoFirst,
        second: paretoSecond,
        formula:
          "W₂² = mp² αp/(αp − 2) + mq² αq/(αq − 2) − 2 mp mq/(1 − 1/αp − 1/αq); W₁ = ∫₀¹ |mp u^(−1/αp) − mq u^(−1/αq)| du; ∞ where α ≤ 2 (W₁: α ≤ 1)",
        tex: String.raw`W_2^2=\frac{m_p^2\alpha_p}{\alpha_p-2}+\frac{m_q^2\alpha_q}{\alpha_q-2}-\frac{2m_pm_q}{1-1/\alpha_p-1/\alpha_q},\quad W_1=\int_0^1\bigl|m_pu^{-1/\alpha_p}-m_qu^{-1/\alpha_q}\bigr|\,du`,
        source: panaretosScale,
      },
    }),
    row<Uniform, Pareto>("uniform", "pareto", {
      kl(p, q) {
        const logRatio = meanLogOfUniform(p.low, p.high) - Math.log(q.scale);
        return (
          q.shape * logRatio +
          meanLogOfUniform(p.low, p.high) -
          Math.log(q.shape * (p.high - p.low))
        );
      },
      formula:
        "(α + 1) E[ln X] − α ln m − ln α − ln(h − l) if l ≥ m, E[ln X] = (h ln h − l ln l)/(h − l) − 1",
      tex: String.raw`(\alpha+1)\Bigl(\frac{h\ln h-l\ln l}{h-l}-1\Bigr)-\alpha\ln m-\ln\alpha-\ln(h-l)\quad(l\ge m)`,
      source:
        "M. Gil, On Rényi Divergence Measures for Continuous Alphabet Sources (2011), section 2.8, with the definition",
    }),
  ],
});
