import type { Logistic } from "../../../distributions/families/logistic";
import { row } from "../closed-form";
import { locationScaleRatio, logisticRise } from "../log-ratio";
import { moment } from "../moments";
import { shift, stretch } from "../transport/mean-distance";
import { panaretosQuantiles } from "../transport/transport-form";
import { type Facts, facts } from "./facts";

/** δ coth(δ/2) − 2 ≥ 0. */
function logisticShift(delta: number): number {
  const z = delta * delta;
  if (z > 1) return Math.abs(delta) / Math.tanh(Math.abs(delta) / 2) - 2;
  const terms = [1 / 6, -1 / 360, 1 / 15120, -1 / 604800, 1 / 23950080, -691 / 653837184000];
  const more = [1 / 37362124800, -3617 / 5335311421440000];
  return z * [...terms, ...more].reduceRight((sum, c) => sum * z + c, 0);
}

/** What is known of the logistic distribution. */
export const logisticFacts: Facts = facts<Logistic>({
  family: "logistic",
  domain: "line",
  logRatio: (p, q) => locationScaleRatio(p, q, logisticRise),
  logDensityText: (x, { location, scale }) =>
    `(-(${x} - ${location})/${scale} - 2*log(1 + exp(-(${x} - ${location})/${scale})) - log(${scale}))`,
  entropyTex: String.raw`2+\ln s`,
  moments: {
    mean: moment(String.raw`\mu_p`, (d) => d.mean),
    exponential: moment(String.raw`e^{\mu_pt}\frac{\pi s t}{\sin\pi st}`, (d: Logistic, t) => {
      const z = Math.PI * d.scale * Math.abs(t);
      return z < Math.PI ? (Math.exp(d.location * t) * z) / Math.sin(z) : Number.POSITIVE_INFINITY;
    }),
  },
  deviation: {
    tex: String.raw`2s\ln\bigl(2\cosh\tfrac{m-\mu}{2s}\bigr)`,
    whole(d, m) {
      const z = Math.abs(m - d.location) / d.scale;
      return d.scale * (z + 2 * Math.log1p(Math.exp(-z)));
    },
  },
  rows: [
    row<Logistic, Logistic>("logistic", "logistic", {
      kl: (p, q) => logisticShift((p.location - q.location) / p.scale),
      applies: (p, q) => p.scale === q.scale,
      formula: "δ coth(δ/2) − 2 with δ = (μp − μq)/s, for equal scales",
      tex: String.raw`\delta\coth\frac{\delta}{2}-2,\quad\delta=\frac{\mu_p-\mu_q}{s}\quad(s_p=s_q=s)`,
      source:
        "N. L. Johnson, S. Kotz and N. Balakrishnan, Continuous Univariate Distributions 2 (1995), chapter 23; E[ln(1 + e^(X + δ))] by parts",
      wasserstein: {
        first(p, q) {
          const [a, b] = [Math.abs(shift(p, q)), Math.abs(stretch(p, q))];
          return b === 0 ? a : a + 2 * b * Math.log1p(Math.exp(-a / b));
        },
        second: (p, q) => Math.hypot(shift(p, q), (Math.PI / Math.sqrt(3)) * stretch(p, q)),
        formula: "W₂² = (Δμ)² + π²(Δs)²/3; W₁ = |Δμ| + 2|Δs| ln(1 + e^(−|Δμ/Δs|))",
        tex: String.raw`W_2^2=(\Delta\mu)^2+\frac{\pi^2}3(\Delta s)^2,\quad W_1=|\Delta\mu|+2|\Delta s|\ln\bigl(1+e^{-|\Delta\mu/\Delta s|}\bigr)`,
        source: panaretosQuantiles,
      },
    }),
  ],
});
