import { type Cells, missingLabel } from "./cells";
import type { Dialect } from "./engine";
import { doubleLiteral } from "./numeric-cells";

/** Texts beyond this length are told apart by a hash: they are neither sent nor shown whole. */
const longest = 200;

/** A column's value as the text that names its cell. */
export function categoryKey(column: string, dialect: Dialect): CategoryKey {
  const text = `CAST(${column} AS ${dialect.text})`;
  const short = `CONCAT(SUBSTRING(${text}, 1, ${longest / 2}), '…', MD5(${text}))`;
  return { sql: `CASE WHEN LENGTH(${text}) > ${longest} THEN ${short} ELSE ${text} END` };
}

/** What tells the values of a category apart: a text, or a number where the two sides have numbers of different types. */
export interface CategoryKey {
  readonly sql: string;
  readonly isNumber?: boolean;
}

/** Cells of the values named, a rest for all others, and one for missing ones. */
export function categoryCells(
  { sql: key, isNumber = false }: CategoryKey,
  values: readonly string[],
  dialect: Dialect,
  rest: string,
): Cells {
  const compared = isNumber ? key : dialect.byBytes(key);
  const whens = values.map((value, i) => {
    const literal = isNumber ? doubleLiteral(Number(value), dialect) : dialect.literal(value);
    return `WHEN ${literal} THEN ${i}`;
  });
  const inner =
    values.length === 0
      ? String(values.length)
      : `CASE ${compared} ${whens.join(" ")} ELSE ${values.length} END`;
  const sql = `CASE WHEN ${key} IS NULL THEN ${values.length + 1} ELSE ${inner} END`;
  return { labels: [...values, rest, missingLabel], sql };
}

/** The query of a column's most frequent values, the first in the order of their bytes where they tie. */
export function topQuery(
  { sql: key, isNumber = false }: CategoryKey,
  relation: string,
  k: number,
  dialect: Dialect,
): string {
  const order = isNumber ? "k" : dialect.byBytes("k");
  return `SELECT k, CAST(n AS ${dialect.text}) AS n FROM (
    SELECT ${key} AS k, COUNT(*) AS n FROM ${relation} AS t WHERE ${key} IS NOT NULL GROUP BY ${key}
  ) AS counted ORDER BY counted.n DESC, ${order} LIMIT ${k}`;
}
