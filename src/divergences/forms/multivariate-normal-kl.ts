import type { MultivariateNormal } from "../../distributions/families/multivariate-normal";
import { solveLower, symmetricEigenvalues, whiten } from "../../math/linear-algebra";
import { quotientBregman } from "../../math/log-gamma-bregman";

/** ½ Σ (eᵢ − ln(1 + eᵢ)) + ½ |L⁻¹(μp − μq)|², eᵢ the eigenvalues of L⁻¹(Σp − Σq)L⁻ᵀ, Σq = L Lᵀ: terms ≥ 0. */
export function multivariateNormalKl(p: MultivariateNormal, q: MultivariateNormal): number {
  const change = p.covariance.map((r, i) => r.map((value, j) => value - q.covariance[i][j]));
  const eigenvalues = symmetricEigenvalues(whiten(q.cholesky, change));
  // Near −1 the difference has lost the digits of the ratio.
  const far = eigenvalues.some((e) => e < -0.9);
  const ratios = far ? symmetricEigenvalues(whiten(q.cholesky, p.covariance)) : [];
  const spread = far
    ? ratios.reduce((sum, ratio) => sum + quotientBregman(ratio, 1), 0)
    : eigenvalues.reduce((sum, e) => sum + quotientBregman(1 + e, 1, e), 0);
  const shift = solveLower(
    q.cholesky,
    p.mean.map((m, i) => m - q.mean[i]),
  );
  return (spread + shift.reduce((sum, z) => sum + z * z, 0)) / 2;
}

/** The formula, in words and TeX, and its source. */
export const multivariateNormalForm = {
  formula: "½ [tr(Σq⁻¹Σp) − n − ln(det Σp/det Σq) + (μp − μq)ᵀ Σq⁻¹ (μp − μq)]",
  tex: String.raw`\tfrac12\Bigl[\operatorname{tr}(\Sigma_q^{-1}\Sigma_p)-n-\ln\frac{\det\Sigma_p}{\det\Sigma_q}+(\mu_p-\mu_q)^{\mathsf T}\Sigma_q^{-1}(\mu_p-\mu_q)\Bigr]`,
  source: "The Book of Statistical Proofs, P92 (mvn-kl)",
};
