import { type Normal, normal } from "../../../distributions/families/normal";
import { erf } from "../../../math/erf";
import type { Deviation } from "../absolute-deviation";
import { row } from "../closed-form";
import { locationScaleRatio, normalRise } from "../log-ratio";
import { moment } from "../moments";
import { normalFormula, normalKl, normalMean, normalTex } from "../normal-kl";
import { toNormal } from "../to-normal";
import { meanDistance } from "../transport/mean-distance";
import { panaretosQuantiles } from "../transport/transport-form";
import { type Facts, facts } from "./facts";

/** E|X − m|, for the spread of X and for W₁. */
const deviation: Deviation<Normal> = {
  tex: String.raw`\sigma_p\sqrt{\tfrac2\pi}\,e^{-\delta^2/2\sigma_p^2}+\delta\operatorname{erf}\frac{\delta}{\sqrt2\sigma_p},\ \delta=\mu_p-m`,
  whole(d, m) {
    const z = (d.mean - m) / d.sd;
    const bell = Math.sqrt(2 / Math.PI) * Math.exp(-(z * z) / 2);
    return d.sd * (bell + z * erf(z / Math.SQRT2));
  },
};

/** What is known of the normal distribution. */
export const normalFacts: Facts = facts<Normal>({
  family: "normal",
  domain: "line",
  logRatio: (p, q) =>
    locationScaleRatio(
      { location: p.mean, scale: p.sd },
      { location: q.mean, scale: q.sd },
      normalRise,
    ),
  logDensityText: (x, { mean, sd }) => `(-((${x} - ${mean})^2)/(2*${sd}^2) - log(${sd}))`,
  entropyTex: String.raw`\tfrac12\ln(2\pi e\sigma_p^2)`,
  moments: {
    mean: moment(String.raw`\mu_p`, (d) => d.mean),
    exponential: moment(String.raw`e^{\mu_pt+\sigma_p^2t^2/2}`, (d: Normal, t) =>
      Math.exp(d.mean * t + (d.variance * t * t) / 2),
    ),
  },
  deviation,
  model: toNormal,
  rows: [
    row<Normal, Normal>("normal", "normal", {
      kl: (p, q) => normalKl(p.mean, p.sd, q.mean, q.sd),
      geometricMean(p, q, w) {
        const mean = normalMean([p.mean, p.sd], [q.mean, q.sd], w);
        return mean ? normal(...mean) : null;
      },
      formula: normalFormula,
      tex: normalTex,
      source: "The Book of Statistical Proofs, P193 (norm-kl)",
      wasserstein: {
        first: (p, q) => meanDistance(p.mean - q.mean, p.sd - q.sd, normal(0, 1), deviation),
        second: (p, q) => Math.hypot(p.mean - q.mean, p.sd - q.sd),
        formula: "W₂² = (μp − μq)² + (σp − σq)²; W₁ = E|Δμ + Δσ Z|, Z standard normal",
        tex: String.raw`W_2^2=(\mu_p-\mu_q)^2+(\sigma_p-\sigma_q)^2,\quad W_1=\Delta\sigma\sqrt{\tfrac2\pi}\,e^{-\Delta\mu^2/2\Delta\sigma^2}+\Delta\mu\operatorname{erf}\frac{\Delta\mu}{\sqrt2\,\Delta\sigma}`,
        source: panaretosQuantiles,
      },
    }),
  ],
});
