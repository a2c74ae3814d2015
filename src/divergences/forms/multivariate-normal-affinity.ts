import type { MultivariateNormal } from "../../distributions/families/multivariate-normal";
import {
  solveLower,
  symmetricEigen,
  symmetricEigenvalues,
  whiten,
} from "../../math/linear-algebra";
import { log1pmx } from "../../math/log1pmx";

/**
 * As `normalMinusLogAffinity` for p and q near each other, where it loses nothing; undefined elsewhere: of ratios far
 * apart the smaller eigenvalues are known to the rounding of the greatest only.
 */
export function nearMinusLogAffinity(
  p: MultivariateNormal,
  q: MultivariateNormal,
  w: number,
): number | null | undefined {
  const change = p.covariance.map((r, i) => r.map((value, j) => value - q.covariance[i][j]));
  const near = symmetricEigenvalues(whiten(q.cholesky, change)).every((e) => Math.abs(e) < 0.1);
  return near ? normalMinusLogAffinity(p, q, w) : undefined;
}

/**
 * −ln ∫ p^w q^(1−w); null where the blended precision is not positive, so that the integral diverges for w outside
 * [0, 1].
 *
 * With 1 + eᵢ the eigenvalues of L⁻¹ Σp L⁻ᵀ, Σq = L Lᵀ, and zᵢ the coordinates of L⁻¹(μp − μq) in their basis, it is
 * ½ Σ [ln(1 + (1 − w)eᵢ) − (1 − w) ln(1 + eᵢ) + w(1 − w) zᵢ²/(1 + (1 − w)eᵢ)].
 */
export function normalMinusLogAffinity(
  p: MultivariateNormal,
  q: MultivariateNormal,
  w: number,
): number | null {
  const change = p.covariance.map((r, i) => r.map((value, j) => value - q.covariance[i][j]));
  const near = symmetricEigen(whiten(q.cholesky, change));
  // Near −1 the difference has lost the digits of the ratio.
  const far = near.values.some((e) => e < -0.9);
  const { values, vectors } = far ? symmetricEigen(whiten(q.cholesky, p.covariance)) : near;
  const shift = solveLower(
    q.cholesky,
    p.mean.map((m, i) => m - q.mean[i]),
  );
  const v = 1 - w;
  let sum = 0;
  for (const [i, value] of values.entries()) {
    const ratio = far ? value : 1 + value;
    const excess = far ? value - 1 : value;
    const blended = far ? w + v * ratio : 1 + v * excess;
    if (!(blended > 0 && ratio > 0)) return null;
    const z = shift.reduce((total, entry, k) => total + entry * vectors[k][i], 0);
    // Near 0 the linear parts of the two logarithms are the same, and are left out.
    const small = Math.abs(excess) < 0.5 && Math.abs(v * excess) < 0.5;
    const spread = small
      ? log1pmx(v * excess) - v * log1pmx(excess)
      : Math.log(blended) - v * Math.log(ratio);
    sum += spread + w * v * z * (z / blended);
  }
  return sum / 2;
}
