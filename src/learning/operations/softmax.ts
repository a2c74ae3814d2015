import { chained, negative } from "../autodiff/arithmetic";
import { binary } from "../autodiff/elementwise";
import { recorded } from "../autodiff/recorded";
import { asTensor } from "../tensors/as-tensor";
import type { Tensor, TensorLike } from "../tensors/tensor";
import { type AxisOption, axisOf, checkAxisOption, stridesOf } from "./axes";
import { shiftedExp, sum } from "./reductions";

/**
 * a − b of a gradient and its mean under p, 0 where both are infinite: of an infinite value, as D where q = 0 < p, the entry that makes it
 * so has no slope, and the others lead away from it.
 */
const difference = binary({
  name: "difference",
  loop: (out, [x, y], [at, n, i, di, j, dj]) => {
    for (let k = 0; k < n; k++) {
      const [a, b] = [x[i + k * di], y[j + k * dj]];
      out[at + k] = a === b ? 0 : a - b;
    }
  },
  slopes: [(g) => g, (g) => negative(g)],
});

/** Fills rows along an axis: the place of the row's entry k is from + k·step. */
function alongAxis(
  { data, shape }: Tensor,
  axis: number,
  fill: (out: Float64Array, from: number, step: number, n: number, most: number) => void,
): Float64Array {
  const out = new Float64Array(data.length);
  const { outers, n, inners } = stridesOf(shape, axis);
  for (let outer = 0; outer < outers; outer++) {
    for (let inner = 0; inner < inners; inner++) {
      const from = outer * n * inners + inner;
      let most = Number.NEGATIVE_INFINITY;
      for (let k = 0; k < n; k++) most = Math.max(most, data[from + k * inners]);
      fill(out, from, inners, n, most);
    }
  }
  return out;
}

/**
 * eˣ/Σ eˣ along an axis, the last unless said: probabilities from logits. A row that is −∞ throughout has no probabilities, and gives
 * zeros.
 *
 * @param options `axis`
 * @throws RangeError for an axis that there is not
 *
 * @example
 * softmax([0, 0]).data; // Float64Array.of(0.5, 0.5)
 *
 * Source: P. Blanchard et al., Accurately computing the log-sum-exp and softmax functions (2021).
 */
export function softmax(x: TensorLike, options: AxisOption = {}): Tensor {
  const input = asTensor("softmax", "x", x);
  checkAxisOption("softmax", options);
  const axis = axisOf("softmax", input.shape, options.axis ?? -1);
  const { data } = input;
  const out = alongAxis(input, axis, (to, from, step, n, most) => {
    let total = 0;
    for (let at = from, k = 0; k < n; k++, at += step) {
      to[at] = shiftedExp(data[at], most);
      total += to[at];
    }
    if (total > 0) for (let at = from, k = 0; k < n; k++, at += step) to[at] /= total;
  });
  const along = { axis, keepDims: true };
  return recorded(
    out,
    input.shape,
    [input],
    [(g, _, p) => chained(p, difference(g, sum(chained(p, g), along)))],
  );
}

/**
 * x − ln Σ eˣ along an axis, the last unless said: log-probabilities from logits. A row that is −∞ throughout stays so.
 *
 * @param options `axis`
 * @throws RangeError for an axis that there is not
 *
 * @example
 * logSoftmax([1000, 1000]).data; // Float64Array.of(-Math.LN2, -Math.LN2)
 *
 * Source: P. Blanchard et al., Accurately computing the log-sum-exp and softmax functions (2021).
 */
export function logSoftmax(x: TensorLike, options: AxisOption = {}): Tensor {
  const input = asTensor("logSoftmax", "x", x);
  checkAxisOption("logSoftmax", options);
  const axis = axisOf("logSoftmax", input.shape, options.axis ?? -1);
  const { data } = input;
  const out = alongAxis(input, axis, (to, from, step, n, most) => {
    let total = 0;
    for (let k = 0; k < n; k++) total += shiftedExp(data[from + k * step], most);
    const shift = Math.log(total || 1);
    for (let at = from, k = 0; k < n; k++, at += step) {
      to[at] =
        (data[at] === most && !Number.isFinite(most) ? Math.min(0, most) : data[at] - most) - shift;
    }
  });
  const along = { axis, keepDims: true };
  return recorded(
    out,
    input.shape,
    [input],
    [(g, [from]) => difference(g, chained(softmax(from, { axis }), sum(g, along)))],
  );
}
