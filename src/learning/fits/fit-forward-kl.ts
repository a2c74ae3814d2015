import type { AnyDistribution, Distribution } from "../../distributions/distribution";
import { multivariateNormal } from "../../distributions/families/multivariate-normal";
import { type Normal, normal } from "../../distributions/families/normal";
import { kl } from "../../divergences/kl";
import { valueError } from "../../words/errors";
import { checkFitOptions } from "./check-fit";
import type { Fit, FitFamily, FitOptions, FittedOf } from "./fit";
import { forwardTerm } from "./fit-terms";
import { fitted, momentsOf } from "./fitted";
import type { FitMethod } from "./search-optima";

export const forwardMethod: FitMethod = {
  term: forwardTerm,
  measure: kl,
  hasFormula: true,
  closed(target, parts, isDiagonal) {
    if (!parts) {
      if (target.family === "normal") return target as Normal;
      const { mean, variance } = target as unknown as Distribution;
      if (variance < 1e-290) return undefined; // beyond the doubles: the search has a unit of its own
      if (Number.isFinite(variance)) return normal(mean, Math.sqrt(variance));
      throw valueError(
        "fitForwardKl",
        `target 的方差是 ${variance}，没有最好的正态分布；请用 fitReverseKl 或 fitJensenShannon`,
        `the variance of target is ${variance}, and no normal is best; use fitReverseKl or fitJensenShannon`,
      );
    }
    const { centre, covariance } = momentsOf(parts);
    const kept = covariance.map((row, i) => row.map((x, j) => (isDiagonal && i !== j ? 0 : x)));
    return multivariateNormal(centre, kept);
  },
};

/**
 * The member q of a family with the least D(target‖q): it covers all of the target.
 *
 * A normal has the target's mean and covariance: D(p‖q) = −H(p) − E_p[ln q] is least where E_q and E_p agree on x and x². A
 * mixture of normals is searched for from several starts, by the gradient −E_p[∇ ln q].
 *
 * @param target a density on the line; of several dimensions, normal or a mixture of normals
 * @param family "normal", "multivariateNormal", "mixture", or the function of that name
 * @param options `components`, `covariance`, `start`, `starts`, `seed`
 * @returns `{ distribution, divergence, path, optima }`, divergences in nats
 * @throws RangeError where every member has D = ∞; TypeError for a target or family that does not fit
 *
 * @example
 * fitForwardKl(mixture([0.5, 0.5], [normal(-2, 1), normal(2, 1)]), "normal").distribution; // normal(0, Math.sqrt(5))
 *
 * Source: C. M. Bishop, Pattern Recognition and Machine Learning (2006), section 10.7.
 */
export function fitForwardKl<F extends FitFamily, T extends AnyDistribution>(
  target: T,
  family: F,
  options: FitOptions = {},
): Fit<FittedOf<F, T>> {
  checkFitOptions("fitForwardKl", options);
  return fitted("fitForwardKl", target, [family, options], forwardMethod);
}
