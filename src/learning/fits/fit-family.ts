import type { MixtureOf } from "../../distributions/families/mixture";
import { mixture } from "../../distributions/families/mixture";
import {
  type MultivariateNormal,
  multivariateNormal,
} from "../../distributions/families/multivariate-normal";
import { type Normal, normal } from "../../distributions/families/normal";
import { logSumExp } from "../../math/log-sum-exp";

/** A normal, or a mixture of normals, of one dimension or several: what is fitted. */
export type Fitted =
  | Normal
  | MultivariateNormal
  | MixtureOf<Normal>
  | MixtureOf<MultivariateNormal>;

/** Weights, means and lower triangular roots of covariances of normals, in the unit of the search. */
export interface Bells {
  readonly weights: readonly number[];
  readonly means: readonly (readonly number[])[];
  readonly roots: readonly (readonly (readonly number[])[])[];
}

/** How many normals of how many dimensions, and whether their coordinates are free of each other. */
export interface BellShape {
  readonly components: number;
  readonly dimension: number;
  readonly isDiagonal: boolean;
}

/**
 * All numbers as parameters: logits of weights where there are several, means, then each root row by row, with the
 * logarithm of its diagonal.
 */
export function numbersOf({ weights, means, roots }: Bells, shape: BellShape): number[] {
  const logits = weights.length > 1 ? weights.map(Math.log) : [];
  const entries = roots.flatMap((root) =>
    root.flatMap((row, i) =>
      row
        .slice(shape.isDiagonal ? i : 0, i + 1)
        .map((x, k, { length }) => (k === length - 1 ? Math.log(x) : x)),
    ),
  );
  return [...logits, ...means.flat(), ...entries];
}

export function bellsOf(numbers: readonly number[], shape: BellShape): Bells {
  const { components, dimension, isDiagonal } = shape;
  const rest = numbers.values();
  const next = (): number => rest.next().value as number;
  const times = <T>(n: number, one: (i: number) => T): T[] =>
    Array.from({ length: n }, (_, i) => one(i));
  const logits = components > 1 ? times(components, next) : [0];
  const total = logSumExp(logits);
  return {
    weights: logits.map((z) => Math.exp(z - total)),
    means: times(components, () => times(dimension, next)),
    roots: times(components, () =>
      times(dimension, (i) =>
        times(dimension, (j) => {
          if (j > i || (isDiagonal && j < i)) return 0;
          return i === j ? Math.exp(next()) : next();
        }),
      ),
    ),
  };
}

/** ln q at points, and its slopes in all parameters there: row by row. */
export interface Scores {
  readonly logs: Float64Array;
  readonly slopes: Float64Array;
}

/**
 * @param points one after the other, `dimension` numbers each
 * @param isSloped whether the slopes are asked for
 */
export function scoresOf(
  { weights, means, roots }: Bells,
  { components, dimension: d, isDiagonal }: BellShape,
  points: Float64Array,
  isSloped = true,
): Scores {
  const n = points.length / d;
  const perRoot = isDiagonal ? d : (d * (d + 1)) / 2;
  const logits = components > 1 ? components : 0;
  const size = logits + components * (d + perRoot);
  const [logs, slopes] = [new Float64Array(n), new Float64Array(isSloped ? n * size : 0)];
  const constants = roots.map(
    (root, k) =>
      Math.log(weights[k]) -
      root.reduce((sum, row, i) => sum + Math.log(row[i]), (d * Math.log(2 * Math.PI)) / 2),
  );
  const [z, towards] = [new Float64Array(components * d), new Float64Array(d)];
  const parts = new Float64Array(components);
  for (let at = 0; at < n; at++) {
    let most = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < components; k++) {
      let square = 0;
      for (let i = 0; i < d; i++) {
        let left = points[at * d + i] - means[k][i];
        for (let j = 0; j < i; j++) left -= roots[k][i][j] * z[k * d + j];
        z[k * d + i] = left / roots[k][i][i];
        square += z[k * d + i] ** 2;
      }
      parts[k] = constants[k] - square / 2;
      most = Math.max(most, parts[k]);
    }
    let total = 0;
    for (let k = 0; k < components; k++) total += Math.exp(parts[k] - most);
    logs[at] = most + Math.log(total);
    if (!isSloped) continue;
    const row = at * size;
    for (let k = 0; k < components; k++) {
      const share = Math.exp(parts[k] - logs[at]);
      if (logits > 0) slopes[row + k] = share - weights[k];
      // L⁻ᵀ z: the slope in the mean; that in L is L⁻ᵀ (z zᵀ − I), below the diagonal.
      for (let i = d - 1; i >= 0; i--) {
        let left = z[k * d + i];
        for (let j = i + 1; j < d; j++) left -= roots[k][j][i] * towards[j];
        towards[i] = left / roots[k][i][i];
        slopes[row + logits + k * d + i] = share * towards[i];
      }
      let to = row + logits + components * d + k * perRoot;
      for (let i = 0; i < d; i++) {
        for (let j = isDiagonal ? i : 0; j < i; j++)
          slopes[to++] = share * towards[i] * z[k * d + j];
        // In ln Lᵢᵢ: Lᵢᵢ (L⁻ᵀ z)ᵢ zᵢ − 1.
        slopes[to++] = share * (roots[k][i][i] * towards[i] * z[k * d + i] - 1);
      }
    }
  }
  return { logs, slopes };
}

/** The distribution, in the unit of the target: x = centre + scale·t. */
export function distributionOf(
  { weights, means, roots }: Bells,
  { centre, scale }: { readonly centre: readonly number[]; readonly scale: readonly number[] },
  { isLine, isMixture }: { readonly isLine: boolean; readonly isMixture: boolean },
): Fitted {
  const placed = means.map((mean) => mean.map((m, i) => centre[i] + scale[i] * m));
  if (isLine) {
    const components = placed.map(([m], k) => normal(m, scale[0] * roots[k][0][0]));
    return isMixture ? mixture(weights, components) : components[0];
  }
  const components = placed.map((mean, k) => {
    const root = roots[k].map((row, i) => row.map((x) => scale[i] * x));
    return multivariateNormal(mean, timesTransposed(root));
  });
  return isMixture ? mixture(weights, components) : components[0];
}

/** L Lᵀ. */
export const timesTransposed = (l: readonly (readonly number[])[]): number[][] =>
  l.map((a) => l.map((b) => a.reduce((sum, x, j) => sum + x * b[j], 0)));

/** Normals as they are given: weights, means, and roots of covariances. */
export interface RootedNormals {
  readonly weights: readonly number[];
  readonly components: readonly {
    readonly mean: readonly number[];
    readonly cholesky: readonly (readonly number[])[];
  }[];
}

/** The same in the unit of the search. */
export const inUnit = (
  { weights, components }: RootedNormals,
  { centre, scale }: { readonly centre: readonly number[]; readonly scale: readonly number[] },
): Bells => ({
  weights,
  means: components.map(({ mean }) => mean.map((m, i) => (m - centre[i]) / scale[i])),
  roots: components.map(({ cholesky }) => cholesky.map((row, i) => row.map((x) => x / scale[i]))),
});
