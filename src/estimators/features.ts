import type { Points } from "./samples";

/** Rows of features: 1, the standardised coordinates, and their products of degree 2. */
export interface Features {
  readonly rows: readonly Float64Array[];
  readonly width: number;
}

/** Standardises by the pooled samples, so that both sides see the same features. */
export function quadraticFeatures(xs: Points, ys: Points): readonly [Features, Features] {
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

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
