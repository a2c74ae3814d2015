import { type Exponential, exponential } from "../../../distributions/families/exponential";
import { expm1mx } from "../../../math/expm1mx";
import { eulerGamma } from "../../../math/log-gamma";
import { byMoments } from "../by-moments";
import { blend } from "../closed-form";
import { gammaQuotient } from "../gamma-quotient";
import { gammaRatio } from "../gamma-ratio";
import { moment } from "../moments";
import { type Facts, facts } from "./facts";

/** What is known of the exponential distribution. */
export const exponentialFacts: Facts = facts<Exponential>({
  family: "exponential",
  domain: "halfLine",
  logRatio: (p, q) => gammaRatio({ shape: 1, rate: p.rate }, { shape: 1, rate: q.rate }),
  logDensityText: (x, { rate }) => `(log(${rate}) - ${rate}*${x})`,
  entropyTex: String.raw`1-\ln\lambda`,
  moments: {
    mean: moment(String.raw`\tfrac1\lambda`, (d) => d.mean),
    meanLog: moment(
      String.raw`-\gamma-\ln\lambda`,
      (d: Exponential) => -eulerGamma - Math.log(d.rate),
    ),
    varianceOfLog: moment(String.raw`\tfrac{\pi^2}6`, () => Math.PI ** 2 / 6),
    exponential: moment(String.raw`\frac{\lambda}{\lambda-t}`, (d: Exponential, t) =>
      t < d.rate ? d.rate / (d.rate - t) : Number.POSITIVE_INFINITY,
    ),
    power: moment(
      String.raw`\frac{\Gamma(1+k)}{\lambda^k}`,
      (d: Exponential, k) => gammaQuotient(1, k) * d.rate ** -k,
    ),
  },
  deviation: {
    tex: String.raw`m+\frac{2e^{-\lambda m}-1}{\lambda}`,
    shortfall: (d, m) => expm1mx(-m / d.mean) * d.mean,
  },
  generalizedGamma: {
    of: (d) => ({ shape: 1, power: 1, numerator: 1, denominator: d.rate }),
    tex: ["1", "1", String.raw`\lambda_%^{-1}`],
    geometricMean: (p, q, w) => {
      const rate = blend(p.rate, q.rate, w);
      return rate > 0 ? exponential(rate) : null;
    },
  },
  model: byMoments<Exponential>("exponential", "halfLine", {
    needs: ["mean"],
    crossEntropy: (q, expect) => q.rate * expect("mean") - Math.log(q.rate),
    formula: "λ E[X] − ln λ − H(p)",
    tex: String.raw`\lambda_q\operatorname{E}X-\ln\lambda_q-H(p)`,
  }),
});
