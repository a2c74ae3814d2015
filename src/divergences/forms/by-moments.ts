import type { Distribution } from "../../distributions/distribution";
import type { ChiSquared } from "../../distributions/families/chi-squared";
import type { Exponential } from "../../distributions/families/exponential";
import type { Gamma } from "../../distributions/families/gamma";
import type { Gumbel } from "../../distributions/families/gumbel";
import type { HalfNormal } from "../../distributions/families/half-normal";
import type { InverseGamma } from "../../distributions/families/inverse-gamma";
import type { LogNormal } from "../../distributions/families/log-normal";
import type { Rayleigh } from "../../distributions/families/rayleigh";
import type { Weibull } from "../../distributions/families/weibull";
import { logGamma } from "../../math/log-gamma";
import { type ClosedForm, row } from "./closed-form";
import { entropyTex } from "./entropy-tex";
import { momentTable } from "./moment-table";
import type { MomentName } from "./moments";

/** Gives an expectation of p by name. */
type Expect = (name: MomentName, argument?: number) => number;

/** −E[ln q(X)] of a model q in terms of expectations of X. */
interface Model {
  readonly needs: readonly MomentName[];
  readonly crossEntropy: (q: never, expect: Expect) => number;
  readonly formula: string;
  readonly tex: string;
  /** The families p on its support for which the needed expectations are known. */
  readonly sources: readonly string[];
}

const positive = ["uniform", "beta", "pareto", "logNormal", "inverseGamma"];
const gammaLike = ["exponential", "gamma", "chiSquared", "weibull", "rayleigh"];

function gammaCross(shape: number, rate: number, expect: Expect): number {
  const mean = rate * expect("mean");
  if (mean === Number.POSITIVE_INFINITY) return mean;
  const power = shape === 1 ? 0 : (shape - 1) * expect("meanLog");
  return logGamma(shape) - shape * Math.log(rate) - power + mean;
}

function weibullCross(shape: number, scale: number, expect: Expect): number {
  const power = expect("power", shape) / scale ** shape;
  if (power === Number.POSITIVE_INFINITY) return power;
  return shape * Math.log(scale) - Math.log(shape) - (shape - 1) * expect("meanLog") + power;
}

const models: Readonly<Record<string, Model>> = {
  exponential: {
    needs: ["mean"],
    sources: [...positive, "continuousBernoulli"],
    crossEntropy: (q: Exponential, expect) => q.rate * expect("mean") - Math.log(q.rate),
    formula: "λ E[X] − ln λ − H(p)",
    tex: String.raw`\lambda_q\operatorname{E}X-\ln\lambda_q-H(p)`,
  },
  gamma: {
    needs: ["mean", "meanLog"],
    sources: positive,
    crossEntropy: (q: Gamma, expect) => gammaCross(q.shape, q.rate, expect),
    formula: "ln Γ(α) − α ln β − (α − 1) E[ln X] + β E[X] − H(p)",
    tex: String.raw`\ln\Gamma(\alpha_q)-\alpha_q\ln\beta_q-(\alpha_q-1)\operatorname{E}\ln X+\beta_q\operatorname{E}X-H(p)`,
  },
  chiSquared: {
    needs: ["mean", "meanLog"],
    sources: positive,
    crossEntropy: (q: ChiSquared, expect) => gammaCross(q.df / 2, 0.5, expect),
    formula: "ln Γ(ν/2) + (ν/2) ln 2 − (ν/2 − 1) E[ln X] + E[X]/2 − H(p)",
    tex: String.raw`\ln\Gamma(\tfrac{\nu_q}2)+\tfrac{\nu_q}2\ln2-(\tfrac{\nu_q}2-1)\operatorname{E}\ln X+\tfrac12\operatorname{E}X-H(p)`,
  },
  inverseGamma: {
    needs: ["meanLog", "power"],
    sources: [...gammaLike, "uniform", "beta", "pareto", "logNormal"],
    crossEntropy(q: InverseGamma, expect) {
      const inverse = q.scale * expect("power", -1);
      if (inverse === Number.POSITIVE_INFINITY) return inverse;
      const { shape, scale } = q;
      return logGamma(shape) - shape * Math.log(scale) + (shape + 1) * expect("meanLog") + inverse;
    },
    formula: "ln Γ(α) − α ln β + (α + 1) E[ln X] + β E[1/X] − H(p)",
    tex: String.raw`\ln\Gamma(\alpha_q)-\alpha_q\ln\beta_q+(\alpha_q+1)\operatorname{E}\ln X+\beta_q\operatorname{E}X^{-1}-H(p)`,
  },
  weibull: {
    needs: ["meanLog", "power"],
    sources: positive,
    crossEntropy: (q: Weibull, expect) => weibullCross(q.shape, q.scale, expect),
    formula: "κ ln λ − ln κ − (κ − 1) E[ln X] + E[X^κ]/λ^κ − H(p)",
    tex: String.raw`\kappa_q\ln\lambda_q-\ln\kappa_q-(\kappa_q-1)\operatorname{E}\ln X+\lambda_q^{-\kappa_q}\operatorname{E}X^{\kappa_q}-H(p)`,
  },
  rayleigh: {
    needs: ["meanLog", "power"],
    sources: positive,
    crossEntropy: (q: Rayleigh, expect) => weibullCross(2, q.scale * Math.SQRT2, expect),
    formula: "2 ln σ − E[ln X] + E[X²]/(2σ²) − H(p)",
    tex: String.raw`2\ln\sigma_q-\operatorname{E}\ln X+\frac{\operatorname{E}X^2}{2\sigma_q^2}-H(p)`,
  },
  halfNormal: {
    needs: ["power"],
    sources: positive,
    crossEntropy: (q: HalfNormal, expect) =>
      Math.log(Math.PI / 2) / 2 + Math.log(q.scale) + expect("power", 2) / q.scale / q.scale / 2,
    formula: "½ ln(πσ²/2) + E[X²]/(2σ²) − H(p)",
    tex: String.raw`\tfrac12\ln\frac{\pi\sigma_q^2}2+\frac{\operatorname{E}X^2}{2\sigma_q^2}-H(p)`,
  },
  logNormal: {
    needs: ["meanLog", "varianceOfLog"],
    sources: [...gammaLike, "inverseGamma", "pareto", "beta"],
    crossEntropy(q: LogNormal, expect) {
      const mean = expect("meanLog");
      const square = expect("varianceOfLog") + (mean - q.mu) ** 2;
      return mean + Math.log(2 * Math.PI) / 2 + Math.log(q.sigma) + square / q.sigma / q.sigma / 2;
    },
    formula: "E[ln X] + ½ ln(2πσ²) + (Var ln X + (E[ln X] − μ)²)/(2σ²) − H(p)",
    tex: String.raw`\operatorname{E}\ln X+\tfrac12\ln(2\pi\sigma_q^2)+\frac{\operatorname{Var}\ln X+(\operatorname{E}\ln X-\mu_q)^2}{2\sigma_q^2}-H(p)`,
  },
  gumbel: {
    needs: ["mean", "exponential"],
    sources: [
      "normal",
      "laplace",
      "logistic",
      "exponential",
      "gamma",
      "chiSquared",
      "uniform",
      "continuousBernoulli",
    ],
    crossEntropy(q: Gumbel, expect) {
      const rise = Math.exp(q.location / q.scale) * expect("exponential", -1 / q.scale);
      return Math.log(q.scale) + (expect("mean") - q.location) / q.scale + rise;
    },
    formula: "ln β + (E[X] − μ)/β + e^(μ/β) E[e^(−X/β)] − H(p)",
    tex: String.raw`\ln\beta_q+\frac{\operatorname{E}X-\mu_q}{\beta_q}+e^{\mu_q/\beta_q}\operatorname{E}e^{-X/\beta_q}-H(p)`,
  },
};

const momentWords: Readonly<Record<MomentName, string>> = {
  mean: String.raw`\operatorname{E}X`,
  meanLog: String.raw`\operatorname{E}\ln X`,
  varianceOfLog: String.raw`\operatorname{Var}\ln X`,
  exponential: String.raw`\operatorname{E}e^{tX}`,
  power: String.raw`\operatorname{E}X^k`,
};

function momentRow(source: string, name: string, model: Model): ClosedForm {
  const moments = momentTable[source];
  const listed = model.needs.flatMap((need) => {
    const known = moments[need];
    return known ? [`${momentWords[need]}=${known.tex}`] : [];
  });
  return row<Distribution, Distribution>(source, name, {
    kl(p, q) {
      const expect: Expect = (need, argument = 0) =>
        need === "mean" ? p.mean : moments[need]!.value(p, argument);
      return model.crossEntropy(q as never, expect) - p.entropy;
    },
    formula: model.formula,
    tex: [model.tex, ...listed, `H(p)=${entropyTex[source]}`].join(String.raw`,\quad `),
    source:
      "M. Gil, On Rényi Divergence Measures for Continuous Alphabet Sources (2011); entropies from T. M. Cover and J. A. Thomas (2006), table 17.1",
  });
}

/** D(p ‖ q) = −E[ln q(X)] − H(p) for pairs of different families, by the expectations that ln q asks of p. */
export const byMomentForms: readonly ClosedForm[] = Object.entries(models).flatMap(
  ([name, model]) => model.sources.map((source) => momentRow(source, name, model)),
);
