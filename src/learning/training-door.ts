// What klab/learn needs to train: tensors, derivatives, optimizers, networks. A page may have this part alone.

export { add, divide, multiply, negative, subtract } from "./autodiff/arithmetic";
export { broadcastTo } from "./autodiff/broadcast-to";
export {
  type Differentiable,
  grad,
  type ValueAndGradient,
  valueAndGrad,
} from "./autodiff/grad";
export { hessian } from "./hessian";
export type { RandomNormalOptions, RandomOptions } from "./initial-tensors";
export { glorot, ones, randomNormal, zeros } from "./initial-tensors";
export { type DistillationOptions, distillationLoss } from "./models/distillation-loss";
export { type FocalLossOptions, focalLoss } from "./models/focal-loss";
export type { RowsSource } from "./models/rows-source";
export { smoothedLabels } from "./models/smoothed-labels";
export {
  type DiscriminatorOptions,
  type DiscriminatorState,
  trainDiscriminator,
} from "./models/train-discriminator";
export { type GanOptions, type GanState, trainGan } from "./models/train-gan";
export {
  type GeneratorObjective,
  type GeneratorOptions,
  type GeneratorState,
  trainGenerator,
} from "./models/train-generator";
export {
  trainVae,
  type VaeOptions,
  type VaeParameters,
  type VaeState,
} from "./models/train-vae";
export { logSigmoid, relu, sigmoid, softplus } from "./operations/activations";
export type { AxesOptions, AxisOption } from "./operations/axes";
export { clip, equal, greater, less, maximum, minimum, where } from "./operations/choices";
export { concatenate, slice, stack } from "./operations/concatenate";
export { detach } from "./operations/detach";
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
export { klDivergence, klLogits, klLogProbs } from "./operations/kl-divergences";
export { matmul } from "./operations/matmul";
export { logsumexp, max, mean, sum } from "./operations/reductions";
export { reshape } from "./operations/reshape";
export { logSoftmax, softmax } from "./operations/softmax";
export { digamma, lgamma, xlogy } from "./operations/special-functions";
export { oneHot, take, takeLabels } from "./operations/take";
export { transpose } from "./operations/transpose";
export { type AdamOptions, adam } from "./optimizers/adam";
export type { Optimizer, OptimizerState } from "./optimizers/optimizer";
export { type SgdOptions, sgd } from "./optimizers/sgd";
export { tensor } from "./tensors/as-tensor";
export type { Parameters } from "./tensors/leaves";
export { type NestedNumbers, Tensor, type TensorLike } from "./tensors/tensor";
