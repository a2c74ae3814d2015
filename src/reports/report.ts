import { type MimeBundle, mimeBundle } from "../display/mime";
import { SelfShowing } from "../display/self-showing";
import { jsonReady } from "../words/json-ready";
import { reportHtml } from "./report-html";
import type { ReportParts } from "./report-parts";
import { captionOf, reportText } from "./report-text";

/** What marks a value as a report; registered, so that two copies of klab agree. */
export const reportBrand: unique symbol = Symbol.for("klab.report");

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

  /** For JSON.stringify, which knows no ∞: "∞" instead; what is not known is null. */
  toJSON(): unknown {
    return jsonReady({ ...this });
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
