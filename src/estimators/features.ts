import { median, robustScale } from "./robust-scale";
import type { Points } from "./samples";

/** Rows of features: 1, the standardised coordinates, and their products of degree 2. */
export interface Features {
  readonly rows: readonly Float64Array[];
  readonly width: number;
}

/**
 * Beyond so many robust scales from the median a coordinate is moved in: squares of outliers would rule the fit, and
 * exponentials of scores the mean of donskerVaradhan. Normal samples reach five scales once in a million.
 */
const far = 5;

/** Standardises by the pooled samples, so that both sides see the same features. */
export function quadraticFeatures(ofX: Points, ofY: Points): readonly [Features, Features] {
  const [xs, ys] = movedIn(ofX, ofY);
  const { d } = xs;
  const [mean, scale] = [new Float64Array(d), new Float64Array(d)];
  const n = xs.n + ys.n;
  for (let j = 0; j < d; j++) {
    const each = (f: (x: number) => void): void => {
      for (const points of [xs, ys]) {
        for (let i = 0; i < points.n; i++) f(points.values[i * d + j]);
      }
    };
    each((x) => {
      mean[j] += x / n;
    });
    each((x) => {
      scale[j] += (x - mean[j]) ** 2 / n;
    });
    scale[j] = Math.sqrt(scale[j]) || 1;
  }
  const width = 1 + d + (d * (d + 1)) / 2;
  const rowsOf = (points: Points): Features => ({
    width,
    rows: Array.from({ length: points.n }, (_, i) => {
      const row = new Float64Array(width);
      row[0] = 1;
      for (let j = 0; j < d; j++) row[1 + j] = (points.values[i * d + j] - mean[j]) / scale[j];
      let at = 1 + d;
      for (let a = 0; a < d; a++) for (let b = 0; b <= a; b++) row[at++] = row[1 + a] * row[1 + b];
      return row;
    }),
  });
  return [rowsOf(xs), rowsOf(ys)];
}

/** The samples without outliers, by the pooled middle of each coordinate; the same values where there are none. */
function movedIn(xs: Points, ys: Points): readonly [Points, Points] {
  const { d } = xs;
  const pooled = new Float64Array((xs.n + ys.n) * d);
  pooled.set(xs.values);
  pooled.set(ys.values, xs.n * d);
  const all = { values: pooled, n: xs.n + ys.n, d };
  const bounds = Array.from({ length: d }, (_, j) => {
    const middle = median(all, j);
    const reach = far * robustScale(all, j);
    return [middle - reach, middle + reach] as const;
  });
  const moved = ({ values, n }: Points): Points => ({
    values: values.map((x, i) => Math.min(Math.max(x, bounds[i % d][0]), bounds[i % d][1])),
    n,
    d,
  });
  return [moved(xs), moved(ys)];
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
