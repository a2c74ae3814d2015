import { type Rayleigh, rayleigh } from "../../../distributions/families/rayleigh";
import { gammaP } from "../../../math/incomplete-gamma";
import { eulerGamma } from "../../../math/log-gamma";
import { nearLogRatio } from "../../../math/relative-entropy-term";
import { deviationByPartialMean } from "../absolute-deviation";
import { blendedScale } from "../blended-scale";
import { byMoments } from "../by-moments";
import { weibullCross } from "../cross-entropies";
import { gammaQuotient } from "../gamma-quotient";
import { weibullRatio } from "../gamma-ratio";
import { moment } from "../moments";
import { type Facts, facts } from "./facts";

/** What is known of the rayleigh distribution. */
export const rayleighFacts: Facts = facts<Rayleigh>({
  family: "rayleigh",
  domain: "halfLine",
  logRatio: (p, q) =>
    weibullRatio(
      { shape: 2, scale: p.scale * Math.SQRT2 },
      { shape: 2, scale: q.scale * Math.SQRT2 },
      nearLogRatio(p.scale, q.scale, p.scale - q.scale),
    ),
  logDensityText: (x, { scale }) => `(-2*log(${scale}) - ${x}^2/(2*${scale}^2))`,
  entropyTex: String.raw`1+\ln\tfrac{\sigma_p}{\sqrt2}+\tfrac{\gamma}{2}`,
  moments: {
    meanLog: moment(
      String.raw`\ln\sigma_p+\tfrac{\ln2-\gamma}2`,
      (d: Rayleigh) => Math.log(d.scale) + (Math.LN2 - eulerGamma) / 2,
    ),
    varianceOfLog: moment(String.raw`\tfrac{\pi^2}{24}`, () => Math.PI ** 2 / 24),
    power: moment(
      String.raw`(\sqrt2\sigma_p)^k\,\Gamma(1+\tfrac k2)`,
      (d: Rayleigh, k) => gammaQuotient(1, k / 2) * (d.scale * Math.SQRT2) ** k,
    ),
  },
  deviation: {
    tex: deviationByPartialMean(
      String.raw`\sigma_p\sqrt{\pi/2}`,
      String.raw`P\bigl(\tfrac32,\tfrac{m^2}{2\sigma_p^2}\bigr)`,
    ),
    shortfall: (d, m) => m * d.cdf(m) - d.mean * gammaP(1.5, (Math.PI / 4) * (m / d.mean) ** 2),
  },
  generalizedGamma: {
    of: (d) => ({ shape: 1, power: 2, numerator: d.scale, denominator: Math.SQRT1_2 }),
    tex: ["1", "2", String.raw`\sqrt2\,\sigma_%`],
    geometricMean: (p, q, w) => {
      const scale = blendedScale(p.scale, q.scale, w);
      return scale === undefined ? null : rayleigh(scale);
    },
  },
  model: byMoments<Rayleigh>("rayleigh", "halfLine", {
    needs: ["meanLog", "power"],
    crossEntropy: (q, expect) => weibullCross(2, q.scale * Math.SQRT2, expect),
    formula: "2 ln σ − E[ln X] + E[X²]/(2σ²) − H(p)",
    tex: String.raw`2\ln\sigma_q-\operatorname{E}\ln X+\frac{\operatorname{E}X^2}{2\sigma_q^2}-H(p)`,
  }),
});
