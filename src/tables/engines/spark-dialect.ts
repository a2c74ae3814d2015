import type { ColumnKind } from "../column-kind";
import type { Dialect } from "../engine";
import { ansiDialect } from "./ansi-dialect";

const identifier = (name: string): string => `\`${name.replaceAll("`", "``")}\``;
/** Two quotes in a row would end one text and begin another: a backslash keeps a quote. */
const literal = (text: string): string =>
  `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

const readers: readonly (readonly [RegExp, string])[] = [
  [/\.parquet$/i, "parquet"],
  [/\.(?:json|jsonl|ndjson)(?:\.(?:gz|zst))?$/i, "json"],
];

const kinds: readonly (readonly [RegExp, ColumnKind])[] = [
  [/^(?:tinyint|smallint|int|bigint|float|double|decimal\([\d,]+\))$/, "numeric"],
  [/^boolean$/, "boolean"],
  [/^(?:date|timestamp|timestamp_ntz|timestamp_ltz)$/, "time"],
  [/^(?:string|varchar\(\d+\)|char\(\d+\)|string collate .*)$/, "category"],
];

/** How Apache Spark (and Sail) say it. */
export const sparkDialect: Dialect = {
  ...ansiDialect,
  name: "Spark",
  text: "STRING",
  identifier,
  literal,
  /** The cluster's files: paths that its machines reach. */
  file(path) {
    const reader = readers.find(([ending]) => ending.test(path))?.[1];
    return reader && `${reader}.${identifier(path)}`;
  },
  async columns(relation, query) {
    const one = `(SELECT 1 AS one) AS o LEFT JOIN (SELECT * FROM ${relation} AS s LIMIT 1) AS t ON 1 = 1`;
    const [first] = await query(`SELECT t.* FROM ${one}`);
    const names = Object.keys(first ?? {});
    const types = names.map((name, i) => `typeof(t.${identifier(name)}) AS c${i}`);
    if (types.length === 0) return [];
    const [row] = await query(`SELECT ${types.join(", ")} FROM ${one}`);
    return names.map((name, i) => ({ name, type: String(row[`c${i}`]).toLowerCase() }));
  },
  kind: (type) => kinds.find(([pattern]) => pattern.test(type))?.[1],
  // Greenwald and Khanna's, whose quantiles are values that occur.
  quantiles: (x, levels) => `to_json(percentile_approx(${x}, array(${levels.join(", ")}), 10000))`,
  // The session's zone is set to UTC when it begins.
  utc: (x) => `CAST(${x} AS TIMESTAMP)`,
  isFiniteTime: (x) => `(${x} IS NOT NULL)`,
  epoch: (x) => `(CAST(unix_micros(${x}) AS DOUBLE) / 1e6)`,
  startOf: (x, unit) => `date_format(date_trunc('${unit}', ${x}), 'yyyy-MM-dd HH:mm:ss')`,
};
