import { digamma, logGamma } from "../math/log-gamma";
import { valueError } from "../words/errors";
import { insertLeast } from "./insert-least";
import { robustScale } from "./robust-scale";
import type { Points } from "./samples";

/**
 * Beyond so many bandwidths from every sample a kernel's tail says nothing of the density. With 4, D(N(1,4) ‖ N(0,1)) =
 * 1.307 came out 0.41 too small (n = 1000), with 6 it is 0.12 too small, without an end 1.4 too large.
 */
const reach = 6;
/** Which neighbour tells the density there. */
const k = 5;

/**
 * The mean over xs of ln p̂ − ln q̂ with Gaussian kernels, p̂ leaving the point itself out; cost n(n + m).
 *
 * The bandwidth is Scott's n^(−1/(d+4)) times the scale of each coordinate, or `bandwidth` times that. The scale is
 * robust (the standard deviation, or what the middle of the samples says if that is far less), so that an outlier does not
 * widen all kernels; and where none reaches, the distance to the fifth neighbour tells the density, so that the
 * outlier's own term is not its squared distance.
 *
 * @param shared true where a y at an x is the same draw, which q̂ then leaves out as p̂ does
 *
 * Source: B. W. Silverman, Density Estimation for Statistics and Data Analysis (1986), sections 3.4 and 4.3; left-out terms as in P. Hall and S. C. Morton, On the estimation of entropy (1993); D. O. Loftsgaarden and C. P. Quesenberry (1965) for the tails.
 */
export function klKde(xs: Points, ys: Points, bandwidth: number, shared = false): number {
  const [ofX, ofY] = [kernel("xs", xs, bandwidth), kernel("ys", ys, bandwidth)];
  let sum = 0;
  for (let i = 0; i < xs.n; i++) sum += ofX(xs, i, true) - ofY(xs, i, shared);
  return sum / xs.n;
}

/** ln of the kernel estimate at a row of `at`; of all points, or without one that lies there. */
function kernel(
  name: string,
  points: Points,
  bandwidth: number,
): (at: Points, row: number, without: boolean) => number {
  const { values, n, d } = points;
  const inverse = new Float64Array(d);
  let logWidths = 0;
  for (let j = 0; j < d; j++) {
    const width = bandwidth * robustScale(points, j) * n ** (-1 / (d + 4));
    if (!(width > 0 && width < Number.POSITIVE_INFINITY)) {
      throw valueError(
        "estimateKl",
        `${name} 的第 ${j} 个坐标没有变化，核宽是 0；几种取值的数据请用 estimateFromCounts`,
        `coordinate ${j} of ${name} does not vary, so the kernel has width 0; count data of few values by estimateFromCounts`,
      );
    }
    inverse[j] = 1 / width;
    logWidths += Math.log(width);
  }
  const logKernel = (d / 2) * Math.log(2 * Math.PI) + logWidths;
  const logBall = (d / 2) * Math.log(Math.PI) - logGamma(d / 2 + 1) + logWidths;
  const exponents = new Float64Array(n);
  const nearest = new Float64Array(Math.min(k, n - 1));
  return (at, row, without) => {
    let left = n;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let j = 0; j < d; j++) {
        const z = (at.values[row * d + j] - values[i * d + j]) * inverse[j];
        sum += z * z;
      }
      exponents[i] = sum / 2;
      if (sum === 0 && without && left === n) {
        exponents[i] = Number.POSITIVE_INFINITY;
        left--;
      }
      if (exponents[i] < least) least = exponents[i];
    }
    if (least > (reach * reach) / 2) {
      nearest.fill(Number.POSITIVE_INFINITY);
      let worst = Number.POSITIVE_INFINITY;
      for (const exponent of exponents)
        if (exponent < worst) worst = insertLeast(nearest, exponent);
      return digamma(nearest.length) - Math.log(left) - logBall - (d / 2) * Math.log(2 * worst);
    }
    let total = 0;
    for (const exponent of exponents) total += Math.exp(least - exponent);
    return Math.log(total) - least - Math.log(left) - logKernel;
  };
}
