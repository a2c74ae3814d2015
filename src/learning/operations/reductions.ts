// What takes many numbers to one, along axes.
import { chained, divide, multiply, share } from "../autodiff/arithmetic";
import { broadcastTo, sumTo } from "../autodiff/broadcast-to";
import { recorded } from "../autodiff/recorded";
import { asTensor } from "../tensors/as-tensor";
import { eachRun } from "../tensors/broadcast-shapes";
import { sizeOf, type Tensor, type TensorLike } from "../tensors/tensor";
import { type AxesOptions, checkAxesOptions, reducedShapes } from "./axes";
import { equal } from "./choices";
import { reshape } from "./reshape";

/**
 * Σ x along axes, or of all entries.
 *
 * @param options `axis` (−1 is the last; several as an array), `keepDims`
 * @throws RangeError for an axis that there is not
 *
 * @example
 * sum([[1, 2], [3, 4]]).item(); // 10
 * sum([[1, 2], [3, 4]], { axis: 0 }).data; // Float64Array.of(4, 6)
 *
 * Source: C. R. Harris et al., Array programming with NumPy (2020).
 */
export function sum(x: TensorLike, options: AxesOptions = {}): Tensor {
  return summed("sum", asTensor("sum", "x", x), options);
}

function summed(caller: string, x: Tensor, options: AxesOptions): Tensor {
  checkAxesOptions(caller, options);
  const { kept, asked } = reducedShapes(caller, x.shape, options);
  return reshaped(sumTo(x, kept), asked);
}

const reshaped = (x: Tensor, shape: readonly number[]): Tensor =>
  x.shape.length === shape.length ? x : reshape(x, shape);

/**
 * The mean Σ x/n along axes, or of all entries.
 *
 * @param options `axis` (−1 is the last; several as an array), `keepDims`
 * @throws RangeError for an axis that there is not
 *
 * @example
 * mean([[1, 2], [3, 4]], { axis: -1 }).data; // Float64Array.of(1.5, 3.5)
 *
 * Source: C. R. Harris et al., Array programming with NumPy (2020).
 */
export function mean(x: TensorLike, options: AxesOptions = {}): Tensor {
  const input = asTensor("mean", "x", x);
  const total = summed("mean", input, options);
  return divide(total, input.data.length / total.data.length);
}

/**
 * The greatest x along axes, or of all entries: max = x₍ₙ₎. Where several tie, they share the gradient evenly.
 *
 * @param options `axis` (−1 is the last; several as an array), `keepDims`
 * @throws RangeError for an axis that there is not
 *
 * @example
 * max([[1, 5], [3, 4]], { axis: 1 }).data; // Float64Array.of(5, 4)
 *
 * Source: C. R. Harris et al., Array programming with NumPy (2020).
 */
export function max(x: TensorLike, options: AxesOptions = {}): Tensor {
  const input = asTensor("max", "x", x);
  checkAxesOptions("max", options);
  const { kept, asked } = reducedShapes("max", input.shape, options);
  const winners = recorded(
    greatest(input, kept),
    kept,
    [input],
    [
      (g, [from], to) => {
        const isGreatest = equal(from, to);
        return chained(g, share(isGreatest, sumTo(isGreatest, kept)));
      },
    ],
  );
  return reshaped(winners, asked);
}

/** The greatest entry for each of the kept shape. */
export function greatest({ data, shape }: Tensor, kept: readonly number[]): Float64Array {
  const out = new Float64Array(sizeOf(kept)).fill(Number.NEGATIVE_INFINITY);
  eachRun(shape, shape, kept, ([, count, i, di, j, dj]) => {
    for (let k = 0; k < count; k++) {
      const value = data[i + k * di];
      if (!(value <= out[j + k * dj])) out[j + k * dj] = value;
    }
  });
  return out;
}

/**
 * ln Σ eˣ along axes, or of all entries, without overflow; −∞ where all are −∞, with gradient 0.
 *
 * @param options `axis` (−1 is the last; several as an array), `keepDims`
 * @throws RangeError for an axis that there is not
 *
 * @example
 * logsumexp([1000, 1000]).item(); // 1000 + Math.LN2
 *
 * Source: P. Blanchard et al., Accurately computing the log-sum-exp and softmax functions (2021).
 */
export function logsumexp(x: TensorLike, options: AxesOptions = {}): Tensor {
  const input = asTensor("logsumexp", "x", x);
  checkAxesOptions("logsumexp", options);
  const { kept, asked } = reducedShapes("logsumexp", input.shape, options);
  const most = greatest(input, kept);
  const sums = new Float64Array(most.length);
  eachRun(input.shape, input.shape, kept, ([, count, i, di, j, dj]) => {
    for (let k = 0; k < count; k++) {
      sums[j + k * dj] += shiftedExp(input.data[i + k * di], most[j + k * dj]);
    }
  });
  const out = most.map((shift, i) => shift + Math.log(sums[i] || 1));
  const kepts = recorded(out, kept, [input], [(g, [from], to) => chained(g, weights(from, to))]);
  return reshaped(kepts, asked);
}

/** e^(x − most), also where both are infinite. */
export const shiftedExp = (x: number, most: number): number =>
  x === most ? (x === Number.NEGATIVE_INFINITY ? 0 : 1) : Math.exp(x - most);

/** e^(x − y), which sums to 1 where y = logsumexp(x); 0 where both are −∞. */
function weights(x: Tensor, y: Tensor): Tensor {
  const wide = broadcastTo(y, x.shape);
  const out = x.data.map((value, i) => shiftedExp(value, wide.data[i]));
  return recorded(
    out,
    x.shape,
    [x, wide],
    [(g, _, to) => chained(to, g), (g, _, to) => multiply(-1, chained(to, g))],
  );
}
