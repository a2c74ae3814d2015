import type { Distribution } from "../../distributions/distribution";
import type { Normal } from "../../distributions/families/normal";
import { type ClosedForm, row } from "./closed-form";
import { entropyTex } from "./entropy-tex";
import { normalKl } from "./location-scale";
import { negentropy } from "./negentropy";

/** The families whose mean, variance and entropy are known by formula. */
const families = [
  "exponential",
  "gamma",
  "chiSquared",
  "inverseGamma",
  "beta",
  "continuousBernoulli",
  "uniform",
  "laplace",
  "logistic",
  "gumbel",
  "weibull",
  "pareto",
  "studentT",
  "halfNormal",
  "rayleigh",
  "logNormal",
];

/** D(p ‖ normal) by moments: that of the normal distribution with p's mean and variance, plus p's negentropy. */
export const toNormalForms: readonly ClosedForm[] = families.map((family) =>
  row<Distribution, Normal>(family, "normal", {
    kl(p, q) {
      if (!(p.variance < Number.POSITIVE_INFINITY)) return Number.POSITIVE_INFINITY;
      return normalKl(p.mean, Math.sqrt(p.variance), q.mean, q.sd) + negentropy(p);
    },
    formula: "½ ln(2πσ²) + (Var X + (E X − μ)²)/(2σ²) − H(p), ∞ where X has no variance",
    tex: String.raw`\frac12\ln(2\pi\sigma^2)+\frac{\operatorname{Var}X+(\operatorname{E}X-\mu)^2}{2\sigma^2}-H(p),\quad H(p)=${entropyTex[family]}`,
    source:
      "M. Gil, On Rényi Divergence Measures for Continuous Alphabet Sources (2011); entropies from T. M. Cover and J. A. Thomas (2006), table 17.1",
  }),
);
