// What klab/learn has besides: fits, variational Bayes, language models.

export {
  type LogJoint,
  type PosteriorOptions,
  type PosteriorState,
  trainPosterior,
} from "./bayes/train-posterior";
export {
  type VariationalMixture,
  type VariationalMixtureOptions,
  variationalMixture,
} from "./bayes/variational-mixture";
export type {
  Fit,
  FitAlphaOptions,
  FitFamily,
  FitOptions,
  FitState,
  FittedOf,
} from "./fits/fit";
export { fitAlpha } from "./fits/fit-alpha";
export { fitForwardKl } from "./fits/fit-forward-kl";
export { fitJensenShannon } from "./fits/fit-jensen-shannon";
export {
  fitLikelihood,
  type LikelihoodFamilies,
  type LikelihoodFit,
} from "./fits/fit-likelihood";
export { fitReverseKl } from "./fits/fit-reverse-kl";
export {
  type LanguageModel,
  type LanguageModelOptions,
  languageModel,
  type Writing,
} from "./language/language-model";
export { optimalPolicy, type PenaltyOptions } from "./language/optimal-policy";
export { type SpeculativeSampling, speculativeSampling } from "./language/speculative-sampling";
export { type PolicyOptions, type PolicyState, trainPolicy } from "./language/train-policy";
export {
  type FocalOptions,
  type FocalReport,
  type FocalState,
  trainFocal,
} from "./models/train-focal";
