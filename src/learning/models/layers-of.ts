import type { Prng } from "../../math/random";
import { add } from "../autodiff/arithmetic";
import { glorot, zeros } from "../initial-tensors";
import { relu } from "../operations/activations";
import { matmul } from "../operations/matmul";
import type { Tensor } from "../tensors/tensor";

/** Weights and bias of each layer. */
export type Layers = readonly { readonly weights: Tensor; readonly bias: Tensor }[];

/** Layers from so many numbers to so many, and so on. */
export function layersOf(sizes: readonly number[], prng: Prng): Layers {
  return sizes.slice(1).map((size, i) => ({
    weights: glorot([sizes[i], size], { prng }),
    bias: zeros([size]),
  }));
}

/** What a network of layers makes of rows, with relu between layers. */
export function through(layers: Layers, rows: Tensor): Tensor {
  return layers.reduce((x, { weights, bias }, i) => {
    const y = add(matmul(x, weights), bias);
    return i < layers.length - 1 ? relu(y) : y;
  }, rows);
}
