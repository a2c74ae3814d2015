// Entries by their numbers: rows of a table, the label of each row.
import { checkArgument } from "../../words/check-argument";
import { shapeError, valueError } from "../../words/errors";
import { recorded } from "../autodiff/recorded";
import { asTensor } from "../tensors/as-tensor";
import { checkSize } from "../tensors/check-shape";
import { placeText, shapeText, sizeOf, type Tensor, type TensorLike } from "../tensors/tensor";
import { type AxisOption, axisOf, checkAxisOption, stridesOf } from "./axes";
import { reshape } from "./reshape";

/** A number, or numbers, each from 0 to below `count`. */
function checkLabels(caller: string, name: string, labels: TensorLike, count: number): Tensor {
  const list = asTensor(caller, name, labels);
  const wrong = list.data.findIndex((k) => !(Number.isInteger(k) && k >= 0 && k < count));
  if (wrong < 0) return list;
  const place = `${name}${placeText(wrong, list.shape)}`;
  const given = list.data[wrong];
  throw valueError(
    caller,
    `${place} 是 ${given}，应为 0 到 ${count - 1} 的整数`,
    `${place} is ${given}; give an integer from 0 to ${count - 1}`,
  );
}

/**
 * Entries by their numbers along an axis, the first unless said: rows of a table, yₖ = x of row iₖ.
 *
 * @param indices a number, which takes the axis away, or numbers, whose shape takes its place
 * @param options `axis`
 * @throws RangeError for a number outside of the axis
 *
 * @example
 * take([[1, 2], [3, 4], [5, 6]], [2, 0]).toArray(); // [[5, 6], [1, 2]]
 *
 * Source: C. R. Harris et al., Array programming with NumPy (2020).
 */
export function take(x: TensorLike, indices: TensorLike, options: AxisOption = {}): Tensor {
  checkAxisOption("take", options);
  const input = asTensor("take", "x", x);
  const axis = axisOf("take", input.shape, options.axis ?? 0);
  const list = checkLabels("take", "indices", indices, input.shape[axis]);
  const shape = [...input.shape.slice(0, axis), ...list.shape, ...input.shape.slice(axis + 1)];
  checkSize("take", shape);
  return taken(input, list, shape, axis);
}

function taken(x: Tensor, list: Tensor, shape: readonly number[], axis: number): Tensor {
  const { outers, n, inners } = stridesOf(x.shape, axis);
  const { length } = list.data;
  const out = new Float64Array(outers * length * inners);
  let at = 0;
  for (let outer = 0; outer < outers; outer++) {
    for (const k of list.data) {
      const from = (outer * n + k) * inners;
      out.set(x.data.subarray(from, from + inners), at);
      at += inners;
    }
  }
  return recorded(out, shape, [x], [(g, [from]) => putBack(g, list, from.shape, axis)]);
}

/** Each entry added at the place it was taken from. */
function putBack(g: Tensor, list: Tensor, shape: readonly number[], axis: number): Tensor {
  const { outers, n, inners } = stridesOf(shape, axis);
  const out = new Float64Array(sizeOf(shape));
  let at = 0;
  for (let outer = 0; outer < outers; outer++) {
    for (const k of list.data) {
      const to = (outer * n + k) * inners;
      for (let inner = 0; inner < inners; inner++) out[to + inner] += g.data[at++];
    }
  }
  const { shape: short } = g;
  return recorded(out, shape, [g], [(h) => taken(h, list, short, axis)]);
}

/**
 * Of each row of a matrix the entry of its label, yᵢ = xᵢₖ for k = labelᵢ: of log-probabilities, those of what was seen.
 *
 * @param x rows × classes
 * @param labels one a row, 0 … classes − 1
 * @throws TypeError if there are not as many labels as rows; RangeError for a label out of range
 *
 * @example
 * takeLabels([[1, 2, 3], [4, 5, 6]], [2, 0]).data; // Float64Array.of(3, 4)
 *
 * Source: C. R. Harris et al., Array programming with NumPy (2020), `take_along_axis`.
 */
export function takeLabels(x: TensorLike, labels: TensorLike): Tensor {
  const input = asTensor("takeLabels", "x", x);
  const list = asTensor("takeLabels", "labels", labels);
  const [rows, classes] = input.shape;
  if (input.shape.length !== 2 || list.data.length !== rows) {
    const [a, b] = [shapeText(input.shape), shapeText(list.shape)];
    throw shapeError(
      "takeLabels",
      `x 的形状是 ${a}，labels 是 ${b}；应为 [行数, 类数] 与每行一个标签`,
      `x has shape ${a} and labels ${b}; give rows × classes, and one label a row`,
    );
  }
  checkLabels("takeLabels", "labels", list, classes);
  const places = list.data.map((label, row) => row * classes + label);
  return take(reshape(input, [-1]), places);
}

/**
 * 1 at the label of each row and 0 elsewhere, xᵢₖ = δ(k, labelᵢ): shape [labels, classes].
 *
 * @param labels integers 0 … classes − 1
 * @throws RangeError for a label out of range
 *
 * @example
 * oneHot([1, 0], 3).toArray(); // [[0, 1, 0], [1, 0, 0]]
 *
 * Source: C. M. Bishop, Pattern Recognition and Machine Learning (2006), section 4.3.4.
 */
export function oneHot(labels: TensorLike, classes: number): Tensor {
  return oneHotFor("oneHot", labels, classes);
}

/** The same, refused by another name. */
export function oneHotFor(caller: string, labels: TensorLike, classes: number): Tensor {
  checkArgument(caller, "classes", classes, "number");
  if (!Number.isSafeInteger(classes) || classes < 1) {
    throw valueError(
      caller,
      `classes 是 ${classes}，应为 ≥ 1 的整数`,
      `classes is ${classes}; give an integer ≥ 1`,
    );
  }
  const list = checkLabels(caller, "labels", labels, classes);
  checkSize(caller, [...list.shape, classes]);
  const out = new Float64Array(list.data.length * classes);
  for (const [row, label] of list.data.entries()) out[row * classes + label] = 1;
  return recorded(out, [...list.shape, classes], [], []);
}
