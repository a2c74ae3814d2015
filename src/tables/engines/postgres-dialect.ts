import type { ColumnKind } from "../column-kind";
import type { Dialect } from "../engine";
import { ansiDialect } from "./ansi-dialect";

const { identifier, literal } = ansiDialect;

const kinds: readonly (readonly [RegExp, ColumnKind])[] = [
  [
    /^(?:smallint|integer|bigint|real|double precision|numeric(?:\([\d,-]+\))?|money|oid)$/,
    "numeric",
  ],
  [/^boolean$/, "boolean"],
  [/^(?:date|timestamp(?:\(\d\))? with(?:out)? time zone)$/, "time"],
  [
    /^(?:text|character varying|character|"char"|name|uuid|citext|bpchar|inet|cidr|macaddr)$/,
    "category",
  ],
];

/** How PostgreSQL says it. */
export const postgresDialect: Dialect = {
  ...ansiDialect,
  name: "PostgreSQL",
  double: "DOUBLE PRECISION",
  text: "TEXT",
  // A backslash stays itself only where standard_conforming_strings is on, its default since 9.1; E'' is sure.
  literal: (text) =>
    text.includes("\\") ? ` E${literal(text.replaceAll("\\", "\\\\"))}` : literal(text),
  file: () => undefined,
  /** Also of an empty relation, and of a query, of which no catalogue knows. */
  async columns(relation, query) {
    const one = `(SELECT 1) AS one LEFT JOIN (SELECT * FROM ${relation} AS s LIMIT 1) AS t ON TRUE`;
    const names = await query(
      `SELECT json_object_keys(to_json(t)) AS name FROM (SELECT t.* FROM ${one}) AS t`,
    );
    const types = names.map(
      ({ name }, i) => `pg_typeof(t.${identifier(String(name))})::text AS c${i}`,
    );
    if (types.length === 0) return [];
    const [row] = await query(`SELECT ${types.join(", ")} FROM ${one}`);
    return names.map(({ name }, i) => ({ name: String(name), type: String(row[`c${i}`]) }));
  },
  kind: (type) => kinds.find(([pattern]) => pattern.test(type))?.[1],
  utc: (x, type) =>
    / with time zone$/.test(type) ? `(${x} AT TIME ZONE 'UTC')` : `CAST(${x} AS TIMESTAMP)`,
  isFiniteTime: (x) => `isfinite(${x})`,
  epoch: (x) => `CAST(EXTRACT(EPOCH FROM ${x}) AS DOUBLE PRECISION)`,
  startOf: (x, unit) => `to_char(date_trunc('${unit}', ${x}), 'YYYY-MM-DD HH24:MI:SS')`,
  byBytes: (x) => `${x} COLLATE "C"`,
};
