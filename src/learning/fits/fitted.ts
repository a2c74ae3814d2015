import type { AnyDistribution, Distribution } from "../../distributions/distribution";
import { seeded } from "../../math/random";
import { shapeError, valueError } from "../../words/errors";
import { asParts, checkTarget, familyName, type NormalParts } from "./check-fit";
import type { Fit, FitFamily, FitOptions, FittedOf } from "./fit";
import { type Fitted, inUnit, type RootedNormals } from "./fit-family";
import { type FitTarget, lineTarget } from "./fit-target";
import type { FitTerm } from "./fit-terms";
import { planeTarget } from "./plane-target";
import { type FitMethod, type Search, searchOptima } from "./search-optima";
import { startsOf } from "./starts-of";

export function fitted<F extends FitFamily, T extends AnyDistribution>(
  caller: string,
  given: T,
  [family, options]: readonly [F, FitOptions],
  method: FitMethod,
): Fit<FittedOf<F, T>> {
  const name = familyName(caller, family);
  const parts = checkTarget(caller, given, name);
  const start = asParts(caller, options.start, name);
  checkDimension(caller, start, given.dimension);
  const { components = 2, covariance = "full", starts = 6, seed = 0 } = options;
  const isDiagonal = covariance === "diagonal";
  const closed = name === "mixture" ? undefined : method.closed?.(given, parts, isDiagonal);
  const number = name === "mixture" ? (start?.weights.length ?? components) : 1;
  if (parts && given.dimension > 2) return only(caller, given, closed, method) as Fit<never>;
  const target = parts
    ? planeOf(parts, method.term.needs)
    : lineTarget(given as unknown as Distribution);
  const shape = { components: number, dimension: given.dimension, isDiagonal };
  const search: Search = { caller, name, given, target, shape, method };
  const prng = seeded(seed);
  const begun = start ? [inUnit(start, target)] : [];
  const others = startsOf({ parts, shape, starts, target, prng, p: given });
  return searchOptima(search, { begun, others, closed }) as Fit<unknown> as Fit<FittedOf<F, T>>;
}

function checkDimension(caller: string, start: RootedNormals | undefined, wanted: number): void {
  const found = start?.components[0].mean.length ?? wanted;
  if (found === wanted) return;
  throw shapeError(
    caller,
    `options.start 有 ${found} 维而 target 有 ${wanted} 维，应相同`,
    `options.start has ${found} dimensions and target ${wanted}; give the same`,
  );
}

/** In more than two dimensions: what has a formula. */
function only(
  caller: string,
  given: AnyDistribution,
  best: Fitted | undefined,
  method: FitMethod,
): Fit<Fitted> {
  if (!best || given.family === "mixture" || !method.hasFormula) {
    throw valueError(
      caller,
      `${given.dimension} 维时这里没有闭式，积分又太贵；请用一、二维的 target，或以 monteCarloKl 估计`,
      `there is no formula here for ${given.dimension} dimensions, where integrals take too long; give a target of one or two, or estimate by monteCarloKl`,
    );
  }
  const state = { distribution: best, divergence: method.measure(given, best) };
  return { ...state, path: [state], optima: [state] };
}

function planeOf(parts: NormalParts, needs: FitTerm["needs"]): FitTarget {
  const { centre, covariance } = momentsOf(parts);
  const scale = covariance.map((row, i) => Math.sqrt(row[i]));
  return planeTarget(parts.weights, parts.components, { centre, scale }, needs);
}

/** Mean and covariance of a mixture. */
export function momentsOf({ weights, components }: NormalParts): {
  readonly centre: number[];
  readonly covariance: number[][];
} {
  const average = (of: (k: number) => number): number =>
    weights.reduce((sum, w, k) => sum + w * of(k), 0);
  const centre = components[0].mean.map((_, i) => average((k) => components[k].mean[i]));
  const covariance = centre.map((mi, i) =>
    centre.map((mj, j) =>
      average(
        (k) =>
          components[k].covariance[i][j] +
          (components[k].mean[i] - mi) * (components[k].mean[j] - mj),
      ),
    ),
  );
  return { centre, covariance };
}
