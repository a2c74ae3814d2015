import { type InverseGamma, inverseGamma } from "../../../distributions/families/inverse-gamma";
import { gammaQ } from "../../../math/incomplete-gamma";
import { digamma, logGamma } from "../../../math/log-gamma";
import { inverseGammaNegentropy } from "../../../math/negentropy";
import { trigamma } from "../../../math/trigamma";
import { deviationByPartialMean } from "../absolute-deviation";
import { byMoments } from "../by-moments";
import { blend, row } from "../closed-form";
import { gammaQuotient } from "../gamma-quotient";
import { gammaRatio } from "../gamma-ratio";
import { gammaKl, quotient } from "../generalized-gamma-kl";
import { moment } from "../moments";
import { panaretosScale } from "../transport/transport-form";
import { type Facts, facts } from "./facts";

/** What is known of the inverse gamma distribution. */
export const inverseGammaFacts: Facts = facts<InverseGamma>({
  family: "inverseGamma",
  domain: "halfLine",
  logRatio(p, q) {
    const ofInverse = gammaRatio(
      { shape: p.shape, rate: p.scale },
      { shape: q.shape, rate: q.scale },
    );
    return (x) => ofInverse(1 / x);
  },
  entropyTex: String.raw`\alpha+\ln\beta+\ln\Gamma(\alpha)-(1+\alpha)\psi(\alpha)`,
  negentropy: (d) => inverseGammaNegentropy(d.shape),
  moments: {
    mean: moment(String.raw`\tfrac{\beta}{\alpha-1}`, (d) => d.mean),
    meanLog: moment(
      String.raw`\ln\beta-\psi(\alpha)`,
      (d: InverseGamma) => Math.log(d.scale) - digamma(d.shape),
    ),
    varianceOfLog: moment(String.raw`\psi'(\alpha)`, (d: InverseGamma) => trigamma(d.shape)),
    power: moment(
      String.raw`\beta^k\frac{\Gamma(\alpha-k)}{\Gamma(\alpha)}`,
      (d: InverseGamma, k) => gammaQuotient(d.shape, -k) * d.scale ** k,
    ),
  },
  deviation: {
    tex: deviationByPartialMean(
      String.raw`\tfrac{\beta}{\alpha-1}`,
      String.raw`Q(\alpha-1,\tfrac\beta m)`,
    ),
    shortfall: (d, m) => m * d.cdf(m) - d.mean * gammaQ(d.shape - 1, d.scale / m),
  },
  model: byMoments<InverseGamma>("inverseGamma", "halfLine", {
    needs: ["meanLog", "power"],
    crossEntropy(q, expect) {
      const inverse = q.scale * expect("power", -1);
      if (inverse === Number.POSITIVE_INFINITY) return inverse;
      const { shape, scale } = q;
      return logGamma(shape) - shape * Math.log(scale) + (shape + 1) * expect("meanLog") + inverse;
    },
    formula: "ln Γ(α) − α ln β + (α + 1) E[ln X] + β E[1/X] − H(p)",
    tex: String.raw`\ln\Gamma(\alpha_q)-\alpha_q\ln\beta_q+(\alpha_q+1)\operatorname{E}\ln X+\beta_q\operatorname{E}X^{-1}-H(p)`,
  }),
  rows: [
    row<InverseGamma, InverseGamma>("inverseGamma", "inverseGamma", {
      kl: (p, q) => gammaKl(p.shape, q.shape, quotient(q.scale, p.scale)),
      geometricMean(p, q, w) {
        const [shape, scale] = [blend(p.shape, q.shape, w), blend(p.scale, q.scale, w)];
        return shape > 0 && scale > 0 ? inverseGamma(shape, scale) : null;
      },
      formula: "(αp − αq) ψ(αp) − ln Γ(αp) + ln Γ(αq) + αq ln(βp/βq) + αp (βq/βp − 1)",
      tex: String.raw`(\alpha_p-\alpha_q)\psi(\alpha_p)-\ln\Gamma(\alpha_p)+\ln\Gamma(\alpha_q)+\alpha_q\ln\frac{\beta_p}{\beta_q}+\alpha_p\Bigl(\frac{\beta_q}{\beta_p}-1\Bigr)`,
      source: "The Book of Statistical Proofs, P93 (gam-kl), unchanged by the bijection 1/X",
      wasserstein: {
        first(p, q) {
          if (p.shape !== q.shape) return undefined;
          const change = Math.abs(p.scale - q.scale);
          if (change === 0) return 0;
          return p.shape > 1 ? change / (p.shape - 1) : Number.POSITIVE_INFINITY;
        },
        second(p, q) {
          if (p.shape !== q.shape) return undefined;
          const change = Math.abs(p.scale - q.scale);
          if (change === 0) return 0;
          if (p.shape <= 2) return Number.POSITIVE_INFINITY;
          return change / Math.sqrt(p.shape - 1) / Math.sqrt(p.shape - 2);
        },
        formula:
          "for equal α: W₂² = (βp − βq)²/((α − 1)(α − 2)), ∞ for α ≤ 2; W₁ = |βp − βq|/(α − 1), ∞ for α ≤ 1",
        tex: String.raw`W_2^2=\frac{(\beta_p-\beta_q)^2}{(\alpha-1)(\alpha-2)},\quad W_1=\frac{|\beta_p-\beta_q|}{\alpha-1}\quad(\alpha_p=\alpha_q=\alpha)`,
        source: panaretosScale,
      },
    }),
  ],
});
