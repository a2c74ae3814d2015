import { shapeError } from "../../words/errors";
import { recorded } from "../autodiff/recorded";
import { asTensor } from "../tensors/as-tensor";
import { shapeText, type Tensor, type TensorLike } from "../tensors/tensor";

/**
 * The axes in another order: of a matrix the transpose, Aᵀᵢⱼ = Aⱼᵢ; of more axes, all reversed unless an order is given.
 *
 * @param axes where each axis of the result is from: a permutation of 0 … D − 1
 * @throws TypeError if it is no permutation
 *
 * @example
 * transpose([[1, 2], [3, 4]]).toArray(); // [[1, 3], [2, 4]]
 *
 * Source: C. R. Harris et al., Array programming with NumPy (2020).
 */
export function transpose(x: TensorLike, axes?: readonly number[]): Tensor {
  const input = asTensor("transpose", "x", x);
  const { data, shape } = input;
  const order = axes ?? shape.map((_, axis) => shape.length - 1 - axis);
  const sorted = Array.isArray(order) ? [...order].sort((a, b) => a - b) : undefined;
  if (sorted?.length !== shape.length || sorted.some((axis, i) => axis !== i)) {
    const given = sorted ? shapeText(order) : String(order);
    throw shapeError(
      "transpose",
      `axes 是 ${given}，应为 0 到 ${shape.length - 1} 的一个排列`,
      `axes is ${given} and must be a permutation of 0 to ${shape.length - 1}`,
    );
  }
  const steps = order.map((axis) => shape.slice(axis + 1).reduce((a, b) => a * b, 1));
  const lengths = order.map((axis) => shape[axis]);
  const out = new Float64Array(data.length);
  let at = 0;
  const copy = (axis: number, from: number): void => {
    const [n, step] = [lengths[axis] ?? 1, steps[axis] ?? 1];
    if (axis >= lengths.length - 1) for (let k = 0; k < n; k++) out[at++] = data[from + k * step];
    else for (let k = 0; k < n; k++) copy(axis + 1, from + k * step);
  };
  copy(0, 0);
  const back = order.map((_, axis) => order.indexOf(axis));
  return recorded(out, lengths, [input], [(g) => transpose(g, back)]);
}
