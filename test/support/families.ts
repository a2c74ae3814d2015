import * as klab from "../../src";

/** Two lopsided members of every one-dimensional family. */
export const members: readonly klab.Distribution[] = [
  klab.bernoulli(0.3),
  klab.bernoulli(0.99),
  klab.binomial(7, 0.3),
  klab.binomial(300, 0.02),
  klab.geometric(0.3),
  klab.geometric(0.95),
  klab.poisson(0.2),
  klab.poisson(80.5),
  klab.negativeBinomial(2.5, 0.4),
  klab.negativeBinomial(0.3, 0.7),
  klab.categorical([0.05, 0, 0.9, 0.05]),
  klab.normal(3, 2),
  klab.normal(-1, 0.01),
  klab.logNormal(0.3, 0.7),
  klab.logNormal(-1, 0.1),
  klab.uniform(-1, 3),
  klab.exponential(2.5),
  klab.exponential(0.01),
  klab.gamma(0.3, 2),
  klab.gamma(300, 2),
  klab.inverseGamma(3.5, 2),
  klab.inverseGamma(30, 5),
  klab.beta(0.4, 0.7),
  klab.beta(12, 3),
  klab.chiSquared(0.5),
  klab.chiSquared(7.5),
  klab.laplace(1, 2),
  klab.laplace(-3, 0.1),
  klab.cauchy(1, 2),
  klab.cauchy(-3, 0.1),
  klab.logistic(1, 2),
  klab.logistic(-3, 0.1),
  klab.gumbel(1, 2),
  klab.gumbel(-3, 0.1),
  klab.weibull(0.7, 2),
  klab.weibull(4, 0.5),
  klab.pareto(1.5, 5.2),
  klab.pareto(0.2, 0.8),
  klab.studentT(7.5, 1, 2),
  klab.studentT(0.7, -3, 0.1),
  klab.halfNormal(2),
  klab.halfNormal(0.05),
  klab.rayleigh(2),
  klab.rayleigh(0.05),
  klab.vonMises(0.7, 2.5),
  klab.vonMises(-2, 40),
  klab.continuousBernoulli(0.2),
  klab.continuousBernoulli(0.999),
  klab.truncated(klab.normal(0, 1), 2, 5),
  klab.truncated(klab.poisson(3), 1, 4),
  klab.mixture([0.9, 0.1], [klab.normal(-2, 0.6), klab.normal(2, 0.1)]),
  klab.mixture([0.25, 0.75], [klab.uniform(0, 1), klab.uniform(2, 3)]),
  klab.mixture([0.5, 0.5], [klab.poisson(1), klab.poisson(30)]),
  klab.density((x) => 2 * x, { support: [0, 1] }),
  klab.density((x) => Math.exp(-Math.abs(x)) / 2, {
    support: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    kinks: [0],
  }),
];

/** The member of a family by the name of its factory, as reference files give it. */
export function make(family: string, parameters: readonly number[]): klab.Distribution {
  const factory = (klab as unknown as Record<string, (...values: number[]) => klab.Distribution>)[
    family
  ];
  if (!factory) throw new Error(`no family ${family}`);
  return factory(...parameters);
}
