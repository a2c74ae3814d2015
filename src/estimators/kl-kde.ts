import { valueError } from "../words/errors";
import type { Points } from "./samples";

/**
 * The mean over xs of ln p̂ − ln q̂ with Gaussian kernels, p̂ leaving the point itself out; cost n(n + m).
 *
 * The bandwidth is Scott's n^(−1/(d+4)) times the standard deviation of each coordinate, or `bandwidth` times that.
 *
 * Source: B. W. Silverman, Density Estimation for Statistics and Data Analysis (1986), section 4.3; left-out terms as in P. Hall and S. C. Morton, On the estimation of entropy (1993).
 */
export function klKde(xs: Points, ys: Points, bandwidth: number): number {
  const [ofX, ofY] = [kernel("xs", xs, bandwidth), kernel("ys", ys, bandwidth)];
  let sum = 0;
  for (let i = 0; i < xs.n; i++) sum += ofX(xs, i, true) - ofY(xs, i, false);
  return sum / xs.n;
}

/** ln of the kernel estimate at a row of `at`. */
function kernel(
  name: string,
  points: Points,
  bandwidth: number,
): (at: Points, row: number, own: boolean) => number {
  const { values, n, d } = points;
  const inverse = new Float64Array(d);
  let logScale = (d / 2) * Math.log(2 * Math.PI);
  for (let j = 0; j < d; j++) {
    let mean = 0;
    for (let i = 0; i < n; i++) mean += values[i * d + j] / n;
    let square = 0;
    for (let i = 0; i < n; i++) square += (values[i * d + j] - mean) ** 2;
    const width = bandwidth * Math.sqrt(square / (n - 1)) * n ** (-1 / (d + 4));
    if (!(width > 0)) {
      throw valueError(
        "estimateKl",
        `${name} 的第 ${j} 个坐标没有变化，核宽是 0`,
        `coordinate ${j} of ${name} does not vary, so the kernel has width 0`,
      );
    }
    inverse[j] = 1 / width;
    logScale += Math.log(width);
  }
  return (at, row, own) => {
    const exponents = new Float64Array(n);
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let j = 0; j < d; j++) {
        const z = (at.values[row * d + j] - values[i * d + j]) * inverse[j];
        sum += z * z;
      }
      exponents[i] = own && i === row ? Number.POSITIVE_INFINITY : sum / 2;
      least = Math.min(least, exponents[i]);
    }
    let total = 0;
    for (const exponent of exponents) total += Math.exp(least - exponent);
    return Math.log(total) - least - Math.log(own ? n - 1 : n) - logScale;
  };
}
