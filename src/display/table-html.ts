import { escapeHtml } from "../words/escape-html";

/** The numbers of a figure, for readers who cannot see it. */
export interface DataTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** The head of a column; over one without a name there is none that a screen reader would read. */
export const columnHead = (name: string): string =>
  name.trim() === "" ? "<td></td>" : `<th scope="col">${escapeHtml(name)}</th>`;

/** Columns and rows as an HTML table: plain elements only, which every front end's sanitiser keeps. */
export function tableHtml(
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const head = columns.map(columnHead).join("");
  const body = rows
    .map(
      (row) => `<tr>${row.map((value) => `<td>${escapeHtml(String(value))}</td>`).join("")}</tr>`,
    )
    .join("\n");
  return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>`;
}
