import { type Cells, missingLabel } from "./cells";
import type { Dialect } from "./engine";
import { type Edge, edgeLabels } from "./numeric-edges";

/** A finite double, or ±Infinity, as a constant of SQL: by its shortest digits, so that every engine reads the same one. */
export const doubleLiteral = (x: number, { double }: Dialect): string =>
  `CAST('${x}' AS ${double})`;

/** A column as a double. */
export const asDouble = (column: string, { double }: Dialect): string =>
  `CAST(${column} AS ${double})`;

/** Whether a double is there, and finite. */
export function isFiniteDouble(x: string, dialect: Dialect): string {
  const [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY].map((end) =>
    doubleLiteral(end, dialect),
  );
  // NaN is greater than ∞ in every engine that orders it, and compares as false in the others.
  return `(${x} > ${low} AND ${x} < ${high})`;
}

/**
 * Cells between edges; missing, NaN, −∞ and ∞ are cells of their own.
 *
 * The edges are asked as a tree, so that a value meets three or four of nine. Whatever compares as false with every edge
 * comes to the last cell, and is told apart there; −∞ comes to the first.
 */
export function numericCells(column: string, edges: readonly Edge[], dialect: Dialect): Cells {
  const x = asDouble(column, dialect);
  const literal = (value: number): string => doubleLiteral(value, dialect);
  const last = edges.length;
  const [minus, plus, nan, missing] = [1, 2, 3, 4].map((more) => last + more);
  const [lowest, highest] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY].map(literal);
  const leaf = (cell: number): string => {
    const below = cell === 0 ? `WHEN ${x} = ${lowest} THEN ${minus} ` : "";
    if (cell < last) return below ? `CASE ${below}ELSE ${cell} END` : String(cell);
    // NaN last: in the engines that order it, it is above ∞.
    const above = `WHEN ${x} < ${highest} THEN ${last} WHEN ${x} = ${highest} THEN ${plus}`;
    return `CASE ${below}${above} WHEN ${x} IS NULL THEN ${missing} ELSE ${nan} END`;
  };
  const tree = (low: number, high: number): string => {
    if (low === high) return leaf(low);
    const middle = (low + high) >> 1;
    const { at, isBelow } = edges[middle];
    const isLow = `${x} ${isBelow ? "<=" : "<"} ${literal(at)}`;
    return `CASE WHEN ${isLow} THEN ${tree(low, middle)} ELSE ${tree(middle + 1, high)} END`;
  };
  return { labels: [...edgeLabels(edges), "−∞", "∞", "NaN", missingLabel], sql: tree(0, last) };
}
