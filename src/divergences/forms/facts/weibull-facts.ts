import { type Weibull, weibull } from "../../../distributions/families/weibull";
import { gammaP } from "../../../math/incomplete-gamma";
import { eulerGamma } from "../../../math/log-gamma";
import { deviationByPartialMean } from "../absolute-deviation";
import { byMoments } from "../by-moments";
import { blend } from "../closed-form";
import { weibullCross } from "../cross-entropies";
import { gammaQuotient } from "../gamma-quotient";
import { weibullRatio } from "../gamma-ratio";
import { moment } from "../moments";
import { type Facts, facts } from "./facts";

/** What is known of the weibull distribution. */
export const weibullFacts: Facts = facts<Weibull>({
  family: "weibull",
  domain: "halfLine",
  logRatio: (p, q) => weibullRatio(p, q),
  entropyTex: String.raw`1+\gamma(1-\tfrac1k)+\ln\tfrac{\lambda}{k}`,
  moments: {
    meanLog: moment(
      String.raw`\ln\lambda-\tfrac\gamma\kappa`,
      (d: Weibull) => Math.log(d.scale) - eulerGamma / d.shape,
    ),
    varianceOfLog: moment(
      String.raw`\tfrac{\pi^2}{6\kappa^2}`,
      (d: Weibull) => (Math.PI / d.shape) ** 2 / 6,
    ),
    power: moment(
      String.raw`\lambda^k\Gamma(1+\tfrac k\kappa)`,
      (d: Weibull, k) => gammaQuotient(1, k / d.shape) * d.scale ** k,
    ),
  },
  deviation: {
    tex: deviationByPartialMean(
      String.raw`\lambda\Gamma(1+\tfrac1k)`,
      String.raw`P\bigl(1+\tfrac1k,(m/\lambda)^k\bigr)`,
    ),
    shortfall(d, m) {
      return m * d.cdf(m) - d.mean * gammaP(1 + 1 / d.shape, (m / d.scale) ** d.shape);
    },
  },
  generalizedGamma: {
    of: (d) => ({ shape: 1, power: d.shape, numerator: d.scale, denominator: 1 }),
    tex: ["1", String.raw`\kappa_%`, String.raw`\lambda_%`],
    geometricMean: (p, q, w) => {
      if (p.shape !== q.shape) return undefined;
      const rate = blend((q.scale / p.scale) ** p.shape, 1, w);
      return rate > 0 ? weibull(p.shape, q.scale * rate ** (-1 / p.shape)) : null;
    },
  },
  model: byMoments<Weibull>("weibull", "halfLine", {
    needs: ["meanLog", "power"],
    crossEntropy: (q, expect) => weibullCross(q.shape, q.scale, expect),
    formula: "κ ln λ − ln κ − (κ − 1) E[ln X] + E[X^κ]/λ^κ − H(p)",
    tex: String.raw`\kappa_q\ln\lambda_q-\ln\kappa_q-(\kappa_q-1)\operatorname{E}\ln X+\lambda_q^{-\kappa_q}\operatorname{E}X^{\kappa_q}-H(p)`,
  }),
});
