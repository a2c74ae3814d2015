import type { AnyDistribution } from "../../distributions/distribution";
import { multivariateNormal } from "../../distributions/families/multivariate-normal";
import { kl } from "../../divergences/kl";
import { solveLower } from "../../math/linear-algebra";
import { checkFitOptions } from "./check-fit";
import type { Fit, FitFamily, FitOptions, FittedOf } from "./fit";
import { reverseTerm } from "./fit-terms";
import { fitted } from "./fitted";
import type { FitMethod } from "./search-optima";

export const reverseMethod: FitMethod = {
  term: reverseTerm,
  measure: (p, q) => kl(q, p),
  hasFormula: true,
  closed(_, parts, isDiagonal) {
    if (parts?.components.length !== 1) return undefined;
    const [{ mean, covariance, cholesky }] = parts.components;
    if (!isDiagonal) return parts.components[0];
    // Mean field: variances 1/(C⁻¹)ᵢᵢ, and (C⁻¹)ᵢᵢ = |L⁻¹ eᵢ|².
    const variances = mean.map((_, i) => {
      const column = solveLower(
        cholesky,
        mean.map((__, j) => (i === j ? 1 : 0)),
      );
      return 1 / column.reduce((sum, x) => sum + x * x, 0);
    });
    return multivariateNormal(
      mean,
      covariance.map((row, i) => row.map((_x, j) => (i === j ? variances[i] : 0))),
    );
  },
};

/**
 * The member q of a family with the least D(q‖target): it keeps to where the target has mass, and may leave modes out.
 *
 * Searched for by the gradient E_q[ln(q/p) ∇ ln q] from several starts: each mode that holds a q is an optimum, and so may be a wide one over several. Of a
 * normal target the independent normals ("diagonal", mean field) have variances 1/(C⁻¹)ᵢᵢ.
 *
 * @param target a density on the line; of several dimensions, normal or a mixture of normals
 * @param family "normal", "multivariateNormal", "mixture", or the function of that name
 * @param options `components`, `covariance`, `start`, `starts`, `seed`
 * @returns `{ distribution, divergence, path, optima }`, divergences in nats
 * @throws RangeError where every member has D = ∞; TypeError for a target or family that does not fit
 *
 * @example
 * fitReverseKl(mixture([0.5, 0.5], [normal(-3, 1), normal(3, 1)]), "normal").optima.length; // 3
 *
 * Source: C. M. Bishop, Pattern Recognition and Machine Learning (2006), section 10.1.2.
 */
export function fitReverseKl<F extends FitFamily, T extends AnyDistribution>(
  target: T,
  family: F,
  options: FitOptions = {},
): Fit<FittedOf<F, T>> {
  checkFitOptions("fitReverseKl", options);
  return fitted("fitReverseKl", target, [family, options], reverseMethod);
}
