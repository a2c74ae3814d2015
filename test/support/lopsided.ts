import * as klab from "../../src";

/** Members of each family far from one another and from symmetry; for uniform models, wide enough to cover. */
export const lopsided: Readonly<Record<string, readonly klab.Distribution[]>> = {
  bernoulli: [klab.bernoulli(0.02), klab.bernoulli(0.7)],
  binomial: [klab.binomial(9, 0.05), klab.binomial(9, 0.8)],
  geometric: [klab.geometric(0.2), klab.geometric(0.9)],
  poisson: [klab.poisson(2), klab.poisson(12)],
  negativeBinomial: [
    klab.negativeBinomial(1, 0.3),
    klab.negativeBinomial(2.5, 0.6),
    klab.negativeBinomial(2.5, 0.2),
  ],
  categorical: [klab.categorical([0.9, 0.05, 0.05]), klab.categorical([0.1, 0.2, 0.7])],
  normal: [klab.normal(-1, 0.4), klab.normal(2, 3)],
  logNormal: [klab.logNormal(-0.5, 0.3), klab.logNormal(0.6, 0.9)],
  uniform: [klab.uniform(0.2, 0.4), klab.uniform(0, 1), klab.uniform(-2, 9)],
  exponential: [klab.exponential(0.4), klab.exponential(3)],
  gamma: [klab.gamma(0.7, 0.5), klab.gamma(6, 4)],
  inverseGamma: [klab.inverseGamma(5.5, 9), klab.inverseGamma(2.4, 0.6)],
  beta: [klab.beta(0.8, 4), klab.beta(6, 1.5)],
  chiSquared: [klab.chiSquared(1.4), klab.chiSquared(7)],
  laplace: [klab.laplace(-0.6, 0.3), klab.laplace(0.4, 2)],
  cauchy: [klab.cauchy(-2, 0.2), klab.cauchy(1, 3)],
  logistic: [klab.logistic(-2, 0.6), klab.logistic(1, 0.6), klab.logistic(0, 2)],
  gumbel: [klab.gumbel(-1, 0.5), klab.gumbel(1, 2)],
  weibull: [klab.weibull(0.8, 0.6), klab.weibull(3.5, 2)],
  pareto: [klab.pareto(0.1, 0.7), klab.pareto(0.9, 7)],
  studentT: [
    klab.studentT(6.5, -1, 0.3),
    klab.studentT(12, 1, 2),
    klab.studentT(1, 2, 0.7),
    klab.studentT(1, -1, 3),
  ],
  halfNormal: [klab.halfNormal(0.3), klab.halfNormal(4)],
  rayleigh: [klab.rayleigh(0.5), klab.rayleigh(3)],
  vonMises: [klab.vonMises(-1, 0.4), klab.vonMises(2, 25)],
  continuousBernoulli: [klab.continuousBernoulli(0.01), klab.continuousBernoulli(0.7)],
};
