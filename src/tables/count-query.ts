import type { Cells } from "./cells";
import type { Dialect, EngineRow } from "./engine";

/** So many columns one query counts: PostgreSQL's GROUPING has 31 bits. */
export const mostColumns = 30;

/** One query that counts the cells of all columns: CASE under GROUPING SETS, so that rows are read once. */
export function countQuery(cells: readonly Cells[], relation: string, { text }: Dialect): string {
  const names = cells.map((_, i) => `c${i}`);
  const inner = cells.map(({ sql }, i) => `${sql} AS c${i}`).join(",\n  ");
  const sets = names.map((name) => `(${name})`).join(", ");
  return `SELECT ${names.map((name) => `CAST(${name} AS ${text}) AS ${name}`).join(", ")}, CAST(COUNT(*) AS ${text}) AS n
FROM (SELECT
  ${inner}
FROM ${relation} AS t) AS cut
GROUP BY GROUPING SETS (${sets})`;
}

/** The counts of each column's cells, from the rows of `countQuery`. A cell's number is never NULL: NULL says that a row counts another column. */
export function countsOf(rows: readonly EngineRow[], cells: readonly Cells[]): number[][] {
  const counts = cells.map(({ labels }) => labels.map(() => 0));
  for (const row of rows) {
    const column = cells.findIndex((_, i) => row[`c${i}`] !== null);
    // An empty relation has no groups; some engines then give one row of NULLs.
    if (column >= 0) counts[column][Number(row[`c${column}`])] += Number(row.n);
  }
  return counts;
}
