// The door of klab/learn.
export { tensor } from "./tensors/as-tensor";
export { Tensor, type NestedNumbers, type TensorLike } from "./tensors/tensor";
export type { Parameters } from "./tensors/leaves";
export {
  grad,
  valueAndGrad,
  type Differentiable,
  type ValueAndGradient,
} from "./autodiff/grad";
export { hessian } from "./hessian";
export { detach } from "./operations/detach";
export { add, divide, multiply, negative, subtract } from "./autodiff/arithmetic";
export { reshape } from "./operations/reshape";
export { broadcastTo } from "./autodiff/broadcast-to";
export {
  abs,
  cos,
  exp,
  expm1,
  log,
  log1p,
  power,
  sin,
  sqrt,
  square,
  tanh,
} from "./operations/elementwise-functions";
export { logSigmoid, relu, sigmoid, softplus } from "./operations/activations";
export { digamma, lgamma, xlogy } from "./operations/special-functions";
export { clip, equal, greater, less, maximum, minimum, where } from "./operations/choices";
export { logsumexp, max, mean, sum } from "./operations/reductions";
export { logSoftmax, softmax } from "./operations/softmax";
export type { AxesOptions, AxisOption } from "./operations/axes";
export { matmul } from "./operations/matmul";
export { transpose } from "./operations/transpose";
export { concatenate, slice, stack } from "./operations/concatenate";
export { oneHot, take, takeLabels } from "./operations/take";
export { klDivergence, klLogits, klLogProbs } from "./operations/kl-divergences";
export { glorot, ones, randomNormal, zeros } from "./initial-tensors";
export type { RandomNormalOptions, RandomOptions } from "./initial-tensors";
export { adam, type AdamOptions } from "./optimizers/adam";
export { sgd, type SgdOptions } from "./optimizers/sgd";
export type { Optimizer, OptimizerState } from "./optimizers/optimizer";
export {
  trainVae,
  type VaeOptions,
  type VaeParameters,
  type VaeState,
} from "./models/train-vae";
export { fitForwardKl } from "./fits/fit-forward-kl";
export { fitReverseKl } from "./fits/fit-reverse-kl";
export { fitJensenShannon } from "./fits/fit-jensen-shannon";
export { fitAlpha } from "./fits/fit-alpha";
export type {
  Fit,
  FitAlphaOptions,
  FitFamily,
  FitOptions,
  FitState,
  FittedOf,
} from "./fits/fit";
export {
  variationalMixture,
  type VariationalMixture,
  type VariationalMixtureOptions,
} from "./bayes/variational-mixture";
export {
  trainPosterior,
  type LogJoint,
  type PosteriorOptions,
  type PosteriorState,
} from "./bayes/train-posterior";
export { optimalPolicy, type PenaltyOptions } from "./language/optimal-policy";
export { trainPolicy, type PolicyOptions, type PolicyState } from "./language/train-policy";
export {
  languageModel,
  type LanguageModel,
  type LanguageModelOptions,
  type Writing,
} from "./language/language-model";
export { speculativeSampling, type SpeculativeSampling } from "./language/speculative-sampling";
export { trainGan, type GanOptions, type GanState } from "./models/train-gan";
export {
  trainDiscriminator,
  type DiscriminatorOptions,
  type DiscriminatorState,
} from "./models/train-discriminator";
export type { RowsSource } from "./models/rows-source";
