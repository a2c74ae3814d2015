import type { CheckedTable } from "./explorer-check";

/**
 * Writes a data table anew, as text; of many rows, sixty evenly spread.
 *
 * The text of a function.
 */
// biome-ignore lint/suspicious/noExplicitAny: elements have no types here
export const rewriteTable = (table: any, { columns, rows }: CheckedTable): void => {
  const document = table.ownerDocument;
  const most = 60;
  const count = Math.min(rows.length, most);
  const shown =
    count < most
      ? rows
      : Array.from(
          { length: most },
          (_, i) => rows[Math.round((i * (rows.length - 1)) / (most - 1))],
        );
  const rowOf = (name: string, cells: readonly (string | number)[]) => {
    const row = document.createElement("tr");
    for (const cell of cells) {
      const element = document.createElement(name);
      const isNumber = typeof cell === "number";
      element.textContent = isNumber ? String(Number(cell.toPrecision(6))) : cell;
      if (name === "th") element.scope = "col";
      else if (isNumber) element.className = "number";
      row.append(element);
    }
    return row;
  };
  table.tHead.replaceChildren(rowOf("th", columns));
  table.tBodies[0].replaceChildren(...shown.map((row) => rowOf("td", row)));
};
