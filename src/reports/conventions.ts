import { aligned } from "../display/aligned";
import { type MimeBundle, mimeBundle } from "../display/mime";
import { SelfShowing } from "../display/self-showing";
import { distributionPair } from "../divergences/distribution-pair";
import { klOfVectors } from "../divergences/vectors/kl-of-vectors";
import type { MeasureOptions, Pmf } from "../divergences/vectors/pmf";
import { checkOptions } from "../words/check-options";
import { shapeError } from "../words/errors";
import { escapeHtml } from "../words/escape-html";
import { jsonReady } from "../words/json-ready";
import type { Locale } from "../words/locale";
import { readable } from "../words/number-text";
import { conventionRules } from "./convention-rules";
import { conventionWords } from "./convention-words";

/** What one library gives for p and q, and why. */
export interface Convention {
  readonly library: string;
  readonly call: string;
  /** By the library's documented rule; NaN and negative values included. */
  readonly value: number;
  readonly unit: "nat" | "bit";
  /** True if it is D(p ‖ q), in its unit, to nine digits. */
  readonly agrees: boolean;
  /** The rule that makes the difference, where there is one. */
  readonly reason: string;
}

/** The answers of many libraries to one question; made by `conventions`. */
export class Conventions extends SelfShowing {
  /** D(p ‖ q) in nats. */
  readonly value: number;
  readonly rows: readonly Convention[];
  readonly locale: Locale;

  constructor(value: number, rows: readonly Convention[], locale: Locale) {
    super();
    this.value = value;
    this.rows = rows;
    this.locale = locale;
  }

  /** For JSON.stringify, which knows neither ∞ nor NaN, both answers here: as texts. */
  toJSON(): unknown {
    const { value, rows, locale } = this;
    const said = rows.map((row) => (Number.isNaN(row.value) ? { ...row, value: "NaN" } : row));
    return jsonReady({ value, rows: said, locale });
  }

  override get caption(): string {
    const different = this.rows.filter((row) => !row.agrees).length;
    return conventionWords[this.locale].caption(readable(this.value), this.rows.length, different);
  }

  override toString(): string {
    const lines = this.rows.map(
      ({ call, value, unit, agrees, reason }) =>
        `${agrees ? "=" : "≠"} ${call}: ${shown(value)} ${unit} (${reason})`,
    );
    return [this.caption, ...lines].join("\n");
  }

  override [mimeBundle](): MimeBundle {
    const cells = this.rows.map(({ library, call, value, unit, agrees, reason }) => {
      const number = `<td${aligned("right")}>${agrees ? "=" : "≠"}\u00a0${shown(value)}\u00a0${unit}</td>`;
      const texts = `<td${aligned("left")}><code>${breakable(call)}</code></td>`;
      return `<tr><th scope="row"${aligned("left")}>${escapeHtml(library)}</th>${texts}${number}<td${aligned("left")}>${escapeHtml(reason)}</td></tr>`;
    });
    const head = conventionWords[this.locale].heads
      .map((h, i) => `<th scope="col"${aligned(i === 2 ? "right" : "left")}>${h}</th>`)
      .join("");
    const table = `<table><thead><tr>${head}</tr></thead><tbody>${cells.join("")}</tbody></table>`;
    return {
      "text/html": `<div lang="${this.locale}"><p><strong>${escapeHtml(this.caption)}</strong></p>${table}</div>`,
      "text/plain": String(this),
    };
  }
}

/** Not a number is here an answer, unlike in a report, where it is a gap. */
const shown = (value: number): string => (Number.isNaN(value) ? "NaN" : readable(value));

/** A call as HTML that may break inside, so that the reasons keep their room on a page. */
const breakable = (call: string): string => escapeHtml(call).replace(/[.(]/g, "$&<wbr>");

/**
 * What other libraries say to D(p ‖ q), by their documented rules, each with the reason for a difference.
 *
 * @param p what is true: probabilities, given to the libraries as they are
 * @param q the model: as long as p
 * @param options `normalize` (allow sums that are not 1), `locale` ("zh-CN" or "en")
 * @returns `value` in nats and `rows`; shows itself as a table
 * @throws TypeError for distributions; else as `kl`
 *
 * @example
 * conventions([0.5, 0.5], [1, 0]).rows.find((row) => row.library === "Keras")?.agrees; // false
 *
 * Source: the documentation of SciPy 1.17, PyTorch 2, Keras 3, mathjs 15, philentropy 0.9, dit 1.5.
 */
export function conventions(
  p: Pmf,
  q: Pmf,
  options: MeasureOptions & { readonly locale?: Locale } = {},
): Conventions {
  checkOptions("conventions", options, ["locale", "normalize"]);
  const { normalize, locale = "zh-CN" } = options;
  if (distributionPair("conventions", p, q)) {
    throw shapeError(
      "conventions",
      "p 与 q 应为概率数组；这些库的规则只针对数组",
      "p and q must be arrays of probabilities, which these rules are about",
    );
  }
  const value = klOfVectors("conventions", p, q, { normalize });
  const rows = conventionRules.map((rule): Convention => {
    const said = rule.value(p, q);
    const nats = rule.unit === "bit" ? said * Math.LN2 : said;
    const { library, call, unit } = rule;
    const near = Math.abs(nats - value) <= 1e-9 * value;
    const agrees = Number.isFinite(value) ? near : nats === value;
    return {
      library,
      call,
      value: said,
      unit,
      agrees,
      reason: locale === "en" ? rule.en : rule.zh,
    };
  });
  return new Conventions(value, rows, locale);
}
