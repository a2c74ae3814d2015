import { type ChiSquared, chiSquared } from "../../../distributions/families/chi-squared";
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

/** What is known of the chi squared distribution. */
export const chiSquaredFacts: Facts = facts<ChiSquared>({
  family: "chiSquared",
  domain: "halfLine",
  logRatio: (p, q) => gammaRatio({ shape: p.df / 2, rate: 0.5 }, { shape: q.df / 2, rate: 0.5 }),
  entropyTex: String.raw`\tfrac{\nu}{2}+\ln 2+\ln\Gamma(\tfrac{\nu}{2})+(1-\tfrac{\nu}{2})\psi(\tfrac{\nu}{2})`,
  negentropy: (d) => gammaNegentropy(d.df / 2),
  moments: {
    mean: moment(String.raw`\nu`, (d) => d.mean),
    meanLog: moment(
      String.raw`\psi(\tfrac\nu2)+\ln2`,
      (d: ChiSquared) => digamma(d.df / 2) + Math.LN2,
    ),
    varianceOfLog: moment(String.raw`\psi'(\tfrac\nu2)`, (d: ChiSquared) => trigamma(d.df / 2)),
    exponential: moment(String.raw`(1-2t)^{-\nu/2}`, (d: ChiSquared, t) =>
      t < 0.5 ? Math.exp((-d.df / 2) * Math.log1p(-2 * t)) : Number.POSITIVE_INFINITY,
    ),
    power: moment(
      String.raw`2^k\frac{\Gamma(\nu/2+k)}{\Gamma(\nu/2)}`,
      (d: ChiSquared, k) => gammaQuotient(d.df / 2, k) * 2 ** k,
    ),
  },
  deviation: {
    tex: deviationByPartialMean(String.raw`\nu`, String.raw`P(\tfrac\nu2+1,\tfrac m2)`),
    shortfall: (d, m) => m * d.cdf(m) - d.df * gammaP(d.df / 2 + 1, m / 2),
  },
  generalizedGamma: {
    of: (d) => ({ shape: d.df / 2, power: 1, numerator: 1, denominator: 0.5 }),
    tex: [String.raw`\nu_%/2`, "1", "2"],
    geometricMean: (p, q, w) => {
      const df = blend(p.df, q.df, w);
      return df > 0 ? chiSquared(df) : null;
    },
  },
  model: byMoments<ChiSquared>("chiSquared", "halfLine", {
    needs: ["mean", "meanLog"],
    crossEntropy: (q, expect) => gammaCross(q.df / 2, 0.5, expect),
    formula: "ln Γ(ν/2) + (ν/2) ln 2 − (ν/2 − 1) E[ln X] + E[X]/2 − H(p)",
    tex: String.raw`\ln\Gamma(\tfrac{\nu_q}2)+\tfrac{\nu_q}2\ln2-(\tfrac{\nu_q}2-1)\operatorname{E}\ln X+\tfrac12\operatorname{E}X-H(p)`,
  }),
});
