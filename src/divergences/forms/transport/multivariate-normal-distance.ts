import type { MultivariateNormal } from "../../../distributions/families/multivariate-normal";
import { squaredBures } from "./squared-bures";

/** W₂ of two multivariate normal distributions; undefined where the dimensions differ. */
export function multivariateNormalDistance(
  p: MultivariateNormal,
  q: MultivariateNormal,
): number | undefined {
  if (p.dimension !== q.dimension) return undefined;
  const shift = Math.hypot(...p.mean.map((m, i) => m - q.mean[i]));
  return Math.hypot(shift, Math.sqrt(squaredBures(p.covariance, q.covariance)));
}

export const multivariateNormalTransport = {
  formula: "W₂² = |μp − μq|² + tr(Σp + Σq − 2 (Σp^½ Σq Σp^½)^½)",
  tex: String.raw`W_2^2=\|\mu_p-\mu_q\|^2+\operatorname{tr}\Bigl(\Sigma_p+\Sigma_q-2\bigl(\Sigma_p^{1/2}\Sigma_q\Sigma_p^{1/2}\bigr)^{1/2}\Bigr)`,
  source:
    "C. R. Givens and R. M. Shortt, A class of Wasserstein metrics for probability distributions (1984)",
};
