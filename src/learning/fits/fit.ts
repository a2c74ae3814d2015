import type { AnyDistribution } from "../../distributions/distribution";
import type { Mixture, MixtureOf, mixture } from "../../distributions/families/mixture";
import type { MultivariateMixture } from "../../distributions/families/multivariate-mixture";
import type {
  MultivariateNormal,
  multivariateNormal,
} from "../../distributions/families/multivariate-normal";
import type { Normal, normal } from "../../distributions/families/normal";

/** What may be fitted, by name or by what makes it; a mixture is one of normals. */
export type FitFamily =
  | "normal"
  | "multivariateNormal"
  | "mixture"
  | typeof normal
  | typeof multivariateNormal
  | typeof mixture;

/** The member of a family that is fitted to a target of this kind. */
export type FittedOf<F extends FitFamily, T extends AnyDistribution> = F extends
  | "normal"
  | typeof normal
  ? Normal
  : F extends "multivariateNormal" | typeof multivariateNormal
    ? MultivariateNormal
    : MixtureOf<T>;

/** How a fit is looked for. */
export interface FitOptions {
  /** Of a mixture: how many normals, 2 unless said. */
  readonly components?: number;
  /** Of several dimensions: "diagonal" for coordinates that are independent (mean field), "full" unless said. */
  readonly covariance?: "full" | "diagonal";
  /** A member of the family from which the path leads to the answer; unless said, the answer is the best optimum. */
  readonly start?: Normal | MultivariateNormal | Mixture | MultivariateMixture;
  /** How many places drawn of the target are begun from, besides its modes: 6 unless said. */
  readonly starts?: number;
  /** 0 unless said: the draws follow from it. */
  readonly seed?: number;
}

/** As `FitOptions`, with Amari's α. */
export interface FitAlphaOptions extends FitOptions {
  /** −1 is D(target‖fit), 1 is D(fit‖target); between them never infinite. */
  readonly alpha: number;
}

/** A member of the family and its divergence from the target, in nats. */
export interface FitState<D> {
  readonly distribution: D;
  readonly divergence: number;
}

/** A fit, the way to it, and all local optima that were found, the best first. */
export interface Fit<D> extends FitState<D> {
  readonly path: readonly FitState<D>[];
  readonly optima: readonly FitState<D>[];
}
