// ln Γ and its derivatives, and x ln y with 0·ln 0 = 0.
import { digamma as digammaOf, logGamma } from "../../math/log-gamma";
import { polygamma } from "../../math/trigamma";
import { chained, share } from "../autodiff/arithmetic";
import { binary, unary } from "../autodiff/elementwise";
import { recorded } from "../autodiff/recorded";
import type { Tensor } from "../tensors/tensor";

/**
 * x ln y of each pair of entries ≥ 0, and 0 where x = 0, also at y = 0; shapes broadcast.
 *
 * The slope in y is x/y, 0 where x = 0; in x it is ln y, and 0 where both are 0, since x′ ln x → 0 along any smooth path
 * of probabilities.
 *
 * @example
 * xlogy([0, 1], [0, 1]).data; // Float64Array.of(0, 0)
 */
export const xlogy = binary({
  name: "xlogy",
  domain: "ln 的自变量应 ≥ 0 / the argument of ln must be ≥ 0",
  loop: (out, [x, y], [at, n, i, di, j, dj]) => {
    for (let k = 0; k < n; k++) {
      const factor = x[i + k * di];
      const argument = y[j + k * dj];
      // A y < 0 is refused beside x = 0 too: the slope in x, ln y, would be NaN.
      out[at + k] = factor === 0 && argument >= 0 ? 0 : factor * Math.log(argument);
    }
  },
  slopes: [(g, x, y) => chained(g, logUnlessBothZero(x, y)), (g, x, y) => share(chained(g, x), y)],
});

/** ln y, and 0 where x and y are both 0. */
const logUnlessBothZero = binary({
  name: "xlogy",
  loop: (out, [x, y], [at, n, i, di, j, dj]) => {
    for (let k = 0; k < n; k++) {
      const argument = y[j + k * dj];
      out[at + k] = x[i + k * di] === 0 && argument === 0 ? 0 : Math.log(argument);
    }
  },
  slopes: [(g) => zerosAs(g), (g, x, y) => chained(g, reciprocalUnlessBothZero(x, y))],
});

const reciprocalUnlessBothZero = binary({
  name: "xlogy",
  loop: (out, [x, y], [at, n, i, di, j, dj]) => {
    for (let k = 0; k < n; k++) {
      const argument = y[j + k * dj];
      out[at + k] = x[i + k * di] === 0 && argument === 0 ? 0 : 1 / argument;
    }
  },
  slopes: [(g) => zerosAs(g), (g, _x, y, r) => chained(chained(g, r), share(-1, y))],
});

const zerosAs = ({ data, shape }: Tensor): Tensor =>
  recorded(new Float64Array(data.length), shape, [], []);

/**
 * ln Γ(x) of each entry > 0.
 *
 * @example
 * lgamma([1]).data[0]; // 0
 */
export const lgamma = unary({
  name: "lgamma",
  domain: "应 > 0 / it must be > 0",
  loop: (out, x) => {
    for (let i = 0; i < x.length; i++) out[i] = logGamma(x[i]);
  },
  slope: (g, x) => chained(g, digamma(x)),
});

/**
 * ψ(x) = d ln Γ(x)/dx of each entry > 0.
 *
 * @example
 * digamma([1]).data[0]; // -0.5772156649015329
 */
export const digamma = unary({
  name: "digamma",
  domain: "应 > 0 / it must be > 0",
  loop: (out, x) => {
    for (let i = 0; i < x.length; i++) out[i] = x[i] > 0 ? digammaOf(x[i]) : Number.NaN;
  },
  slope: (g, x) => chained(g, polygammaOf(1)(x)),
});

/** ψ⁽ⁿ⁾(x), whose slope is the next. */
const polygammaOf = (n: number): ReturnType<typeof unary> =>
  unary({
    name: "polygamma",
    loop: (out, x) => {
      for (let i = 0; i < x.length; i++) out[i] = polygamma(n, x[i]);
    },
    slope: (g, x) => chained(g, polygammaOf(n + 1)(x)),
  });
