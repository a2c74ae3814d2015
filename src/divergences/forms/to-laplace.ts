import type { Distribution } from "../../distributions/distribution";
import type { Laplace } from "../../distributions/families/laplace";
import { absoluteDeviation } from "./absolute-deviation";
import { type ClosedForm, row } from "./closed-form";
import { entropyTex } from "./entropy-tex";

const partial = (mean: string, part: string): string =>
  String.raw`\operatorname{E}X-m+2\bigl(m\,F(m)-${mean}\,${part}\bigr)`;

/** E|X − m| for m inside the support; beyond its ends it is |E X − m|. */
const deviationTex: Readonly<Record<string, string>> = {
  normal: String.raw`\sigma_p\sqrt{\tfrac2\pi}\,e^{-\delta^2/2\sigma_p^2}+\delta\operatorname{erf}\frac{\delta}{\sqrt2\sigma_p},\ \delta=\mu_p-m`,
  logistic: String.raw`2s\ln\bigl(2\cosh\tfrac{m-\mu}{2s}\bigr)`,
  studentT: String.raw`2s\,\tfrac{\nu+z^2}{\nu-1}f(z)+sz\,(2F(z)-1),\ z=\tfrac{m-\mu}{s}`,
  uniform: String.raw`\frac{(h-m)^2+(m-l)^2}{2(h-l)}`,
  exponential: String.raw`m+\frac{2e^{-\lambda m}-1}{\lambda}`,
  gamma: partial(String.raw`\tfrac{\alpha}{\beta}`, String.raw`P(\alpha+1,\beta m)`),
  chiSquared: partial(String.raw`\nu`, String.raw`P(\tfrac\nu2+1,\tfrac m2)`),
  inverseGamma: partial(String.raw`\tfrac{\beta}{\alpha-1}`, String.raw`Q(\alpha-1,\tfrac\beta m)`),
  beta: partial(String.raw`\tfrac{\alpha}{\alpha+\beta}`, String.raw`I_m(\alpha+1,\beta)`),
  continuousBernoulli: String.raw`\operatorname{E}X-m+2\,\frac{e^{\eta m}-1-\eta m}{\eta(e^\eta-1)}`,
  pareto: partial(
    String.raw`\tfrac{\alpha s}{\alpha-1}`,
    String.raw`\bigl(1-(s/m)^{\alpha-1}\bigr)`,
  ),
  weibull: partial(
    String.raw`\lambda\Gamma(1+\tfrac1k)`,
    String.raw`P\bigl(1+\tfrac1k,(m/\lambda)^k\bigr)`,
  ),
  rayleigh: partial(
    String.raw`\sigma_p\sqrt{\pi/2}`,
    String.raw`P\bigl(\tfrac32,\tfrac{m^2}{2\sigma_p^2}\bigr)`,
  ),
  halfNormal: partial(
    String.raw`\sigma_p\sqrt{2/\pi}`,
    String.raw`\bigl(1-e^{-m^2/2\sigma_p^2}\bigr)`,
  ),
  logNormal: partial(
    String.raw`e^{\mu_p+\sigma_p^2/2}`,
    String.raw`\Phi\bigl(\tfrac{\ln m-\mu_p}{\sigma_p}-\sigma_p\bigr)`,
  ),
  gumbel: String.raw`\operatorname{E}X-m+2\beta\,E_1\bigl(e^{-(m-\mu)/\beta}\bigr)`,
};

/** D(p ‖ laplace(m, b)) from the absolute deviation of p from m. */
export const toLaplaceForms: readonly ClosedForm[] = Object.entries(deviationTex).map(
  ([family, deviation]) =>
    row<Distribution, Laplace>(family, "laplace", {
      kl(p, q) {
        return (
          absoluteDeviation(p, q.location) / q.scale + Math.log(q.scale) + Math.LN2 - p.entropy
        );
      },
      formula: "ln(2b) + E|X − m|/b − H(p), ∞ where X has no mean",
      tex: String.raw`\ln(2b)+\frac{\operatorname{E}|X-m|}{b}-H(p),\quad\operatorname{E}|X-m|=${deviation},\quad H(p)=${entropyTex[family]}`,
      source:
        "M. Gil, On Rényi Divergence Measures for Continuous Alphabet Sources (2011); entropies from T. M. Cover and J. A. Thomas (2006), table 17.1",
    }),
);
