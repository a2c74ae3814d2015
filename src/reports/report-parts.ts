import type { Locale } from "../words/locale";

/** What one outcome adds to the sum. */
export interface Contribution {
  /** From 0. */
  readonly index: number;
  readonly outcome: string;
  readonly p: number;
  readonly q: number;
  /** p ln(p/q) in the report's unit; may be negative. */
  readonly value: number;
}

/** Why a value is infinite: an outcome that p allows and q forbids. */
export interface Witness {
  /** The outcome's index from 0, or an x of a distribution. */
  readonly at: number;
  readonly text: string;
}

/** What a report is made of. */
export interface ReportParts {
  readonly value: number;
  readonly unit: string;
  readonly base: number | undefined;
  readonly locale: Locale;
  /** Which way the divergence is taken, in words. */
  readonly direction: string;
  readonly method: string;
  /** Estimated absolute error of `value`, in its unit. */
  readonly error: number;
  readonly source: string;
  /** Greatest first; empty for densities. */
  readonly contributions: readonly Contribution[];
  readonly witness?: Witness;
  readonly crossEntropy: number;
  readonly entropy: number;
  /** D(q ‖ p). */
  readonly reverse: number;
  readonly formula?: string;
  readonly tex?: string;
}
