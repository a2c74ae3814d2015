// Comparisons, and what chooses by them.
import { valueError } from "../../words/errors";
import { chained, multiply } from "../autodiff/arithmetic";
import { broadcastTo } from "../autodiff/broadcast-to";
import { binary, type PairLoop } from "../autodiff/elementwise";
import { recorded } from "../autodiff/recorded";
import { asTensor } from "../tensors/as-tensor";
import { broadcastShapes } from "../tensors/broadcast-shapes";
import type { Tensor, TensorLike } from "../tensors/tensor";

/** A comparison is a constant: it has no slope where it has one at all. */
const comparison = (name: string, loop: PairLoop): ((a: TensorLike, b: TensorLike) => Tensor) => {
  const compared = binary({ name, loop, slopes: [(g) => g, (g) => g] });
  return (a, b) => {
    const { data, shape } = compared(a, b);
    return recorded(data, shape, [], []);
  };
};

/**
 * 1 where a > b, else 0; shapes broadcast.
 *
 * @example
 * greater([1, 2, 3], 2).data; // Float64Array.of(0, 0, 1)
 */
export const greater = comparison("greater", (out, [x, y], [at, n, i, di, j, dj]) => {
  for (let k = 0; k < n; k++) out[at + k] = x[i + k * di] > y[j + k * dj] ? 1 : 0;
});

/**
 * 1 where a < b, else 0; shapes broadcast.
 *
 * @example
 * less([1, 2, 3], 2).data; // Float64Array.of(1, 0, 0)
 */
export const less = comparison("less", (out, [x, y], [at, n, i, di, j, dj]) => {
  for (let k = 0; k < n; k++) out[at + k] = x[i + k * di] < y[j + k * dj] ? 1 : 0;
});

/**
 * 1 where a = b, else 0; shapes broadcast.
 *
 * @example
 * equal([1, 2, 3], 2).data; // Float64Array.of(0, 1, 0)
 */
export const equal = comparison("equal", (out, [x, y], [at, n, i, di, j, dj]) => {
  for (let k = 0; k < n; k++) out[at + k] = x[i + k * di] === y[j + k * dj] ? 1 : 0;
});

/** What each of two that tie has of the gradient: half. */
const winners = (winner: TensorLike, loser: TensorLike): Tensor =>
  multiply(0.5, broadcastSum(greater(winner, loser), equal(winner, loser)));

/** 2 where greater, 1 where equal, else 0. */
const broadcastSum = binary({
  name: "broadcastSum",
  loop: (out, [x, y], [at, n, i, di, j, dj]) => {
    for (let k = 0; k < n; k++) out[at + k] = 2 * x[i + k * di] + y[j + k * dj];
  },
  slopes: [(g) => multiply(2, g), (g) => g],
});

/**
 * The greater of each pair of entries; shapes broadcast. Where they tie, each has half the gradient.
 *
 * @example
 * maximum([1, 5], 3).data; // Float64Array.of(3, 5)
 */
export const maximum = binary({
  name: "maximum",
  loop: (out, [x, y], [at, n, i, di, j, dj]) => {
    for (let k = 0; k < n; k++) out[at + k] = Math.max(x[i + k * di], y[j + k * dj]);
  },
  slopes: [(g, a, b) => chained(g, winners(a, b)), (g, a, b) => chained(g, winners(b, a))],
});

/**
 * The lesser of each pair of entries; shapes broadcast. Where they tie, each has half the gradient.
 *
 * @example
 * minimum([1, 5], 3).data; // Float64Array.of(1, 3)
 */
export const minimum = binary({
  name: "minimum",
  loop: (out, [x, y], [at, n, i, di, j, dj]) => {
    for (let k = 0; k < n; k++) out[at + k] = Math.min(x[i + k * di], y[j + k * dj]);
  },
  slopes: [(g, a, b) => chained(g, winners(b, a)), (g, a, b) => chained(g, winners(a, b))],
});

/**
 * Each entry, or the bound that it is beyond: y = min(max(x, low), high), so low ≤ y ≤ high. The slope is 1 within and at the bounds, 0 beyond.
 *
 * @throws RangeError if low > high
 *
 * @example
 * clip([-1, 0.5, 2], 0, 1).data; // Float64Array.of(0, 0.5, 1)
 *
 * Source: C. R. Harris et al., Array programming with NumPy (2020).
 */
export function clip(x: TensorLike, low: number, high: number): Tensor {
  const input = asTensor("clip", "x", x);
  if (!(low <= high)) {
    throw valueError(
      "clip",
      `下界 ${low} 应为不超过上界 ${high} 的数`,
      `the bounds are ${low} and ${high}; give two numbers, the lower first`,
    );
  }
  const out = input.data.map((value) => Math.min(Math.max(value, low), high));
  return recorded(out, input.shape, [input], [(g, [from]) => chained(g, within(from, low, high))]);
}

const within = ({ data, shape }: Tensor, low: number, high: number): Tensor =>
  recorded(
    data.map((value) => (value >= low && value <= high ? 1 : 0)),
    shape,
    [],
    [],
  );

/**
 * y = a where the condition is true (or not 0), b elsewhere; shapes broadcast. What is left out has no gradient, even an infinite one.
 *
 * @param condition booleans, or numbers, as from `greater`; a constant
 * @throws TypeError if shapes do not broadcast
 *
 * @example
 * where([true, false], [1, 2], 0).data; // Float64Array.of(1, 0)
 * grad((x) => sum(where(greater(x, 0), sqrt(x), 0)))(tensor([0, 1])).data; // Float64Array.of(0, 0.5)
 *
 * Source: C. R. Harris et al., Array programming with NumPy (2020).
 */
export function where(
  condition: TensorLike | readonly boolean[],
  a: TensorLike,
  b: TensorLike,
): Tensor {
  const test = asTensor("where", "condition", asNumbers(condition) as TensorLike);
  const [x, y] = [asTensor("where", "a", a), asTensor("where", "b", b)];
  const pair = broadcastShapes("where", x.shape, y.shape);
  const shape = broadcastShapes("where", test.shape, pair);
  const [tests, xs, ys] = [test, x, y].map((each) => broadcastTo(each, shape));
  const out = Float64Array.from(tests.data, (is, i) => (is === 0 ? ys.data[i] : xs.data[i]));
  return recorded(out, shape, [xs, ys], [(g) => where(tests, g, 0), (g) => where(tests, 0, g)]);
}

const asNumbers = (condition: unknown): unknown => {
  if (typeof condition === "boolean") return Number(condition);
  return Array.isArray(condition) ? condition.map(asNumbers) : condition;
};
