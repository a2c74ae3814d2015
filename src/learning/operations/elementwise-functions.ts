// Functions of each entry, by their NumPy names.
import { chained, multiply, negative, share } from "../autodiff/arithmetic";
import { binary, unary } from "../autodiff/elementwise";
import { recorded } from "../autodiff/recorded";
import type { Tensor } from "../tensors/tensor";

/**
 * x² of each entry.
 *
 * @example
 * square([1, -2]).data; // Float64Array.of(1, 4)
 */
export const square = unary({
  name: "square",
  loop: (out, x) => {
    for (let i = 0; i < x.length; i++) out[i] = x[i] * x[i];
  },
  slope: (g, x) => chained(g, multiply(2, x)),
});

/**
 * √x of each entry ≥ 0; its slope at 0 is ∞.
 *
 * @example
 * sqrt([4, 9]).data; // Float64Array.of(2, 3)
 */
export const sqrt = unary({
  name: "sqrt",
  domain: "应 ≥ 0 / it must be ≥ 0",
  loop: (out, x) => {
    for (let i = 0; i < x.length; i++) out[i] = Math.sqrt(x[i]);
  },
  slope: (g, _, y) => share(g, multiply(2, y)),
});

/**
 * |x| of each entry; its slope at 0 is 0.
 *
 * @example
 * abs([-3, 2]).data; // Float64Array.of(3, 2)
 */
export const abs = unary({
  name: "abs",
  loop: (out, x) => {
    for (let i = 0; i < x.length; i++) out[i] = Math.abs(x[i]);
  },
  slope: (g, x) => chained(g, signs(x)),
});

const signs = ({ data, shape }: Tensor): Tensor => recorded(data.map(Math.sign), shape, [], []);

/**
 * eˣ of each entry.
 *
 * @example
 * exp([0, -Infinity]).data; // Float64Array.of(1, 0)
 */
export const exp = unary({
  name: "exp",
  loop: (out, x) => {
    for (let i = 0; i < x.length; i++) out[i] = Math.exp(x[i]);
  },
  slope: (g, _, y) => chained(g, y),
});

/**
 * eˣ − 1 of each entry, to all digits near 0.
 *
 * @example
 * expm1([1e-20]).data[0]; // 1e-20
 */
export const expm1 = unary({
  name: "expm1",
  loop: (out, x) => {
    for (let i = 0; i < x.length; i++) out[i] = Math.expm1(x[i]);
  },
  slope: (g, x) => chained(g, exp(x)),
});

/**
 * ln x of each entry ≥ 0; −∞ at 0, where an output that has weight 0 gives no gradient.
 *
 * @example
 * log([1, 0]).data; // Float64Array.of(0, -Infinity)
 */
export const log = unary({
  name: "log",
  domain: "应 ≥ 0 / it must be ≥ 0",
  loop: (out, x) => {
    for (let i = 0; i < x.length; i++) out[i] = Math.log(x[i]);
  },
  slope: (g, x) => share(g, x),
});

/**
 * ln(1 + x) of each entry ≥ −1, to all digits near 0.
 *
 * @example
 * log1p([1e-20]).data[0]; // 1e-20
 */
export const log1p = unary({
  name: "log1p",
  domain: "应 ≥ −1 / it must be ≥ −1",
  loop: (out, x) => {
    for (let i = 0; i < x.length; i++) out[i] = Math.log1p(x[i]);
  },
  slope: (g, x) => share(g, addOne(x)),
});

const addOne = unary({
  name: "addOne",
  loop: (out, x) => {
    for (let i = 0; i < x.length; i++) out[i] = 1 + x[i];
  },
  slope: (g) => g,
});

/**
 * tanh x of each entry.
 *
 * @example
 * tanh([0, 100]).data; // Float64Array.of(0, 1)
 */
export const tanh = unary({
  name: "tanh",
  loop: (out, x) => {
    for (let i = 0; i < x.length; i++) out[i] = Math.tanh(x[i]);
  },
  slope: (g, _, y) => chained(g, oneMinusSquare(y)),
});

const oneMinusSquare = unary({
  name: "oneMinusSquare",
  loop: (out, y) => {
    for (let i = 0; i < y.length; i++) out[i] = (1 - y[i]) * (1 + y[i]);
  },
  slope: (g, y) => chained(g, multiply(-2, y)),
});

/**
 * sin x of each entry.
 *
 * @example
 * sin([0]).data; // Float64Array.of(0)
 */
export const sin = unary({
  name: "sin",
  loop: (out, x) => {
    for (let i = 0; i < x.length; i++) out[i] = Math.sin(x[i]);
  },
  slope: (g, x) => chained(g, cos(x)),
});

/**
 * cos x of each entry.
 *
 * @example
 * cos([0]).data; // Float64Array.of(1)
 */
export const cos = unary({
  name: "cos",
  loop: (out, x) => {
    for (let i = 0; i < x.length; i++) out[i] = Math.cos(x[i]);
  },
  slope: (g, x) => negative(chained(g, sin(x))),
});

/**
 * aᵇ of each pair of entries; shapes broadcast. A negative a needs a whole b.
 *
 * @example
 * power([2, 3], 2).data; // Float64Array.of(4, 9)
 */
export const power = binary({
  name: "power",
  domain: "负数只有整数次幂 / a negative number has whole powers alone",
  loop: (out, [x, y], [at, n, i, di, j, dj]) => {
    for (let k = 0; k < n; k++) out[at + k] = x[i + k * di] ** y[j + k * dj];
  },
  slopes: [
    (g, a, b) => chained(chained(g, b), power(a, minusOne(b))),
    (g, a, _, y) => chained(chained(g, y), logOfBase(a)),
  ],
});

/** ln a, whose refusal names what was asked for. */
const logOfBase = unary({
  name: "power",
  domain:
    "底数为负时对指数没有导数，请把指数当常数（detach） / a negative base has no slope in its exponent; make the exponent a constant (detach)",
  loop: (out, x) => {
    for (let i = 0; i < x.length; i++) out[i] = Math.log(x[i]);
  },
  slope: (g, x) => share(g, x),
});

const minusOne = unary({
  name: "minusOne",
  loop: (out, x) => {
    for (let i = 0; i < x.length; i++) out[i] = x[i] - 1;
  },
  slope: (g) => g,
});
