import { binary, unary } from "./elementwise";

/**
 * a + b of each pair of entries; shapes broadcast.
 *
 * @example
 * add([1, 2], 3).data; // Float64Array.of(4, 5)
 */
export const add = binary({
  name: "add",
  loop: (out, [x, y], [at, n, i, di, j, dj]) => {
    for (let k = 0; k < n; k++) out[at + k] = x[i + k * di] + y[j + k * dj];
  },
  slopes: [(g) => g, (g) => g],
});

/**
 * a − b of each pair of entries; shapes broadcast.
 *
 * @example
 * subtract([1, 2], [[1], [2]]).toArray(); // [[0, 1], [-1, 0]]
 */
export const subtract = binary({
  name: "subtract",
  loop: (out, [x, y], [at, n, i, di, j, dj]) => {
    for (let k = 0; k < n; k++) out[at + k] = x[i + k * di] - y[j + k * dj];
  },
  slopes: [(g) => g, (g) => negative(g)],
});

/**
 * a·b of each pair of entries; shapes broadcast.
 *
 * @example
 * multiply([1, 2], [3, 4]).data; // Float64Array.of(3, 8)
 */
export const multiply = binary({
  name: "multiply",
  loop: (out, [x, y], [at, n, i, di, j, dj]) => {
    for (let k = 0; k < n; k++) out[at + k] = x[i + k * di] * y[j + k * dj];
  },
  slopes: [(g, _, b) => chained(g, b), (g, a) => chained(g, a)],
});

/**
 * a/b of each pair of entries; shapes broadcast.
 *
 * @example
 * divide([1, 3], 2).data; // Float64Array.of(0.5, 1.5)
 */
export const divide = binary({
  name: "divide",
  loop: (out, [x, y], [at, n, i, di, j, dj]) => {
    for (let k = 0; k < n; k++) out[at + k] = x[i + k * di] / y[j + k * dj];
  },
  slopes: [(g, _, b) => share(g, b), (g, _, b, y) => negative(chained(share(g, b), y))],
});

/**
 * −x of each entry.
 *
 * @example
 * negative([1, -2]).data; // Float64Array.of(-1, 2)
 */
export const negative = unary({
  name: "negative",
  loop: (out, x) => {
    for (let i = 0; i < x.length; i++) out[i] = -x[i];
  },
  slope: (g) => negative(g),
});

/**
 * g·d of a gradient and a slope, 0 where either is 0 and the other infinite: what an output does not depend on gets no gradient, and not
 * the NaN of 0·∞. A gradient that is NaN stays so.
 * So `where` and sums with weight 0 hide what they leave out, down to its derivatives, and √ has slope 0 where its argument stands still.
 */
export const chained = binary({
  name: "chained",
  loop: (out, [x, y], [at, n, i, di, j, dj]) => {
    for (let k = 0; k < n; k++) {
      const g = x[i + k * di];
      const d = y[j + k * dj];
      const y0 = g * d + 0; // no −0
      out[at + k] = Number.isNaN(y0) && (g === 0 || (d === 0 && !Number.isNaN(g))) ? 0 : y0;
    }
  },
  slopes: [(h, _, d) => chained(h, d), (h, g) => chained(h, g)],
});

/** g/b, and 0 where g is 0, as of `chained`. */
export const share = binary({
  name: "share",
  loop: (out, [x, y], [at, n, i, di, j, dj]) => {
    for (let k = 0; k < n; k++) {
      const g = x[i + k * di];
      out[at + k] = g === 0 ? 0 : g / y[j + k * dj];
    }
  },
  slopes: [(h, _, b) => share(h, b), (h, _, b, y) => negative(chained(share(h, b), y))],
});
