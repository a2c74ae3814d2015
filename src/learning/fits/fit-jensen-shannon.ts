import type { AnyDistribution } from "../../distributions/distribution";
import { jensenShannon } from "../../divergences/jensen-shannon";
import { checkFitOptions } from "./check-fit";
import type { Fit, FitFamily, FitOptions, FittedOf } from "./fit";
import { jensenShannonTerm } from "./fit-terms";
import { fitted } from "./fitted";

/**
 * The member q of a family with the least JS(target, q) = ½ D(p‖m) + ½ D(q‖m), m = (p + q)/2: between both directions, and never
 * infinite.
 *
 * Searched for by the gradient ½ E_q[ln(q/m) ∇ ln q] from several starts.
 *
 * @param target a density on the line; of two dimensions, normal or a mixture of normals
 * @param family "normal", "multivariateNormal", "mixture", or the function of that name
 * @param options `components`, `covariance`, `start`, `starts`, `seed`
 * @returns `{ distribution, divergence, path, optima }`, divergences in nats
 * @throws RangeError in more than two dimensions; TypeError for a target or family that does not fit
 *
 * @example
 * fitJensenShannon(mixture([0.5, 0.5], [normal(-3, 1), normal(3, 1)]), "normal").divergence < Math.LN2; // true
 *
 * Source: J. Lin, Divergence measures based on the Shannon entropy (1991).
 */
export function fitJensenShannon<F extends FitFamily, T extends AnyDistribution>(
  target: T,
  family: F,
  options: FitOptions = {},
): Fit<FittedOf<F, T>> {
  checkFitOptions("fitJensenShannon", options);
  return fitted("fitJensenShannon", target, [family, options], {
    term: jensenShannonTerm,
    measure: jensenShannon,
    hasFormula: false,
  });
}
