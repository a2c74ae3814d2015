import { aligned } from "../display/aligned";
import { type MimeBundle, mimeBundle } from "../display/mime";
import { SelfShowing } from "../display/self-showing";
import type { CountEstimate } from "../estimators/count-estimate";
import type { CountMeasure } from "../estimators/count-measures";
import type { Figure } from "../figures/parts/figure";
import { pmfPair } from "../figures/pmf-pair";
import { shapeError } from "../words/errors";
import { escapeHtml } from "../words/escape-html";
import { jsonReady } from "../words/json-ready";
import type { Locale } from "../words/locale";
import { numberText } from "../words/number-text";
import type { ColumnKind } from "./column-kind";
import type { KindFrom } from "./column-plan";
import { shortLabels } from "./short-labels";
import { tableWords } from "./table-words";

/** How often a cell occurs on either side. */
export interface ComparedCell {
  readonly label: string;
  readonly p: number;
  readonly q: number;
}

/** A column of both tables, compared. */
export interface ComparedColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Who said the kind: the user, the column's type, or nobody. */
  readonly kindFrom: KindFrom;
  readonly rows: { readonly p: number; readonly q: number };
  readonly missing: { readonly p: number; readonly q: number };
  /** The cells that occur. */
  readonly cells: readonly ComparedCell[];
  readonly measures: Readonly<Partial<Record<CountMeasure, CountEstimate>>>;
  /** How cells were found, where that is worth knowing. */
  readonly note?: string;
}

/** A column that could not be compared, and why. */
export interface FailedColumn {
  readonly name: string;
  readonly problem: string;
}

const isFailed = (column: ComparedColumn | FailedColumn): column is FailedColumn =>
  "problem" in column;

/** Two tables compared, column by column; made by `compareTables`. */
export class TableComparison extends SelfShowing {
  readonly columns: readonly (ComparedColumn | FailedColumn)[];
  /** The engine that counted. */
  readonly engine: string;
  readonly locale: Locale;

  constructor(columns: readonly (ComparedColumn | FailedColumn)[], engine: string, locale: Locale) {
    super();
    this.columns = columns;
    this.engine = engine;
    this.locale = locale;
  }

  /** Both histograms of a column, and what each cell contributes to D(p‖q). */
  figure(name: string): Figure {
    const column = this.columns.find((one) => one.name === name);
    if (column === undefined || isFailed(column)) {
      const names = this.columns.filter((one) => !isFailed(one)).map((one) => one.name);
      throw shapeError(
        "TableComparison.figure",
        `没有比成的列 ${name}；可画的有 ${names.join(", ")}`,
        `no compared column ${name}; there are ${names.join(", ")}`,
      );
    }
    const { cells, rows } = column;
    const [p, q] = (["p", "q"] as const).map((side) =>
      cells.map((cell) => cell[side] / rows[side]),
    );
    return pmfPair(p, q, {
      labels: shortLabels(cells.map(({ label }) => label)),
      title: name,
      locale: this.locale,
    });
  }

  /** `{ engine, columns: [{ name, kind, kindFrom, rows, missing, measures, cells }] }`; ∞ as "∞". */
  toJSON(): unknown {
    const columns = this.columns.map((column) => {
      if (isFailed(column)) return { ...column };
      const measures = Object.entries(column.measures).map(([name, estimate]) => {
        const { value, interval, plugIn, expectedWithoutDrift, pValue, witness, smoothing } =
          estimate;
        return [
          name,
          { value, interval, plugIn, expectedWithoutDrift, pValue, witness, smoothing },
        ];
      });
      return { ...column, measures: Object.fromEntries(measures) };
    });
    return jsonReady({ engine: this.engine, columns });
  }

  override get caption(): string {
    const failed = this.columns.filter(isFailed).length;
    const drifted = this.columns.filter((column) => !isFailed(column) && hasDrifted(column)).length;
    return tableWords[this.locale].caption(this.columns.length, drifted, failed);
  }

  override toString(): string {
    const lines = this.columns.map((column) => {
      if (isFailed(column)) return `${tableWords[this.locale].failed}: ${column.problem}`;
      const values = Object.entries(column.measures).map(([name, e]) => `${name} ${valueText(e)}`);
      return `${column.name}: ${values.join(", ")}; ${this.verdict(column).join("; ")}`;
    });
    return [this.caption, ...lines, ...this.guesses].join("\n");
  }

  override [mimeBundle](): MimeBundle {
    const words = tableWords[this.locale];
    const measures = [
      ...new Set(
        this.columns.flatMap((column) => (isFailed(column) ? [] : Object.keys(column.measures))),
      ),
    ] as CountMeasure[];
    const heads = words.heads.flatMap((head) => (head === "" ? measures : [head]));
    const head = heads.map((text) => `<th scope="col"${aligned("left")}>${escapeHtml(text)}</th>`);
    const rows = this.columns.map((column) => this.row(column, measures, heads.length));
    const guesses = this.guesses.map((text) => `<p>${escapeHtml(text)}</p>`);
    const table = `<table><thead><tr>${head.join("")}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
    return {
      "text/html": `<div lang="${this.locale}"><p><strong>${escapeHtml(this.caption)}</strong>${this.size}</p>${table}${guesses.join("")}</div>`,
      "text/plain": String(this),
    };
  }

  /** How many rows either table has, where a column was compared. */
  private get size(): string {
    const compared = this.columns.find((column) => !isFailed(column)) as ComparedColumn | undefined;
    if (!compared) return "";
    return `<br>${escapeHtml(tableWords[this.locale].rows(compared.rows.p, compared.rows.q))}`;
  }

  /** One line of all columns whose kind nobody has said, where there are any. */
  private get guesses(): string[] {
    const words = tableWords[this.locale];
    const guessed = this.columns.flatMap((column) =>
      !isFailed(column) && column.kindFrom === "guess"
        ? [`${column.name} ${words.kinds[column.kind]}`]
        : [],
    );
    return guessed.length > 0 ? [words.guesses(guessed)] : [];
  }

  private row(
    column: ComparedColumn | FailedColumn,
    measures: readonly CountMeasure[],
    width: number,
  ): string {
    const words = tableWords[this.locale];
    const name = `<th scope="row"${aligned("left")}>${escapeHtml(column.name)}</th>`;
    if (isFailed(column)) {
      const text = escapeHtml(`${words.failed}: ${column.problem}`);
      return `<tr>${name}<td colspan="${width - 1}"${aligned("left")}>${text}</td></tr>`;
    }
    const { kind, rows, missing } = column;
    const cells = [
      this.verdict(column),
      ...measures.map((measure) => valueLines(column.measures[measure])),
      [
        ...worstCells(column).map(
          ({ label, p, q }) => `${label}: ${percent(p / rows.p)} → ${percent(q / rows.q)}`,
        ),
        ...(missing.p + missing.q > 0 ? [`${words.missing}: ${change(missing)}`] : []),
      ],
    ];
    const kindName = `<br>${escapeHtml(words.kinds[kind])}`;
    const head = name.replace("</th>", `${kindName}</th>`);
    const tds = cells.map(
      (lines) => `<td${aligned("left")}>${lines.map(escapeHtml).join("<br>")}</td>`,
    );
    return `<tr>${head}${tds.join("")}</tr>`;
  }

  private verdict(column: ComparedColumn): string[] {
    const words = tableWords[this.locale];
    const { pValue } = first(column);
    const missed = new Set(
      Object.values(column.measures).flatMap(({ witness }) =>
        witness ? [words.infinite(witness.q === 0 ? "q" : "p", String(witness.label))] : [],
      ),
    );
    return [
      hasDrifted(column) ? words.drift(numberText(pValue, 2)) : words.none,
      ...missed,
      ...(column.note ? [column.note] : []),
    ];
  }
}

const change = ({ p, q }: { readonly p: number; readonly q: number }): string =>
  p === q ? String(p) : `${p} → ${q}`;

/** The estimate that the test is read from: all of a column have the same one. */
const first = (column: ComparedColumn): CountEstimate =>
  Object.values(column.measures)[0] as CountEstimate;

const hasDrifted = (column: ComparedColumn): boolean => first(column).pValue <= 0.05;

const percent = (share: number): string => `${numberText(100 * share, 3)}%`;

/** The value, and beneath it its interval. */
function valueLines(estimate: CountEstimate | undefined): string[] {
  if (!estimate) return ["—"];
  const [low, high] = estimate.interval;
  return [numberText(estimate.value, 2), `[${numberText(low, 2)}, ${numberText(high, 2)}]`];
}

const valueText = (estimate: CountEstimate): string => valueLines(estimate).join(" ");

/** The three cells whose shares differ most. */
function worstCells({ cells, rows }: ComparedColumn): ComparedCell[] {
  const short = shortLabels(cells.map(({ label }) => label));
  const apart = ({ p, q }: ComparedCell): number => Math.abs(p / rows.p - q / rows.q);
  const named = cells.map((cell, i) => ({ ...cell, label: short[i] }));
  return named.sort((a, b) => apart(b) - apart(a)).slice(0, 3);
}
