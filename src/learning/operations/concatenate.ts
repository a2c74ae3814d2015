// Tensors put together, and parts of them.
import { shapeError, valueError } from "../../words/errors";
import { recorded } from "../autodiff/recorded";
import { asTensor } from "../tensors/as-tensor";
import { shapeText, type Tensor, type TensorLike } from "../tensors/tensor";
import { type AxisOption, axisOf, checkAxisOption, stridesOf } from "./axes";
import { reshape } from "./reshape";

/**
 * Tensors one after the other along an axis, the first unless said: n = n₁ + n₂ + ….
 *
 * @param xs at least one; their other axes have equal lengths
 * @param options `axis`
 * @throws TypeError if the other axes differ
 *
 * @example
 * concatenate([[1, 2], [3]]).data; // Float64Array.of(1, 2, 3)
 *
 * Source: C. R. Harris et al., Array programming with NumPy (2020).
 */
export function concatenate(xs: readonly TensorLike[], options: AxisOption = {}): Tensor {
  checkAxisOption("concatenate", options);
  const inputs = listed("concatenate", xs);
  const [{ shape: first }] = inputs;
  const axis = axisOf("concatenate", first, options.axis ?? 0);
  const total = inputs.reduce((n, { shape }) => n + shape[axis], 0);
  const whole = first.map((n, each) => (each === axis ? total : n));
  const { outers, inners } = stridesOf(whole, axis);
  const out = new Float64Array(outers * total * inners);
  const starts: number[] = [];
  let start = 0;
  for (const [which, { data, shape }] of inputs.entries()) {
    const fits =
      shape.length === first.length && shape.every((n, i) => i === axis || n === first[i]);
    if (!fits) throw unlike("concatenate", which, first, shape);
    const width = shape[axis] * inners;
    for (let outer = 0; outer < outers; outer++) {
      const row = data.subarray(outer * width, (outer + 1) * width);
      out.set(row, (outer * total + start) * inners);
    }
    starts.push(start);
    start += shape[axis];
  }
  return recorded(
    out,
    whole,
    inputs,
    inputs.map(({ shape }, which) => (g) => {
      const from = starts[which];
      return slice(g, from, from + shape[axis], { axis });
    }),
  );
}

/**
 * Tensors of one shape along a new axis, the first unless said.
 *
 * @param xs at least one
 * @param options `axis`: where the new axis = xs.length lies
 * @throws TypeError if their shapes differ
 *
 * @example
 * stack([[1, 2], [3, 4]], { axis: 1 }).toArray(); // [[1, 3], [2, 4]]
 *
 * Source: C. R. Harris et al., Array programming with NumPy (2020).
 */
export function stack(xs: readonly TensorLike[], options: AxisOption = {}): Tensor {
  checkAxisOption("stack", options);
  const inputs = listed("stack", xs);
  const [{ shape }] = inputs;
  const axis = axisOf("stack", [1, ...shape], options.axis ?? 0);
  const single = [...shape.slice(0, axis), 1, ...shape.slice(axis)];
  const parts = inputs.map((each, which) => {
    const isSame = each.shape.length === shape.length && each.shape.every((n, i) => n === shape[i]);
    if (!isSame) throw unlike("stack", which, shape, each.shape);
    return reshape(each, single);
  });
  return concatenate(parts, { axis });
}

function listed(caller: string, xs: readonly TensorLike[]): Tensor[] {
  if (Array.isArray(xs) && xs.length > 0) {
    return xs.map((x: TensorLike, i) => asTensor(caller, `xs[${i}]`, x));
  }
  throw shapeError(
    caller,
    "xs 应为至少有一个 tensor 的数组",
    "xs must be an array with at least one tensor",
  );
}

const unlike = (
  caller: string,
  which: number,
  first: readonly number[],
  shape: readonly number[],
): TypeError => {
  const [a, b] = [shapeText(first), shapeText(shape)];
  return shapeError(
    caller,
    `xs[${which}] 的形状 ${b} 与 xs[0] 的 ${a} 不合`,
    `xs[${which}] has shape ${b}, which does not go with ${a} of xs[0]`,
  );
};

/**
 * Entries start ≤ k < stop along an axis, the first unless said; negative ones count from the end.
 *
 * @param options `axis`
 * @throws RangeError if nothing lies between them
 *
 * @example
 * slice([1, 2, 3, 4], 1, 3).data; // Float64Array.of(2, 3)
 * slice([1, 2, 3, 4], -2).data; // Float64Array.of(3, 4)
 *
 * Source: C. R. Harris et al., Array programming with NumPy (2020).
 */
export function slice(
  x: TensorLike,
  start: number,
  stop?: number,
  options: AxisOption = {},
): Tensor {
  checkAxisOption("slice", options);
  const input = asTensor("slice", "x", x);
  const axis = axisOf("slice", input.shape, options.axis ?? 0);
  const strides = stridesOf(input.shape, axis);
  const { outers, n, inners } = strides;
  const [from, to] = [start, stop ?? n].map((at) => (at < 0 ? at + n : Math.min(at, n)));
  if (!(Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from < to)) {
    throw valueError(
      "slice",
      `从 ${start} 到 ${stop ?? n}（不含）没有内容；这一轴有 ${n} 项`,
      `nothing lies from ${start} to before ${stop ?? n}; the axis has ${n} entries`,
    );
  }
  const width = (to - from) * inners;
  const out = new Float64Array(outers * width);
  for (let outer = 0; outer < outers; outer++) {
    const at = (outer * n + from) * inners;
    out.set(input.data.subarray(at, at + width), outer * width);
  }
  const shape = input.shape.map((length, each) => (each === axis ? to - from : length));
  return recorded(out, shape, [input], [(g, [whole]) => padded(g, whole.shape, axis, from)]);
}

/** A slice in its place, zeros around it. */
function padded(g: Tensor, shape: readonly number[], axis: number, from: number): Tensor {
  const { outers, n, inners } = stridesOf(shape, axis);
  const width = g.shape[axis] * inners;
  const out = new Float64Array(outers * n * inners);
  for (let outer = 0; outer < outers; outer++) {
    out.set(g.data.subarray(outer * width, (outer + 1) * width), (outer * n + from) * inners);
  }
  const to = from + g.shape[axis];
  return recorded(out, shape, [g], [(h) => slice(h, from, to, { axis })]);
}
