import type { Wishart } from "../../distributions/families/wishart";
import { wishart } from "../../distributions/families/wishart";
import {
  cholesky,
  inverseOfRoot,
  type Matrix,
  symmetricEigenvalues,
  whiten,
} from "../../math/linear-algebra";
import { quotientBregman } from "../../math/log-gamma-bregman";
import { blend } from "./closed-form";
import { gammaKl } from "./generalized-gamma-kl";

/**
 * By Bartlett's root T of X = T Tᵀ, in coordinates in which the scale of q is I and that of p diagonal: its entries are
 * independent under both, squares on the diagonal gamma and normal below, so D is a sum of terms ≥ 0.
 */
export function wishartKl(p: Wishart, q: Wishart): number {
  const change = p.scale.map((row, i) => row.map((value, j) => value - q.scale[i][j]));
  const excesses = symmetricEigenvalues(whiten(q.cholesky, change));
  // Near −1 the difference has lost the digits of the ratio.
  const far = excesses.some((e) => e < -0.9);
  const ratios = far
    ? symmetricEigenvalues(whiten(q.cholesky, p.scale))
    : excesses.map((e) => 1 + e);
  return ratios.reduce((sum, ratio, i) => {
    const excess = far ? ratio - 1 : excesses[i];
    return (
      sum +
      gammaKl((p.df - i) / 2, (q.df - i) / 2, { ratio, excess }) +
      (i / 2) * quotientBregman(ratio, 1, excess)
    );
  }, 0);
}

/** The Wishart distribution proportional to p^w q^(1−w): df and scale⁻¹ mix. */
export function wishartGeometricMean(p: Wishart, q: Wishart, w: number): Wishart | null {
  const df = blend(p.df, q.df, w);
  const [a, b] = [p, q].map((d): Matrix => inverseOfRoot(d.cholesky));
  const root = cholesky(a.map((row, i) => row.map((x, j) => blend(x, b[i][j], w))));
  return root && df > a.length - 1 ? wishart(df, inverseOfRoot(root)) : null;
}
