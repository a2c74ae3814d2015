import type { CheckedTable } from "./check-result";
import { cellText, shownRows } from "./shown-rows";

/** Writes a data table anew, as text. */
export function rewriteTable(table: HTMLTableElement, { columns, rows }: CheckedTable): void {
  const document = table.ownerDocument;
  const rowOf = (name: "th" | "td", cells: readonly (string | number)[]): HTMLElement => {
    const row = document.createElement("tr");
    for (const cell of cells) {
      // Over a column without a name there is no head that a screen reader would read.
      const isHead = name === "th" && cell !== "";
      const element = document.createElement(isHead ? "th" : "td");
      element.textContent = cellText(cell);
      if (isHead) element.setAttribute("scope", "col");
      else if (typeof cell === "number") element.className = "number";
      row.append(element);
    }
    return row;
  };
  table.tHead?.replaceChildren(rowOf("th", columns));
  table.tBodies[0]?.replaceChildren(...shownRows(rows).map((row) => rowOf("td", row)));
}
