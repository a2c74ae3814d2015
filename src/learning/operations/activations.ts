// What layers of a network end with, of each entry.
import { sigmoid as sigmoidOf, softplus as softplusOf } from "../../math/sigmoid";
import { chained, negative } from "../autodiff/arithmetic";
import { unary } from "../autodiff/elementwise";
import { recorded } from "../autodiff/recorded";
import type { Tensor } from "../tensors/tensor";

/**
 * σ(x) = 1/(1 + e⁻ˣ) of each entry, the probability whose log-odds are x.
 *
 * @example
 * sigmoid([0]).data[0]; // 0.5
 */
export const sigmoid = unary({
  name: "sigmoid",
  loop: (out, x) => {
    for (let i = 0; i < x.length; i++) out[i] = sigmoidOf(x[i]);
  },
  slope: (g, x, y) => chained(chained(g, y), sigmoid(negative(x))),
});

/**
 * ln(1 + eˣ) of each entry, without overflow.
 *
 * @example
 * softplus([1000]).data[0]; // 1000
 */
export const softplus = unary({
  name: "softplus",
  loop: (out, x) => {
    for (let i = 0; i < x.length; i++) out[i] = softplusOf(x[i]);
  },
  slope: (g, x) => chained(g, sigmoid(x)),
});

/**
 * ln σ(x) = −ln(1 + e⁻ˣ) of each entry, without overflow.
 *
 * @example
 * logSigmoid([-1000]).data[0]; // -1000
 */
export const logSigmoid = unary({
  name: "logSigmoid",
  loop: (out, x) => {
    for (let i = 0; i < x.length; i++) out[i] = -softplusOf(-x[i]);
  },
  slope: (g, x) => chained(g, sigmoid(negative(x))),
});

/**
 * max(x, 0) of each entry; its slope at 0 is 0.
 *
 * @example
 * relu([-1, 2]).data; // Float64Array.of(0, 2)
 */
export const relu = unary({
  name: "relu",
  loop: (out, x) => {
    for (let i = 0; i < x.length; i++) out[i] = Math.max(0, x[i]);
  },
  slope: (g, x) => chained(g, steps(x)),
});

const steps = ({ data, shape }: Tensor): Tensor => {
  const out = new Float64Array(data.length);
  for (let i = 0; i < data.length; i++) out[i] = data[i] > 0 ? 1 : 0;
  return recorded(out, shape, [], []);
};
