import { type Dirichlet, dirichlet } from "../../distributions/families/dirichlet";
import type { Independent } from "../../distributions/families/independent";
import type { MultivariateNormal } from "../../distributions/families/multivariate-normal";
import { solveLower, symmetricEigenvalues, whiten } from "../../math/linear-algebra";
import { quotientBregman } from "../../math/log-gamma-bregman";
import { blend, type ClosedForm, row } from "./closed-form";
import { dirichletKl } from "./dirichlet-kl";
import { allNormal, jointNormal } from "./joint-normal";
import { nearMinusLogAffinity, normalMinusLogAffinity } from "./multivariate-normal-affinity";
import { normalGeometricMean } from "./multivariate-normal-mean";

/** ½ Σ (eᵢ − ln(1 + eᵢ)) + ½ |L⁻¹(μp − μq)|², eᵢ the eigenvalues of L⁻¹(Σp − Σq)L⁻ᵀ, Σq = L Lᵀ: terms ≥ 0. */
function multivariateNormalKl(p: MultivariateNormal, q: MultivariateNormal): number {
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

const tex = String.raw`\tfrac12\Bigl[\operatorname{tr}(\Sigma_q^{-1}\Sigma_p)-n-\ln\frac{\det\Sigma_p}{\det\Sigma_q}+(\mu_p-\mu_q)^{\mathsf T}\Sigma_q^{-1}(\mu_p-\mu_q)\Bigr]`;
const formula = "½ [tr(Σq⁻¹Σp) − n − ln(det Σp/det Σq) + (μp − μq)ᵀ Σq⁻¹ (μp − μq)]";
const source = "The Book of Statistical Proofs, P92 (mvn-kl)";

export const multivariateForms: readonly ClosedForm[] = [
  row<MultivariateNormal, MultivariateNormal>("multivariateNormal", "multivariateNormal", {
    kl: multivariateNormalKl,
    applies: (p, q) => p.dimension === q.dimension,
    geometricMean: normalGeometricMean,
    minusLogAffinity: nearMinusLogAffinity,
    formula,
    tex,
    source,
  }),
  row<Independent, MultivariateNormal>("independent", "multivariateNormal", {
    kl: (p, q) => multivariateNormalKl(jointNormal(p), q),
    minusLogAffinity: (p, q, w) => normalMinusLogAffinity(jointNormal(p), q, w),
    applies: (p, q) => p.dimension === q.dimension && allNormal(p),
    formula: `${formula}, for normal components`,
    tex,
    source,
  }),
  row<MultivariateNormal, Independent>("multivariateNormal", "independent", {
    kl: (p, q) => multivariateNormalKl(p, jointNormal(q)),
    minusLogAffinity: (p, q, w) => normalMinusLogAffinity(p, jointNormal(q), w),
    applies: (p, q) => p.dimension === q.dimension && allNormal(q),
    formula: `${formula}, for normal components`,
    tex,
    source,
  }),
  row<Dirichlet, Dirichlet>("dirichlet", "dirichlet", {
    kl: (p, q) => dirichletKl(p.alpha, q.alpha),
    applies: (p, q) => p.dimension === q.dimension,
    geometricMean(p, q, w) {
      const alpha = p.alpha.map((a, i) => blend(a, q.alpha[i], w));
      return alpha.every((a) => a > 0) ? dirichlet(alpha) : null;
    },
    formula: "ln(Γ(Σαp)/Γ(Σαq)) + Σ [ln(Γ(αqᵢ)/Γ(αpᵢ)) + (αpᵢ − αqᵢ)(ψ(αpᵢ) − ψ(Σαp))]",
    tex: String.raw`\ln\frac{\Gamma(\sum_i\alpha_{p,i})}{\Gamma(\sum_i\alpha_{q,i})}+\sum_i\Bigl[\ln\frac{\Gamma(\alpha_{q,i})}{\Gamma(\alpha_{p,i})}+(\alpha_{p,i}-\alpha_{q,i})\Bigl(\psi(\alpha_{p,i})-\psi\bigl(\textstyle\sum_j\alpha_{p,j}\bigr)\Bigr)\Bigr]`,
    source: "The Book of Statistical Proofs, P294 (dir-kl)",
  }),
];
