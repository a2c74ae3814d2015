import type { Distribution } from "../../distributions/distribution";
import type { Beta } from "../../distributions/families/beta";
import type { ChiSquared } from "../../distributions/families/chi-squared";
import type { ContinuousBernoulli } from "../../distributions/families/continuous-bernoulli";
import type { Gamma } from "../../distributions/families/gamma";
import type { Gumbel } from "../../distributions/families/gumbel";
import type { HalfNormal } from "../../distributions/families/half-normal";
import type { InverseGamma } from "../../distributions/families/inverse-gamma";
import type { LogNormal } from "../../distributions/families/log-normal";
import type { Logistic } from "../../distributions/families/logistic";
import type { Normal } from "../../distributions/families/normal";
import type { StudentT } from "../../distributions/families/student-t";
import type { Uniform } from "../../distributions/families/uniform";
import type { Weibull } from "../../distributions/families/weibull";
import { erf } from "../../math/erf";
import { expm1mx } from "../../math/expm1mx";
import { exponentialIntegral } from "../../math/exponential-integral";
import { regularizedBeta } from "../../math/incomplete-beta";
import { gammaP, gammaQ } from "../../math/incomplete-gamma";
import { normalCdf } from "../../math/normal-quantile";

/** E|X − m|, for the families listed below; ∞ where X has no mean. */
export function absoluteDeviation(d: Distribution, m: number): number {
  const [low, high] = d.support;
  const { mean } = d;
  if (!Number.isFinite(mean)) return Number.POSITIVE_INFINITY;
  if (m <= low) return mean - m;
  if (m >= high) return m - mean;
  const direct = directly[d.family];
  if (direct) return direct(d as never, m);
  // E|X − m| = E X − m + 2 E[(m − X)⁺]
  return mean - m + 2 * shortfall[d.family](d as never, m);
}

const directly: Readonly<Record<string, (d: never, m: number) => number>> = {
  normal(d: Normal, m) {
    const z = (d.mean - m) / d.sd;
    const bell = Math.sqrt(2 / Math.PI) * Math.exp(-(z * z) / 2);
    return d.sd * (bell + z * erf(z / Math.SQRT2));
  },
  logistic(d: Logistic, m) {
    const z = Math.abs(m - d.location) / d.scale;
    return d.scale * (z + 2 * Math.log1p(Math.exp(-z)));
  },
  studentT(d: StudentT, m) {
    const z = (m - d.location) / d.scale;
    const bell = ((d.df + z * z) / (d.df - 1)) * d.prob(m) * d.scale;
    return d.scale * (2 * bell + z * (d.cdf(m) - d.survival(m)));
  },
  uniform: (d: Uniform, m) => ((d.high - m) ** 2 + (m - d.low) ** 2) / (d.high - d.low) / 2,
};

/** E[(m − X)⁺] for m inside the support, from the partial mean or from ∫ cdf. */
const shortfall: Readonly<Record<string, (d: never, m: number) => number>> = {
  exponential: (d: Distribution, m) => expm1mx(-m / d.mean) * d.mean,
  gamma: (d: Gamma, m) => m * d.cdf(m) - d.mean * gammaP(d.shape + 1, d.rate * m),
  chiSquared: (d: ChiSquared, m) => m * d.cdf(m) - d.df * gammaP(d.df / 2 + 1, m / 2),
  inverseGamma: (d: InverseGamma, m) => m * d.cdf(m) - d.mean * gammaQ(d.shape - 1, d.scale / m),
  beta: (d: Beta, m) => m * d.cdf(m) - d.mean * regularizedBeta(d.alpha + 1, d.beta, m).lower,
  continuousBernoulli({ logit }: ContinuousBernoulli, m) {
    if (Math.abs(logit) < 1e-5) return (m * m) / 2 + (logit * m * m * (2 * m - 3)) / 12;
    return expm1mx(logit * m) / (logit * Math.expm1(logit));
  },
  pareto(d: Distribution, m) {
    const [scale] = d.support;
    const shape = d.mean / (d.mean - scale);
    return m * d.cdf(m) + d.mean * Math.expm1((shape - 1) * Math.log(scale / m));
  },
  weibull(d: Weibull, m) {
    return m * d.cdf(m) - d.mean * gammaP(1 + 1 / d.shape, (m / d.scale) ** d.shape);
  },
  rayleigh: (d: Distribution, m) =>
    m * d.cdf(m) - d.mean * gammaP(1.5, (Math.PI / 4) * (m / d.mean) ** 2),
  halfNormal(d: HalfNormal, m) {
    const z = m / d.scale;
    return m * d.cdf(m) + d.mean * Math.expm1(-(z * z) / 2);
  },
  logNormal(d: LogNormal, m) {
    return m * d.cdf(m) - d.mean * normalCdf((Math.log(m) - d.mu) / d.sigma - d.sigma);
  },
  gumbel: (d: Gumbel, m) => d.scale * exponentialIntegral(Math.exp((d.location - m) / d.scale)),
};
