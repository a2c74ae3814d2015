import { type Gamma, gamma } from "../../../distributions/families/gamma";
import { gammaP } from "../../../math/incomplete-gamma";
import { digamma } from "../../../math/log-gamma";
import { gammaNegentropy } from "../../../math/negentropy";
import { trigamma } from "../../../math/trigamma";
import { deviationByPartialMean } from "../absolute-deviation";
import { byMoments } from "../by-moments";
import { blend } from "../closed-form";
import { gammaCross } from "../cross-entropies";
import { gammaQuotient } from "../gamma-quotient";
import { gammaRatio } from "../gamma-ratio";
import { moment } from "../moments";
import { type Facts, facts } from "./facts";

/** What is known of the gamma distribution. */
export const gammaFacts: Facts = facts<Gamma>({
  family: "gamma",
  domain: "halfLine",
  logRatio: gammaRatio,
  entropyTex: String.raw`\alpha-\ln\beta+\ln\Gamma(\alpha)+(1-\alpha)\psi(\alpha)`,
  negentropy: (d) => gammaNegentropy(d.shape),
  moments: {
    mean: moment(String.raw`\tfrac\alpha\beta`, (d) => d.mean),
    meanLog: moment(
      String.raw`\psi(\alpha)-\ln\beta`,
      (d: Gamma) => digamma(d.shape) - Math.log(d.rate),
    ),
    varianceOfLog: moment(String.raw`\psi'(\alpha)`, (d: Gamma) => trigamma(d.shape)),
    exponential: moment(String.raw`\Bigl(\frac{\beta}{\beta-t}\Bigr)^\alpha`, (d: Gamma, t) =>
      t < d.rate ? Math.exp(-d.shape * Math.log1p(-t / d.rate)) : Number.POSITIVE_INFINITY,
    ),
    power: moment(
      String.raw`\frac{\Gamma(\alpha+k)}{\Gamma(\alpha)\beta^k}`,
      (d: Gamma, k) => gammaQuotient(d.shape, k) * d.rate ** -k,
    ),
  },
  deviation: {
    tex: deviationByPartialMean(String.raw`\tfrac{\alpha}{\beta}`, String.raw`P(\alpha+1,\beta m)`),
    shortfall: (d, m) => m * d.cdf(m) - d.mean * gammaP(d.shape + 1, d.rate * m),
  },
  generalizedGamma: {
    of: (d) => ({ shape: d.shape, power: 1, numerator: 1, denominator: d.rate }),
    tex: [String.raw`\alpha_%`, "1", String.raw`\beta_%^{-1}`],
    geometricMean: (p, q, w) => {
      const [shape, rate] = [blend(p.shape, q.shape, w), blend(p.rate, q.rate, w)];
      return shape > 0 && rate > 0 ? gamma(shape, rate) : null;
    },
  },
  model: byMoments<Gamma>("gamma", "halfLine", {
    needs: ["mean", "meanLog"],
    crossEntropy: (q, expect) => gammaCross(q.shape, q.rate, expect),
    formula: "ln Γ(α) − α ln β − (α − 1) E[ln X] + β E[X] − H(p)",
    tex: String.raw`\ln\Gamma(\alpha_q)-\alpha_q\ln\beta_q-(\alpha_q-1)\operatorname{E}\ln X+\beta_q\operatorname{E}X-H(p)`,
  }),
});
