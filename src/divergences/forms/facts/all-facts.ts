import { bernoulliFacts } from "./bernoulli-facts";
import { betaFacts } from "./beta-facts";
import { binomialFacts } from "./binomial-facts";
import { categoricalFacts } from "./categorical-facts";
import { cauchyFacts } from "./cauchy-facts";
import { chiSquaredFacts } from "./chi-squared-facts";
import { continuousBernoulliFacts } from "./continuous-bernoulli-facts";
import { dirichletFacts } from "./dirichlet-facts";
import { exponentialFacts } from "./exponential-facts";
import type { Facts } from "./facts";
import { gammaFacts } from "./gamma-facts";
import { geometricFacts } from "./geometric-facts";
import { gumbelFacts } from "./gumbel-facts";
import { halfNormalFacts } from "./half-normal-facts";
import { independentFacts } from "./independent-facts";
import { inverseGammaFacts } from "./inverse-gamma-facts";
import { laplaceFacts } from "./laplace-facts";
import { logNormalFacts } from "./log-normal-facts";
import { logisticFacts } from "./logistic-facts";
import { multivariateNormalFacts } from "./multivariate-normal-facts";
import { negativeBinomialFacts } from "./negative-binomial-facts";
import { normalFacts } from "./normal-facts";
import { paretoFacts } from "./pareto-facts";
import { poissonFacts } from "./poisson-facts";
import { rayleighFacts } from "./rayleigh-facts";
import { skewNormalFacts } from "./skew-normal-facts";
import { studentTFacts } from "./student-t-facts";
import { triangularFacts } from "./triangular-facts";
import { uniformFacts } from "./uniform-facts";
import { vonMisesFacts } from "./von-mises-facts";
import { weibullFacts } from "./weibull-facts";
import { wishartFacts } from "./wishart-facts";

/** One entry a family; the table of pairs is made of these, in this order. */
export const allFacts: readonly Facts[] = [
  bernoulliFacts,
  binomialFacts,
  geometricFacts,
  poissonFacts,
  negativeBinomialFacts,
  categoricalFacts,
  normalFacts,
  logNormalFacts,
  uniformFacts,
  exponentialFacts,
  gammaFacts,
  inverseGammaFacts,
  betaFacts,
  chiSquaredFacts,
  laplaceFacts,
  cauchyFacts,
  logisticFacts,
  gumbelFacts,
  weibullFacts,
  paretoFacts,
  studentTFacts,
  halfNormalFacts,
  rayleighFacts,
  triangularFacts,
  skewNormalFacts,
  vonMisesFacts,
  continuousBernoulliFacts,
  dirichletFacts,
  multivariateNormalFacts,
  independentFacts,
  wishartFacts,
];
