// All that `import … from "klab"` can reach but for `explore`, which is made with it in index.ts; in the order of the folders.
export type { Locale } from "./words/locale";
export { seeded, type Prng } from "./math/random";
export { show } from "./display/show";
export { progress, type Progress, type ProgressOptions } from "./display/progress";
export type { DisplayAdapter, DisplayOutput } from "./display/adapters";
export type { Displayable, MimeBundle } from "./display/mime";
export type {
  AnyDistribution,
  Distribution,
  MultivariateDistribution,
} from "./distributions/distribution";
export { Family } from "./distributions/family";
export { IntegerFamily } from "./distributions/integer-family";
export { MultivariateFamily } from "./distributions/multivariate-family";
export { bernoulli, Bernoulli } from "./distributions/families/bernoulli";
export { binomial, Binomial } from "./distributions/families/binomial";
export { geometric, Geometric } from "./distributions/families/geometric";
export { poisson, Poisson } from "./distributions/families/poisson";
export { negativeBinomial, NegativeBinomial } from "./distributions/families/negative-binomial";
export { categorical, Categorical } from "./distributions/families/categorical";
export { normal, Normal } from "./distributions/families/normal";
export { logNormal, LogNormal } from "./distributions/families/log-normal";
export { uniform, Uniform } from "./distributions/families/uniform";
export { exponential, Exponential } from "./distributions/families/exponential";
export { gamma, Gamma } from "./distributions/families/gamma";
export { inverseGamma, InverseGamma } from "./distributions/families/inverse-gamma";
export { beta, Beta } from "./distributions/families/beta";
export { chiSquared, ChiSquared } from "./distributions/families/chi-squared";
export { laplace, Laplace } from "./distributions/families/laplace";
export { cauchy, Cauchy } from "./distributions/families/cauchy";
export { logistic, Logistic } from "./distributions/families/logistic";
export { gumbel, Gumbel } from "./distributions/families/gumbel";
export { weibull, Weibull } from "./distributions/families/weibull";
export { pareto, Pareto } from "./distributions/families/pareto";
export { studentT, StudentT } from "./distributions/families/student-t";
export { halfNormal, HalfNormal } from "./distributions/families/half-normal";
export { rayleigh, Rayleigh } from "./distributions/families/rayleigh";
export { triangular, Triangular } from "./distributions/families/triangular";
export { skewNormal, SkewNormal } from "./distributions/families/skew-normal";
export { vonMises, VonMises } from "./distributions/families/von-mises";
export {
  continuousBernoulli,
  ContinuousBernoulli,
} from "./distributions/families/continuous-bernoulli";
export { dirichlet, Dirichlet } from "./distributions/families/dirichlet";
export {
  multivariateNormal,
  MultivariateNormal,
} from "./distributions/families/multivariate-normal";
export { wishart, Wishart } from "./distributions/families/wishart";
export { truncated, Truncated } from "./distributions/families/truncated";
export { independent, Independent } from "./distributions/families/independent";
export { mixture, Mixture, type MixtureOf } from "./distributions/families/mixture";
export { MultivariateMixture } from "./distributions/families/multivariate-mixture";
export { density, Density, type DensityOptions } from "./distributions/families/density";
export type { MeasureOptions, Pmf, UnitOptions } from "./divergences/vectors/pmf";
export { entropy } from "./divergences/entropy";
export { crossEntropy } from "./divergences/cross-entropy";
export { kl } from "./divergences/kl";
export { klPmf } from "./divergences/kl-pmf";
export { jeffreys } from "./divergences/jeffreys";
export {
  jensenShannon,
  jensenShannonDistance,
  type JensenShannonOptions,
} from "./divergences/jensen-shannon";
export { renyi, type RenyiOptions } from "./divergences/renyi";
export { tsallis, type TsallisOptions } from "./divergences/tsallis";
export { alphaDivergence, type AlphaOptions } from "./divergences/alpha-divergence";
export { totalVariation } from "./divergences/total-variation";
export { hellinger, squaredHellinger } from "./divergences/hellinger";
export {
  chiSquaredDivergence,
  neymanChiSquaredDivergence,
} from "./divergences/chi-squared-divergence";
export { bhattacharyya } from "./divergences/bhattacharyya";
export { chernoff } from "./divergences/chernoff";
export { fDivergence, type GeneratorLike } from "./divergences/f-divergence";
export { generators, type GeneratorName } from "./divergences/generators";
export type { Generator } from "./divergences/generator";
export { wasserstein, type WassersteinOptions } from "./divergences/wasserstein";
export { focalKl, type FocalOptions } from "./divergences/focal-kl";
export { generalizedKl } from "./divergences/generalized-kl";
export {
  conditionalEntropy,
  jointEntropy,
  mutualInformation,
  type ConditionalEntropyOptions,
} from "./divergences/joint-entropies";
export type { JointTable } from "./divergences/vectors/joint-table";
export { informationGain } from "./divergences/information-gain";
export { perplexity, type PerplexityOptions } from "./divergences/perplexity";
export { pairwise, rowwise, type PairMeasure } from "./divergences/pairwise";
export { conventions, Conventions, type Convention } from "./reports/conventions";
export { measures, type Measure } from "./divergences/measures";
export { quadratureKl } from "./divergences/quadrature-kl";
export { closedForms, type ClosedForm, type TransportForm } from "./divergences/forms/closed-forms";
export { monteCarloKl, type MonteCarloOptions } from "./estimators/monte-carlo-kl";
export { Estimate, type EstimateNote, type EstimateParts } from "./estimators/estimate";
export { estimateKl, type EstimateKlOptions, type KlMethod } from "./estimators/estimate-kl";
export {
  estimateFromCounts,
  type EstimateFromCountsOptions,
} from "./estimators/estimate-from-counts";
export {
  CountEstimate,
  type CountEstimateParts,
  type CountWitness,
} from "./estimators/count-estimate";
export type { CountMeasure } from "./estimators/count-measures";
export type { Smoothing } from "./estimators/smoothing";
export type { Label, LabelCounts } from "./estimators/label-counts";
export { estimateEntropy, type EstimateEntropyOptions } from "./estimators/estimate-entropy";
export type { CountMethod } from "./estimators/count-entropies";
export { estimatorArena, type ArenaOptions, type ArenaRow } from "./estimators/estimator-arena";
export type { Samples } from "./estimators/samples";
export { explain, type ExplainOptions } from "./reports/explain";
export { Report } from "./reports/report";
export type { Contribution, ReportParts, Witness } from "./reports/report-parts";
export { huffmanCode } from "./coding/huffman-code";
export { shannonCode } from "./coding/shannon-code";
export { codeLength } from "./coding/code-length";
export { arithmeticCoder, type ArithmeticCoder } from "./coding/arithmetic-coder";
export { blockPmf } from "./coding/block-pmf";
export { PrefixCode } from "./coding/prefix-code";
export {
  Figure,
  type DataTable,
  type FigureParts,
  type Layout,
  type Readout,
  type Trace,
} from "./figures/parts/figure";
export * as figures from "./figures";
export type { DensityPairOptions, PmfPairOptions } from "./figures";
export {
  number,
  select,
  slider,
  toggle,
  type Control,
  type LabelOptions,
  type NumberControl,
  type RangeOptions,
  type SelectControl,
  type SliderControl,
  type ToggleControl,
} from "./figures/explorers/controls";
export {
  Explorer,
  type Controls,
  type ControlValues,
  type ExplorerParts,
} from "./figures/explorers/explorer";
export type { Explore, ExploreOptions } from "./figures/explorers/explore";
