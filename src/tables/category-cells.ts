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

/** Values that both sides together have less often than this do not tell one law from another by themselves. */
const leastTested = 5;
/** How many values a test looks at one by one; the others together. */
export const mostTested = 200;

/**
 * The query of the values that both sides together have most often, and how often each side has them.
 *
 * The most frequent of one side are frequent there by chance too, so that a test of those cells would see drift where
 * there is none (in 83 of 100 pairs of 100 rows, of 200 equally likely values). Chosen by both sides' sum, which says
 * nothing of how it falls apart, cells may be tested.
 */
export function pooledQuery(
  keys: { readonly p: CategoryKey; readonly q: CategoryKey },
  relations: { readonly p: string; readonly q: string },
  dialect: Dialect,
): string {
  const order = keys.p.isNumber ? "k" : dialect.byBytes("k");
  const side = (which: "p" | "q"): string => {
    const { sql } = keys[which];
    const [a, b] = which === "p" ? ["COUNT(*)", "0"] : ["0", "COUNT(*)"];
    return `SELECT ${sql} AS k, ${a} AS a, ${b} AS b FROM ${relations[which]} AS t WHERE ${sql} IS NOT NULL GROUP BY ${sql}`;
  };
  const text = (sum: string): string => `CAST(CAST(${sum} AS BIGINT) AS ${dialect.text})`;
  return `SELECT ${text("a")} AS a, ${text("b")} AS b FROM (
    SELECT k, SUM(a) AS a, SUM(b) AS b FROM (${side("p")} UNION ALL ${side("q")}) AS each_side GROUP BY k
  ) AS pooled WHERE pooled.a + pooled.b >= ${leastTested} ORDER BY pooled.a + pooled.b DESC, ${order} LIMIT ${mostTested}`;
}
