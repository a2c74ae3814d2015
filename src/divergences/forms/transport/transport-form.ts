import type { AnyDistribution } from "../../../distributions/distribution";

/** W₁ and W₂ of two families: in code, in words, in TeX, and where it is proved. */
export interface TransportForm {
  /** W₁(p, q); absent, or undefined for parameters that the formula leaves out. */
  readonly first?: (p: AnyDistribution, q: AnyDistribution) => number | undefined;
  /** W₂(p, q), likewise. */
  readonly second?: (p: AnyDistribution, q: AnyDistribution) => number | undefined;
  readonly formula: string;
  readonly tex: string;
  readonly source: string;
}

/** A form as it is written, with the classes of its families. */
export interface TransportRow<P extends AnyDistribution, Q extends AnyDistribution> {
  readonly first?: (p: P, q: Q) => number | undefined;
  readonly second?: (p: P, q: Q) => number | undefined;
  readonly formula: string;
  readonly tex: string;
  readonly source: string;
}

const panaretos =
  "V. M. Panaretos and Y. Zemel, Statistical Aspects of Wasserstein Distances (2019), section 2";

export const panaretosQuantiles = `${panaretos}.2: as the quantiles are μ + sQ(u), with the moments of Q`;
export const panaretosScale = `${panaretos}.2, by the quantiles`;
export const panaretosOrdered = `${panaretos}.2: where one quantile function is nowhere below the other, W₁ = |E X − E Y|`;
