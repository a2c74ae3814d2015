import type { AnyDistribution } from "../../distributions/distribution";
import { alphaDivergence } from "../../divergences/alpha-divergence";
import { checkOption } from "../../words/check-option";
import { finiteNumber } from "../../words/option-kinds";
import { checkFitOptions } from "./check-fit";
import type { Fit, FitAlphaOptions, FitFamily, FittedOf } from "./fit";
import { forwardMethod } from "./fit-forward-kl";
import { reverseMethod } from "./fit-reverse-kl";
import { alphaTerm } from "./fit-terms";
import { fitted } from "./fitted";
import type { FitMethod } from "./search-optima";

/**
 * The member q of a family with the least D^(α)(target‖q) = (1 − ∫ pᵃ qᵇ)/(ab), a = (1 − α)/2, b = (1 + α)/2: from covering all
 * (α = −1, D(p‖q)) to keeping to one mode (α = 1, D(q‖p)).
 *
 * Searched for by the gradient −E[pᵃ qᵇ ∇ ln q]/a from several starts.
 *
 * @param target a density on the line; of two dimensions, normal or a mixture of normals
 * @param family "normal", "multivariateNormal", "mixture", or the function of that name
 * @param options `alpha`, and as `fitForwardKl`
 * @returns `{ distribution, divergence, path, optima }`
 * @throws RangeError for an α that is not finite, and where every member has divergence ∞; TypeError for a target or family that does not fit
 *
 * @example
 * fitAlpha(normal(1, 2), "normal", { alpha: 0 }).divergence < 1e-12; // true
 *
 * Source: T. Minka, Divergence measures and message passing (2005).
 */
export function fitAlpha<F extends FitFamily, T extends AnyDistribution>(
  target: T,
  family: F,
  options: FitAlphaOptions,
): Fit<FittedOf<F, T>> {
  checkFitOptions("fitAlpha", options, { alpha: finiteNumber });
  const alpha = options?.alpha;
  checkOption("fitAlpha", "alpha", alpha, {
    accepts: Number.isFinite,
    zh: "有限的数",
    en: "a finite number",
  });
  return fitted("fitAlpha", target, [family, options], methodOf(alpha));
}

function methodOf(alpha: number): FitMethod {
  if (alpha === -1) return forwardMethod;
  if (alpha === 1) return reverseMethod;
  return {
    term: alphaTerm(alpha),
    measure: (p, q) => alphaDivergence(p, q, { alpha }),
    hasFormula: true,
  };
}
