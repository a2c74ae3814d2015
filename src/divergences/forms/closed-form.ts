import type { AnyDistribution } from "../../distributions/distribution";
import type { TransportForm, TransportRow } from "./transport/transport-form";

/** D(p ‖ q) of two families: in code, in words, in TeX, and where it is proved. */
export interface ClosedForm {
  readonly p: string;
  readonly q: string;
  /** In nats. The families and supports have been checked by `closedFormOf`. */
  readonly kl: (p: AnyDistribution, q: AnyDistribution) => number;
  /** False for parameters that the formula leaves out; absent where it has them all. */
  readonly applies?: (p: AnyDistribution, q: AnyDistribution) => boolean;
  /**
   * The member of the family that is proportional to p^w q^(1−w), which gives Rényi's divergence, the coefficient of
   * Bhattacharyya and χ²; null where that product cannot be normalised, undefined where it is no member.
   */
  readonly geometricMean?: (
    p: AnyDistribution,
    q: AnyDistribution,
    w: number,
  ) => AnyDistribution | null | undefined;
  /**
   * −ln ∫ p^w q^(1−w) where there is a better way than by `geometricMean`: null where the integral diverges,
   * undefined for parameters that it leaves to the other way.
   */
  readonly minusLogAffinity?: (
    p: AnyDistribution,
    q: AnyDistribution,
    w: number,
  ) => number | null | undefined;
  /** W₁ and W₂ of the pair, where they have a formula; for its parameters, not those of `applies`. */
  readonly wasserstein?: TransportForm;
  readonly formula: string;
  readonly tex: string;
  readonly source: string;
}

/** A row as it is written, with the classes of its families. */
export interface Row<P extends AnyDistribution, Q extends AnyDistribution> {
  readonly kl: (p: P, q: Q) => number;
  readonly applies?: (p: P, q: Q) => boolean;
  readonly geometricMean?: (p: P, q: Q, w: number) => P | null | undefined;
  readonly minusLogAffinity?: (p: P, q: Q, w: number) => number | null | undefined;
  readonly wasserstein?: TransportRow<P, Q>;
  readonly formula: string;
  readonly tex: string;
  readonly source: string;
}

/** A row of the table; the classes come from the names of the families. */
export function row<P extends AnyDistribution, Q extends AnyDistribution>(
  p: P["family"],
  q: Q["family"],
  form: Row<P, Q>,
): ClosedForm {
  return { p, q, ...form } as unknown as ClosedForm;
}

/** How two parameters mix in p^w q^(1−w) where they enter the logarithm of the density linearly. */
export function blend(a: number, b: number, w: number): number {
  return b + w * (a - b);
}
