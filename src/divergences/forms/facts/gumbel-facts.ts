import { type Gumbel, gumbel } from "../../../distributions/families/gumbel";
import { exponentialIntegral } from "../../../math/exponential-integral";
import { eulerGamma } from "../../../math/log-gamma";
import type { Deviation } from "../absolute-deviation";
import { byMoments } from "../by-moments";
import { row } from "../closed-form";
import { extremeValueKl } from "../extreme-value-kl";
import { gumbelRise, locationScaleRatio } from "../log-ratio";
import { meanDistance, shift, stretch } from "../transport/mean-distance";
import { panaretosQuantiles } from "../transport/transport-form";
import { type Facts, facts } from "./facts";

/** E|X − m|, for the spread of X and for W₁. */
const deviation: Deviation<Gumbel> = {
  tex: String.raw`\operatorname{E}X-m+2\beta\,E_1\bigl(e^{-(m-\mu)/\beta}\bigr)`,
  shortfall: (d, m) => d.scale * exponentialIntegral(Math.exp((d.location - m) / d.scale)),
};

/** What is known of the gumbel distribution. */
export const gumbelFacts: Facts = facts<Gumbel>({
  family: "gumbel",
  domain: "line",
  logRatio: (p, q) => locationScaleRatio(p, q, gumbelRise),
  entropyTex: String.raw`1+\gamma+\ln\beta`,
  deviation,
  model: byMoments<Gumbel>("gumbel", "line", {
    needs: ["mean", "exponential"],
    crossEntropy(q, expect) {
      const rise = Math.exp(q.location / q.scale) * expect("exponential", -1 / q.scale);
      return Math.log(q.scale) + (expect("mean") - q.location) / q.scale + rise;
    },
    formula: "ln β + (E[X] − μ)/β + e^(μ/β) E[e^(−X/β)] − H(p)",
    tex: String.raw`\ln\beta_q+\frac{\operatorname{E}X-\mu_q}{\beta_q}+e^{\mu_q/\beta_q}\operatorname{E}e^{-X/\beta_q}-H(p)`,
  }),
  rows: [
    row<Gumbel, Gumbel>("gumbel", "gumbel", {
      kl: (p, q) =>
        extremeValueKl(
          (q.location - p.location) / q.scale,
          p.scale / q.scale,
          (p.scale - q.scale) / q.scale,
        ),
      formula: "ln(βq/βp) + γ(βp/βq − 1) + e^((μq − μp)/βq) Γ(βp/βq + 1) − 1 + (μp − μq)/βq",
      tex: String.raw`\ln\frac{\beta_q}{\beta_p}+\gamma\Bigl(\frac{\beta_p}{\beta_q}-1\Bigr)+e^{(\mu_q-\mu_p)/\beta_q}\,\Gamma\Bigl(\frac{\beta_p}{\beta_q}+1\Bigr)-1+\frac{\mu_p-\mu_q}{\beta_q}`,
      source:
        "M. Gil, On Rényi Divergence Measures for Continuous Alphabet Sources (2011), section 2.5",
      wasserstein: {
        first: (p, q) => meanDistance(shift(p, q), stretch(p, q), gumbel(0, 1), deviation),
        second(p, q) {
          const [a, b] = [shift(p, q), stretch(p, q)];
          return Math.hypot(a + eulerGamma * b, (Math.PI / Math.sqrt(6)) * b);
        },
        formula: "W₂² = (Δμ + γΔβ)² + π²(Δβ)²/6; W₁ = E|Δμ + Δβ Z|, Z = gumbel(0, 1)",
        tex: String.raw`W_2^2=(\Delta\mu+\gamma\Delta\beta)^2+\frac{\pi^2}6(\Delta\beta)^2,\quad W_1=\operatorname{E}|\Delta\mu+\Delta\beta\,Z|`,
        source: panaretosQuantiles,
      },
    }),
  ],
});
