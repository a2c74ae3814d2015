import { type SkewNormal, skewNormal } from "../../../distributions/families/skew-normal";
import { normalCdf } from "../../../math/normal-quantile";
import { skewNormalNegentropy } from "../../../math/skew-normal-negentropy";
import type { Deviation } from "../absolute-deviation";
import { row } from "../closed-form";
import { moment } from "../moments";
import { normalKl } from "../normal-kl";
import { skewNormalRatio } from "../skew-normal-ratio";
import { azzalini } from "../sources";
import { meanDistance, shift, stretch } from "../transport/mean-distance";
import { panaretosQuantiles } from "../transport/transport-form";
import { type Facts, facts } from "./facts";

const delta = ({ shape }: SkewNormal): number => shape / Math.hypot(1, shape);

/** E|X − m|, for the spread of X and for W₁. */
const deviation: Deviation<SkewNormal> = {
  tex: String.raw`\operatorname{E}X-m+2\omega\bigl(zF(z)+f(z)-\delta\sqrt{\tfrac2\pi}\,\Phi(z\sqrt{1+\alpha^2})\bigr),\ z=\tfrac{m-\xi}\omega,\ \delta=\tfrac{\alpha}{\sqrt{1+\alpha^2}}`,
  shortfall(d, m) {
    const z = (m - d.location) / d.scale;
    const partial = delta(d) * Math.sqrt(2 / Math.PI) * normalCdf(z * Math.hypot(1, d.shape));
    return d.scale * (z * d.cdf(m) + d.scale * d.prob(m) - partial);
  },
};

/** What is known of the skew-normal distribution. */
export const skewNormalFacts: Facts = facts<SkewNormal>({
  family: "skewNormal",
  domain: "line",
  logRatio: skewNormalRatio,
  entropyTex: String.raw`\tfrac12\ln(2\pi e\,\omega^2)-\operatorname{E}\ln\bigl(2\Phi(\alpha Z)\bigr),\ Z=\tfrac{X-\xi}\omega`,
  negentropy: (d) => skewNormalNegentropy(d.shape),
  moments: {
    mean: moment(String.raw`\xi+\omega\delta\sqrt{\tfrac2\pi}`, (d) => d.mean),
    exponential: moment(
      String.raw`2e^{\xi t+\omega^2t^2/2}\,\Phi(\delta\omega t)`,
      (d: SkewNormal, t) =>
        2 * Math.exp(d.location * t + (d.scale * t) ** 2 / 2) * normalCdf(delta(d) * d.scale * t),
    ),
  },
  deviation,
  rows: [
    row<SkewNormal, SkewNormal>("skewNormal", "skewNormal", {
      kl: (p, q) =>
        normalKl(p.mean, Math.sqrt(p.variance), q.location, q.scale) +
        skewNormalNegentropy(p.shape),
      applies: (_, q) => q.shape === 0,
      formula: "for αq = 0, where q is normal: ½ ln(2πω²) + (Var X + (E X − ξ)²)/(2ω²) − H(p)",
      tex: String.raw`\frac12\ln(2\pi\omega_q^2)+\frac{\operatorname{Var}X+(\operatorname{E}X-\xi_q)^2}{2\omega_q^2}-H(p)\quad(\alpha_q=0)`,
      source: azzalini,
      wasserstein: {
        first(p, q) {
          if (p.shape !== q.shape) return undefined;
          return meanDistance(shift(p, q), stretch(p, q), skewNormal(0, 1, p.shape), deviation);
        },
        second(p, q) {
          if (p.shape !== q.shape) return undefined;
          const z = skewNormal(0, 1, p.shape);
          const [a, b] = [shift(p, q), stretch(p, q)];
          return Math.hypot(a + b * z.mean, b * Math.sqrt(z.variance));
        },
        formula:
          "for equal α: W₂² = (Δξ + Δω δ√(2/π))² + (Δω)²(1 − 2δ²/π), δ = α/√(1 + α²); W₁ = E|Δξ + Δω Z|, Z = skewNormal(0, 1, α)",
        tex: String.raw`W_2^2=\bigl(\Delta\xi+\Delta\omega\,\delta\sqrt{\tfrac2\pi}\bigr)^2+(\Delta\omega)^2\Bigl(1-\frac{2\delta^2}\pi\Bigr),\quad W_1=\operatorname{E}|\Delta\xi+\Delta\omega\,Z|\quad(\alpha_p=\alpha_q=\alpha)`,
        source: panaretosQuantiles,
      },
    }),
  ],
});
