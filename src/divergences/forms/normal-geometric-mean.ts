import {
  type MultivariateNormal,
  multivariateNormal,
} from "../../distributions/families/multivariate-normal";
import { cholesky, inverseOfRoot } from "../../math/linear-algebra";
import { blend } from "./closed-form";

/** The normal distribution proportional to p^w q^(1−w): precisions add; null where they are not positive. */
export function normalGeometricMean(
  p: MultivariateNormal,
  q: MultivariateNormal,
  w: number,
): MultivariateNormal | null {
  const [own, other] = [inverseOfRoot(p.cholesky), inverseOfRoot(q.cholesky)];
  const precision = own.map((row, i) => row.map((value, j) => blend(value, other[i][j], w)));
  const root = cholesky(precision);
  if (!root) return null;
  const covariance = inverseOfRoot(root);
  const pull = p.mean.map((_, i) => blend(product(own[i], p.mean), product(other[i], q.mean), w));
  return multivariateNormal(
    covariance.map((row) => product(row, pull)),
    covariance,
  );
}

function product(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}
