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

/** The two families of a form, and the form. */
export type TransportEntry = readonly [pair: string, form: TransportForm];

/** An entry of the table; the classes come from the names of the families. */
export function transport<P extends AnyDistribution, Q extends AnyDistribution = P>(
  p: P["family"],
  q: Q["family"],
  form: TransportRow<P, Q>,
): TransportEntry {
  return [`${p} ${q}`, form as unknown as TransportForm];
}

export const panaretos =
  "V. M. Panaretos and Y. Zemel, Statistical Aspects of Wasserstein Distances (2019), section 2";
