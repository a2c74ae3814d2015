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

/** Cells between edges; missing, NaN, −∞ and ∞ are cells of their own. */
export function numericCells(column: string, edges: readonly Edge[], dialect: Dialect): Cells {
  const x = asDouble(column, dialect);
  const literal = (value: number): string => doubleLiteral(value, dialect);
  const last = edges.length;
  const [minus, plus, nan, missing] = [1, 2, 3, 4].map((more) => last + more);
  const sql = [
    "CASE",
    `WHEN ${x} IS NULL THEN ${missing}`,
    `WHEN ${dialect.isNaN(x)} THEN ${nan}`,
    `WHEN ${x} = ${literal(Number.NEGATIVE_INFINITY)} THEN ${minus}`,
    `WHEN ${x} = ${literal(Number.POSITIVE_INFINITY)} THEN ${plus}`,
    ...edges.map(
      ({ at, isBelow }, i) => `WHEN ${x} ${isBelow ? "<=" : "<"} ${literal(at)} THEN ${i}`,
    ),
    `ELSE ${last} END`,
  ].join(" ");
  return { labels: [...edgeLabels(edges), "−∞", "∞", "NaN", missingLabel], sql };
}
