import { asTensor } from "../tensors/as-tensor";
import { checkStretches, eachRun } from "../tensors/broadcast-shapes";
import { checkShape } from "../tensors/check-shape";
import { sizeOf, type Tensor, type TensorLike } from "../tensors/tensor";
import { recorded } from "./recorded";

/**
 * A tensor stretched to a shape: axes of length 1, and those that are missing in front, are repeated: yᵢⱼ = xⱼ.
 *
 * @param shape lengths ≥ 1
 * @throws TypeError if it does not broadcast to that shape
 *
 * @example
 * broadcastTo([1, 2], [2, 2]).toArray(); // [[1, 2], [1, 2]]
 *
 * Source: C. R. Harris et al., Array programming with NumPy (2020).
 */
export function broadcastTo(x: TensorLike, shape: readonly number[]): Tensor {
  const input = asTensor("broadcastTo", "x", x);
  checkShape("broadcastTo", shape);
  checkStretches("broadcastTo", input.shape, shape);
  const { data } = input;
  const out = new Float64Array(sizeOf(shape));
  eachRun(shape, input.shape, [], ([at, count, i, di]) => {
    if (di === 0) out.fill(data[i], at, at + count);
    else for (let k = 0; k < count; k++) out[at + k] = data[i + k * di];
  });
  return recorded(out, shape, [input], [(g, [from]) => sumTo(g, from.shape)]);
}

/** The reverse: summed over the axes along which `shape` would be stretched, which is what a gradient asks for. */
export function sumTo(x: Tensor, shape: readonly number[]): Tensor {
  if (x.data.length === sizeOf(shape) && x.shape.length === shape.length) return x;
  const { data } = x;
  const out = new Float64Array(sizeOf(shape));
  eachRun(x.shape, x.shape, shape, ([, count, i, di, j, dj]) => {
    if (dj === 0) out[j] += blockSum(data, i, count, di);
    else for (let k = 0; k < count; k++) out[j + k * dj] += data[i + k * di];
  });
  return recorded(out, shape, [x], [(g, [from]) => broadcastTo(g, from.shape)]);
}

/** Long sums in blocks: rounding then grows with the blocks, not with the entries. */
function blockSum(data: Float64Array, from: number, count: number, step: number): number {
  let total = 0;
  for (let start = 0; start < count; start += 128) {
    const end = Math.min(count, start + 128);
    let part = 0;
    for (let k = start; k < end; k++) part += data[from + k * step];
    total += part;
  }
  return total;
}
