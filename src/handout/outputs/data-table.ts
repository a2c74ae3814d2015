import type { DataTable } from "../../display/table-html";
import { escapeHtml } from "../../words/escape-html";

/** More rows than these are sampled: the table is for reading. */
const rowLimit = 60;

/** `count` whole numbers from 0 to `last`, evenly spread, both ends among them. */
const spread = (last: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => Math.round((i * last) / (count - 1)));

const written = (value: string | number): string =>
  typeof value === "number" ? String(Number(value.toPrecision(6))) : value;

/** A figure's numbers, folded away beneath it. */
export function dataTableHtml(table: DataTable): string {
  const { columns, rows } = table;
  const isSampled = rows.length > rowLimit;
  const shown = isSampled ? spread(rows.length - 1, rowLimit).map((i) => rows[i]) : rows;
  const head = columns.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join("");
  const body = shown.map((row) => {
    const cells = row.map((value) =>
      typeof value === "number"
        ? `<td class="number">${written(value)}</td>`
        : `<td>${escapeHtml(value)}</td>`,
    );
    return `<tr>${cells.join("")}</tr>`;
  });
  const note = isSampled ? `<p class="note">共${rows.length}行，均匀取出${rowLimit}行。</p>` : "";
  return `<details class="data"><summary>数据表</summary><div class="table"><table><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table></div>${note}</details>`;
}
