import { cholesky } from "../math/linear-algebra";
import { shapeError, valueError } from "../words/errors";
import { checkFinite, checkList } from "./parameters";

/** A symmetric matrix, and its lower triangular root L with L Lᵀ = matrix. */
export interface Covariance {
  readonly matrix: readonly (readonly number[])[];
  readonly root: readonly (readonly number[])[];
}

/** Throws unless `given` is a symmetric, positive definite matrix of n rows; of as many as it has where n is not said. */
export function checkedCovariance(
  family: string,
  name: string,
  given: ArrayLike<ArrayLike<number>>,
  n?: number,
): Covariance {
  checkList(family, name, given);
  const matrix = checkedSymmetric(family, name, given, n);
  const root = cholesky(matrix);
  if (root) return { matrix, root };
  throw valueError(
    family,
    `${name} 不是正定的；检查方差与相关系数`,
    `${name} is not positive definite; check variances and correlations`,
  );
}

/** Throws unless `given` is a symmetric matrix of n rows. */
export function checkedSymmetric(
  family: string,
  name: string,
  given: ArrayLike<ArrayLike<number>>,
  n: number = given.length,
): number[][] {
  const rows = Array.from(given, (row) => Array.from(row ?? []));
  if (rows.length !== n || rows.some((row) => row.length !== n)) {
    const [zh, en] =
      name === "covariance"
        ? [`，与 mean 的 ${n} 项相配`, `, to match the ${n} entries of mean`]
        : ["", ""];
    throw shapeError(family, `${name} 应为 ${n}×${n}${zh}`, `${name} must be ${n}×${n}${en}`);
  }
  for (const [i, row] of rows.entries()) {
    for (const [j, value] of row.entries()) {
      checkFinite(family, `${name}[${i}][${j}]`, value);
      const other = rows[j][i];
      if (Math.abs(value - other) > 1e-12 * (Math.abs(value) + Math.abs(other))) {
        throw valueError(
          family,
          `${name}[${i}][${j}] 是 ${value} 而 ${name}[${j}][${i}] 是 ${other}，应对称`,
          `${name}[${i}][${j}] is ${value} but ${name}[${j}][${i}] is ${other}; it must be symmetric`,
        );
      }
    }
  }
  return rows;
}
