import { columnHead, type DataTable } from "../../display/table-html";
import { cellText, shownRows } from "../../page/shown-rows";
import { escapeHtml } from "../../words/escape-html";

/** A figure's numbers, folded away beneath it. */
export function dataTableHtml(table: DataTable): string {
  const { columns, rows } = table;
  const shown = shownRows(rows);
  const head = columns.map(columnHead).join("");
  const body = shown.map((row) => {
    const cells = row.map((value) =>
      typeof value === "number"
        ? `<td class="number">${cellText(value)}</td>`
        : `<td>${escapeHtml(value)}</td>`,
    );
    return `<tr>${cells.join("")}</tr>`;
  });
  const note =
    shown.length < rows.length
      ? `<p class="note">共${rows.length}行，均匀取出${shown.length}行。</p>`
      : "";
  return `<details class="data"><summary>数据表</summary><div class="table"><table><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table></div>${note}</details>`;
}
