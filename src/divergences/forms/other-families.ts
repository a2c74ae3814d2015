import { type InverseGamma, inverseGamma } from "../../distributions/families/inverse-gamma";
import { type Pareto, pareto } from "../../distributions/families/pareto";
import type { Uniform } from "../../distributions/families/uniform";
import { type VonMises, vonMises } from "../../distributions/families/von-mises";
import { besselRatio } from "../../math/bessel";
import { logBesselBregman } from "../../math/bessel-bregman";
import { quotientBregman } from "../../math/log-gamma-bregman";
import { blend, type ClosedForm, row } from "./closed-form";
import { gammaKl, quotient } from "./generalized-gamma";
import { meanLogOfUniform } from "./uniform-moments";

export const otherForms: readonly ClosedForm[] = [
  row<InverseGamma, InverseGamma>("inverseGamma", "inverseGamma", {
    kl: (p, q) => gammaKl(p.shape, q.shape, quotient(q.scale, p.scale)),
    geometricMean(p, q, w) {
      const [shape, scale] = [blend(p.shape, q.shape, w), blend(p.scale, q.scale, w)];
      return shape > 0 && scale > 0 ? inverseGamma(shape, scale) : null;
    },
    formula: "(αp − αq) ψ(αp) − ln Γ(αp) + ln Γ(αq) + αq ln(βp/βq) + αp (βq/βp − 1)",
    tex: String.raw`(\alpha_p-\alpha_q)\psi(\alpha_p)-\ln\Gamma(\alpha_p)+\ln\Gamma(\alpha_q)+\alpha_q\ln\frac{\beta_p}{\beta_q}+\alpha_p\Bigl(\frac{\beta_q}{\beta_p}-1\Bigr)`,
    source: "The Book of Statistical Proofs, P93 (gam-kl), unchanged by the bijection 1/X",
  }),
  row<Pareto, Pareto>("pareto", "pareto", {
    kl(p, q) {
      const shift = Math.log1p((p.scale - q.scale) / q.scale);
      return q.shape * shift + quotientBregman(q.shape, p.shape);
    },
    geometricMean(p, q, w) {
      if (p.scale !== q.scale) return undefined;
      const shape = blend(p.shape, q.shape, w);
      return shape > 0 ? pareto(p.scale, shape) : null;
    },
    formula: "αq ln(mp/mq) + αq/αp − 1 − ln(αq/αp) if mp ≥ mq, else ∞",
    tex: String.raw`\alpha_q\ln\frac{m_p}{m_q}+\frac{\alpha_q}{\alpha_p}-1-\ln\frac{\alpha_q}{\alpha_p}\quad(m_p\ge m_q)`,
    source:
      "M. Gil, On Rényi Divergence Measures for Continuous Alphabet Sources (2011), section 2.8",
  }),
  row<Uniform, Pareto>("uniform", "pareto", {
    kl(p, q) {
      const logRatio = meanLogOfUniform(p.low, p.high) - Math.log(q.scale);
      return (
        q.shape * logRatio + meanLogOfUniform(p.low, p.high) - Math.log(q.shape * (p.high - p.low))
      );
    },
    formula:
      "(α + 1) E[ln X] − α ln m − ln α − ln(h − l) if l ≥ m, E[ln X] = (h ln h − l ln l)/(h − l) − 1",
    tex: String.raw`(\alpha+1)\Bigl(\frac{h\ln h-l\ln l}{h-l}-1\Bigr)-\alpha\ln m-\ln\alpha-\ln(h-l)\quad(l\ge m)`,
    source:
      "M. Gil, On Rényi Divergence Measures for Continuous Alphabet Sources (2011), section 2.8, with the definition",
  }),
  row<VonMises, VonMises>("vonMises", "vonMises", {
    kl(p, q) {
      const sine = Math.sin((p.location - q.location) / 2);
      const turned = 2 * q.concentration * besselRatio(p.concentration).ratio * sine * sine;
      return logBesselBregman(q.concentration, p.concentration) + turned;
    },
    geometricMean(p, q, w) {
      // The natural parameter is the vector κ(cos μ, sin μ).
      const along = (f: (x: number) => number): number =>
        blend(p.concentration * f(p.location), q.concentration * f(q.location), w);
      const [x, y] = [along(Math.cos), along(Math.sin)];
      return vonMises(Math.atan2(y, x), Math.hypot(x, y));
    },
    formula: "ln(I₀(κq)/I₀(κp)) + (κp − κq cos(μp − μq)) I₁(κp)/I₀(κp)",
    tex: String.raw`\ln\frac{I_0(\kappa_q)}{I_0(\kappa_p)}+\bigl(\kappa_p-\kappa_q\cos(\mu_p-\mu_q)\bigr)\frac{I_1(\kappa_p)}{I_0(\kappa_p)}`,
    source:
      "K. V. Mardia and P. E. Jupp, Directional Statistics (2000), section 3.5.4, with the definition",
  }),
];
