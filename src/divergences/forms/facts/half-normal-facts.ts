import { type HalfNormal, halfNormal } from "../../../distributions/families/half-normal";
import { deviationByPartialMean } from "../absolute-deviation";
import { blendedScale } from "../blended-scale";
import { byMoments } from "../by-moments";
import { locationScaleRatio, normalRise } from "../log-ratio";
import { type Facts, facts } from "./facts";

/** What is known of the half normal distribution. */
export const halfNormalFacts: Facts = facts<HalfNormal>({
  family: "halfNormal",
  domain: "halfLine",
  logRatio: (p, q) =>
    locationScaleRatio(
      { location: 0, scale: p.scale },
      { location: 0, scale: q.scale },
      normalRise,
    ),
  entropyTex: String.raw`\tfrac12\ln(\tfrac{\pi e}{2}\sigma_p^2)`,
  deviation: {
    tex: deviationByPartialMean(
      String.raw`\sigma_p\sqrt{2/\pi}`,
      String.raw`\bigl(1-e^{-m^2/2\sigma_p^2}\bigr)`,
    ),
    shortfall(d, m) {
      const z = m / d.scale;
      return m * d.cdf(m) + d.mean * Math.expm1(-(z * z) / 2);
    },
  },
  generalizedGamma: {
    of: (d) => ({
      shape: 0.5,
      power: 2,
      numerator: d.scale,
      denominator: Math.SQRT1_2,
    }),
    tex: [String.raw`\tfrac12`, "2", String.raw`\sqrt2\,\sigma_%`],
    geometricMean: (p, q, w) => {
      const scale = blendedScale(p.scale, q.scale, w);
      return scale === undefined ? null : halfNormal(scale);
    },
  },
  model: byMoments<HalfNormal>("halfNormal", "halfLine", {
    needs: ["power"],
    crossEntropy: (q, expect) =>
      Math.log(Math.PI / 2) / 2 + Math.log(q.scale) + expect("power", 2) / q.scale / q.scale / 2,
    formula: "½ ln(πσ²/2) + E[X²]/(2σ²) − H(p)",
    tex: String.raw`\tfrac12\ln\frac{\pi\sigma_q^2}2+\frac{\operatorname{E}X^2}{2\sigma_q^2}-H(p)`,
  }),
});
