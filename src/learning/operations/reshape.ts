import { recorded } from "../autodiff/recorded";
import { asTensor, fitted } from "../tensors/as-tensor";
import type { Tensor, TensorLike } from "../tensors/tensor";

/**
 * The same numbers in another shape: n₁·n₂⋯ = the number of entries.
 *
 * @param shape lengths whose product is the number of entries; one may be −1 and follows from the others
 * @throws TypeError if the shape does not fit
 *
 * @example
 * reshape([1, 2, 3, 4], [2, -1]).toArray(); // [[1, 2], [3, 4]]
 *
 * Source: C. R. Harris et al., Array programming with NumPy (2020).
 */
export function reshape(x: TensorLike, shape: readonly number[]): Tensor {
  const input = asTensor("reshape", "x", x);
  const whole = fitted("reshape", shape, input.data.length);
  return recorded(input.data, whole, [input], [(g, [from]) => reshape(g, from.shape)]);
}
