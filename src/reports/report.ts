import { type MimeBundle, mimeBundle } from "../display/mime";
import { SelfShowing } from "../display/self-showing";
import { reportHtml } from "./report-html";
import { captionOf, reportText } from "./report-text";

/** What marks a value as a report; registered, so that two copies of klab agree. */
export const reportBrand: unique symbol = Symbol.for("klab.report");

export type Locale = "zh-CN" | "en";

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

/** D(p ‖ q) with everything that explains it; made by `explain`. */
export interface Report extends ReportParts {}

/** D(p ‖ q) with everything that explains it; made by `explain`. */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the constructor assigns every member of ReportParts
export class Report extends SelfShowing {
  constructor(parts: ReportParts) {
    super();
    Object.assign(this, parts);
  }

  get [reportBrand](): true {
    return true;
  }

  /** H(p, q) − H(p), which equals the value up to rounding; NaN where both are infinite. */
  get difference(): number {
    return this.crossEntropy - this.entropy;
  }

  override get caption(): string {
    return captionOf(this);
  }

  override toString(): string {
    return reportText(this);
  }

  override [mimeBundle](): MimeBundle {
    return { "text/html": reportHtml(this), "text/plain": reportText(this) };
  }
}
