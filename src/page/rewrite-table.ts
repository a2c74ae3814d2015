import type { CheckedTable } from "./check-result";
import { cellText, shownRows } from "./shown-rows";

/** Writes a data table anew, as text. */
export function rewriteTable(table: HTMLTableElement, { columns, rows }: CheckedTable): void {
  const document = table.ownerDocument;
  const rowOf = (name: "th" | "td", cells: readonly (string | number)[]): HTMLElement => {
    const row = document.createElement("tr");
    for (const cell of cells) {
      const element = document.createElement(name);
      element.textContent = cellText(cell);
      if (name === "th") element.scope = "col";
      else if (typeof cell === "number") element.className = "number";
      row.append(element);
    }
    return row;
  };
  table.tHead?.replaceChildren(rowOf("th", columns));
  table.tBodies[0]?.replaceChildren(...shownRows(rows).map((row) => rowOf("td", row)));
}
