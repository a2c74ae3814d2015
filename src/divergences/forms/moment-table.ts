import type { Beta } from "../../distributions/families/beta";
import type { ChiSquared } from "../../distributions/families/chi-squared";
import type { ContinuousBernoulli } from "../../distributions/families/continuous-bernoulli";
import type { Exponential } from "../../distributions/families/exponential";
import type { Gamma } from "../../distributions/families/gamma";
import type { InverseGamma } from "../../distributions/families/inverse-gamma";
import type { Laplace } from "../../distributions/families/laplace";
import type { LogNormal } from "../../distributions/families/log-normal";
import type { Logistic } from "../../distributions/families/logistic";
import type { Normal } from "../../distributions/families/normal";
import type { Pareto } from "../../distributions/families/pareto";
import type { Rayleigh } from "../../distributions/families/rayleigh";
import type { Uniform } from "../../distributions/families/uniform";
import type { Weibull } from "../../distributions/families/weibull";
import { digamma, eulerGamma, logGamma } from "../../math/log-gamma";
import { logSinhc } from "../../math/log-sinhc";
import { trigamma } from "../../math/trigamma";
import { type Moment, type Moments, moment } from "./moments";
import {
  exponentialMomentOfUniform,
  meanLogOfUniform,
  powerMomentOfUniform,
} from "./uniform-moments";

const { POSITIVE_INFINITY } = Number;
/** Γ(a + k)/Γ(a), ∞ where it diverges. */
const gammaQuotient = (a: number, k: number): number => {
  if (!(a + k > 0)) return POSITIVE_INFINITY;
  // The usual moments as products: of a large a the logarithms would lose digits.
  if (k === 1 || k === 2) return k === 1 ? a : a * (a + 1);
  if (k === -1 || k === -2) return k === -1 ? 1 / (a - 1) : 1 / (a - 1) / (a - 2);
  return Math.exp(logGamma(a + k) - logGamma(a));
};
const mean = (tex: string): Moment => moment(tex, (d) => d.mean);

/** The expectations that the closed forms of mixed pairs are made of. */
export const momentTable: Readonly<Record<string, Moments>> = {
  normal: {
    exponential: moment(String.raw`e^{\mu_pt+\sigma_p^2t^2/2}`, (d: Normal, t) =>
      Math.exp(d.mean * t + (d.variance * t * t) / 2),
    ),
  },
  laplace: {
    mean: mean(String.raw`\mu_p`),
    exponential: moment(String.raw`\frac{e^{\mu_pt}}{1-b_p^2t^2}`, (d: Laplace, t) =>
      Math.abs(d.scale * t) < 1
        ? Math.exp(d.location * t) / (1 - (d.scale * t) ** 2)
        : POSITIVE_INFINITY,
    ),
  },
  logistic: {
    mean: mean(String.raw`\mu_p`),
    exponential: moment(String.raw`e^{\mu_pt}\frac{\pi s t}{\sin\pi st}`, (d: Logistic, t) => {
      const z = Math.PI * d.scale * Math.abs(t);
      return z < Math.PI ? (Math.exp(d.location * t) * z) / Math.sin(z) : POSITIVE_INFINITY;
    }),
  },
  exponential: {
    meanLog: moment(
      String.raw`-\gamma-\ln\lambda`,
      (d: Exponential) => -eulerGamma - Math.log(d.rate),
    ),
    varianceOfLog: moment(String.raw`\tfrac{\pi^2}6`, () => Math.PI ** 2 / 6),
    exponential: moment(String.raw`\frac{\lambda}{\lambda-t}`, (d: Exponential, t) =>
      t < d.rate ? d.rate / (d.rate - t) : POSITIVE_INFINITY,
    ),
    power: moment(
      String.raw`\frac{\Gamma(1+k)}{\lambda^k}`,
      (d: Exponential, k) => gammaQuotient(1, k) * d.rate ** -k,
    ),
  },
  gamma: {
    meanLog: moment(
      String.raw`\psi(\alpha)-\ln\beta`,
      (d: Gamma) => digamma(d.shape) - Math.log(d.rate),
    ),
    varianceOfLog: moment(String.raw`\psi'(\alpha)`, (d: Gamma) => trigamma(d.shape)),
    exponential: moment(String.raw`\Bigl(\frac{\beta}{\beta-t}\Bigr)^\alpha`, (d: Gamma, t) =>
      t < d.rate ? Math.exp(-d.shape * Math.log1p(-t / d.rate)) : POSITIVE_INFINITY,
    ),
    power: moment(
      String.raw`\frac{\Gamma(\alpha+k)}{\Gamma(\alpha)\beta^k}`,
      (d: Gamma, k) => gammaQuotient(d.shape, k) * d.rate ** -k,
    ),
  },
  chiSquared: {
    meanLog: moment(
      String.raw`\psi(\tfrac\nu2)+\ln2`,
      (d: ChiSquared) => digamma(d.df / 2) + Math.LN2,
    ),
    varianceOfLog: moment(String.raw`\psi'(\tfrac\nu2)`, (d: ChiSquared) => trigamma(d.df / 2)),
    exponential: moment(String.raw`(1-2t)^{-\nu/2}`, (d: ChiSquared, t) =>
      t < 0.5 ? Math.exp((-d.df / 2) * Math.log1p(-2 * t)) : POSITIVE_INFINITY,
    ),
    power: moment(
      String.raw`2^k\frac{\Gamma(\nu/2+k)}{\Gamma(\nu/2)}`,
      (d: ChiSquared, k) => gammaQuotient(d.df / 2, k) * 2 ** k,
    ),
  },
  inverseGamma: {
    mean: mean(String.raw`\tfrac{\beta}{\alpha-1}`),
    meanLog: moment(
      String.raw`\ln\beta-\psi(\alpha)`,
      (d: InverseGamma) => Math.log(d.scale) - digamma(d.shape),
    ),
    varianceOfLog: moment(String.raw`\psi'(\alpha)`, (d: InverseGamma) => trigamma(d.shape)),
    power: moment(
      String.raw`\beta^k\frac{\Gamma(\alpha-k)}{\Gamma(\alpha)}`,
      (d: InverseGamma, k) => gammaQuotient(d.shape, -k) * d.scale ** k,
    ),
  },
  weibull: {
    meanLog: moment(
      String.raw`\ln\lambda-\tfrac\gamma\kappa`,
      (d: Weibull) => Math.log(d.scale) - eulerGamma / d.shape,
    ),
    varianceOfLog: moment(
      String.raw`\tfrac{\pi^2}{6\kappa^2}`,
      (d: Weibull) => (Math.PI / d.shape) ** 2 / 6,
    ),
    power: moment(
      String.raw`\lambda^k\Gamma(1+\tfrac k\kappa)`,
      (d: Weibull, k) => gammaQuotient(1, k / d.shape) * d.scale ** k,
    ),
  },
  rayleigh: {
    meanLog: moment(
      String.raw`\ln\sigma_p+\tfrac{\ln2-\gamma}2`,
      (d: Rayleigh) => Math.log(d.scale) + (Math.LN2 - eulerGamma) / 2,
    ),
    varianceOfLog: moment(String.raw`\tfrac{\pi^2}{24}`, () => Math.PI ** 2 / 24),
    power: moment(
      String.raw`(\sqrt2\sigma_p)^k\,\Gamma(1+\tfrac k2)`,
      (d: Rayleigh, k) => gammaQuotient(1, k / 2) * (d.scale * Math.SQRT2) ** k,
    ),
  },
  logNormal: {
    mean: mean(String.raw`e^{\mu_p+\sigma_p^2/2}`),
    meanLog: moment(String.raw`\mu_p`, (d: LogNormal) => d.mu),
    power: moment(String.raw`e^{k\mu_p+k^2\sigma_p^2/2}`, (d: LogNormal, k) =>
      Math.exp(k * d.mu + (k * d.sigma) ** 2 / 2),
    ),
  },
  beta: {
    mean: mean(String.raw`\tfrac{\alpha}{\alpha+\beta}`),
    meanLog: moment(
      String.raw`\psi(\alpha)-\psi(\alpha+\beta)`,
      (d: Beta) => digamma(d.alpha) - digamma(d.alpha + d.beta),
    ),
    varianceOfLog: moment(
      String.raw`\psi'(\alpha)-\psi'(\alpha+\beta)`,
      (d: Beta) => trigamma(d.alpha) - trigamma(d.alpha + d.beta),
    ),
    power: moment(
      String.raw`\frac{B(\alpha+k,\beta)}{B(\alpha,\beta)}`,
      (d: Beta, k) => gammaQuotient(d.alpha, k) / gammaQuotient(d.alpha + d.beta, k),
    ),
  },
  continuousBernoulli: {
    mean: mean(String.raw`\tfrac12+\tfrac12\coth\tfrac\eta2-\tfrac1\eta`),
    exponential: moment(
      String.raw`e^{t/2}\frac{\eta\sinh\frac{\eta+t}2}{(\eta+t)\sinh\frac\eta2}`,
      (d: ContinuousBernoulli, t) =>
        Math.exp(t / 2 + logSinhc((d.logit + t) / 2) - logSinhc(d.logit / 2)),
    ),
  },
  uniform: {
    mean: mean(String.raw`\tfrac{l+h}2`),
    meanLog: moment(String.raw`\frac{h\ln h-l\ln l}{h-l}-1`, (d: Uniform) =>
      meanLogOfUniform(d.low, d.high),
    ),
    exponential: moment(String.raw`\frac{e^{th}-e^{tl}}{t(h-l)}`, (d: Uniform, t) =>
      exponentialMomentOfUniform(d.low, d.high, t),
    ),
    power: moment(String.raw`\frac{h^{k+1}-l^{k+1}}{(k+1)(h-l)}`, (d: Uniform, k) =>
      d.low === 0 && k <= -1 ? POSITIVE_INFINITY : powerMomentOfUniform(d.low, d.high, k),
    ),
  },
  pareto: {
    mean: mean(String.raw`\tfrac{\alpha m}{\alpha-1}`),
    meanLog: moment(
      String.raw`\ln m+\tfrac1\alpha`,
      (d: Pareto) => Math.log(d.scale) + 1 / d.shape,
    ),
    varianceOfLog: moment(String.raw`\tfrac1{\alpha^2}`, (d: Pareto) => 1 / (d.shape * d.shape)),
    power: moment(String.raw`\frac{\alpha m^k}{\alpha-k}`, (d: Pareto, k) =>
      k < d.shape ? (d.shape / (d.shape - k)) * d.scale ** k : POSITIVE_INFINITY,
    ),
  },
};
