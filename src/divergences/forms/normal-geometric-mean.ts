import {
  type MultivariateNormal,
  multivariateNormal,
} from "../../distributions/families/multivariate-normal";
import { cholesky, type Matrix, solveLower } from "../../math/linear-algebra";
import { blend } from "./closed-form";

/** The normal distribution proportional to p^w q^(1−w): precisions add; null where they are not positive. */
export function normalGeometricMean(
  p: MultivariateNormal,
  q: MultivariateNormal,
  w: number,
): MultivariateNormal | null {
  const [own, other] = [inverse(p.cholesky), inverse(q.cholesky)];
  const precision = own.map((row, i) => row.map((value, j) => blend(value, other[i][j], w)));
  const root = cholesky(precision);
  if (!root) return null;
  const covariance = inverse(root);
  const pull = p.mean.map((_, i) => blend(product(own[i], p.mean), product(other[i], q.mean), w));
  return multivariateNormal(
    covariance.map((row) => product(row, pull)),
    covariance,
  );
}

/** (L Lᵀ)⁻¹. */
function inverse(l: Matrix): number[][] {
  const n = l.length;
  const columns = l.map((_, j) =>
    solveLower(
      l,
      Array.from({ length: n }, (_, i) => (i === j ? 1 : 0)),
    ),
  );
  return columns.map((a) => columns.map((b) => product(a, b)));
}

function product(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}
