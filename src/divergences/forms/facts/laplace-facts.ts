import { type Laplace, laplace } from "../../../distributions/families/laplace";
import { expm1mx } from "../../../math/expm1mx";
import { quotientBregman } from "../../../math/log-gamma-bregman";
import { blend, row } from "../closed-form";
import { laplaceRise, locationScaleRatio } from "../log-ratio";
import { moment } from "../moments";
import { toLaplace } from "../to-laplace";
import { shift, stretch } from "../transport/mean-distance";
import { panaretosQuantiles } from "../transport/transport-form";
import { type Facts, facts } from "./facts";

/** What is known of the laplace distribution. */
export const laplaceFacts: Facts = facts<Laplace>({
  family: "laplace",
  domain: "line",
  logRatio: (p, q) => locationScaleRatio(p, q, laplaceRise),
  entropyTex: String.raw`1+\ln(2b_p)`,
  moments: {
    mean: moment(String.raw`\mu_p`, (d) => d.mean),
    exponential: moment(String.raw`\frac{e^{\mu_pt}}{1-b_p^2t^2}`, (d: Laplace, t) =>
      Math.abs(d.scale * t) < 1
        ? Math.exp(d.location * t) / (1 - (d.scale * t) ** 2)
        : Number.POSITIVE_INFINITY,
    ),
  },
  model: toLaplace,
  rows: [
    row<Laplace, Laplace>("laplace", "laplace", {
      kl(p, q) {
        const shift = Math.abs(p.location - q.location) / p.scale;
        const away = (p.scale / q.scale) * expm1mx(-shift);
        return quotientBregman(p.scale, q.scale) + away;
      },
      geometricMean(p, q, w) {
        if (p.location !== q.location) return undefined;
        const rate = blend(1 / p.scale, 1 / q.scale, w);
        return rate > 0 ? laplace(p.location, 1 / rate) : null;
      },
      formula: "ln(bq/bp) + (|μp − μq| + bp e^(−|μp − μq|/bp))/bq − 1",
      tex: String.raw`\ln\frac{b_q}{b_p}+\frac{|\mu_p-\mu_q|+b_p e^{-|\mu_p-\mu_q|/b_p}}{b_q}-1`,
      source:
        "M. Gil, On Rényi Divergence Measures for Continuous Alphabet Sources (2011), section 2.6",
      wasserstein: {
        first(p, q) {
          const [a, b] = [Math.abs(shift(p, q)), Math.abs(stretch(p, q))];
          return b === 0 ? a : a + b * Math.exp(-a / b);
        },
        second: (p, q) => Math.hypot(shift(p, q), Math.SQRT2 * stretch(p, q)),
        formula: "W₂² = (Δμ)² + 2(Δb)²; W₁ = |Δμ| + |Δb| e^(−|Δμ/Δb|)",
        tex: String.raw`W_2^2=(\Delta\mu)^2+2(\Delta b)^2,\quad W_1=|\Delta\mu|+|\Delta b|\,e^{-|\Delta\mu/\Delta b|}`,
        source: panaretosQuantiles,
      },
    }),
  ],
});
