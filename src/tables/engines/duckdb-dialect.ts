import type { ColumnKind } from "../column-kind";
import type { Dialect } from "../engine";
import { ansiDialect } from "./ansi-dialect";

const { literal } = ansiDialect;

const readers: readonly (readonly [RegExp, string])[] = [
  [/\.parquet$/i, "read_parquet"],
  [/\.[ct]sv(?:\.(?:gz|zst))?$/i, "read_csv"],
  [/\.(?:json|jsonl|ndjson)(?:\.(?:gz|zst))?$/i, "read_json"],
];

const kinds: readonly (readonly [RegExp, ColumnKind])[] = [
  [
    /^(?:U?(?:TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL\([\d,]+\)|BIGNUM|VARINT)$/,
    "numeric",
  ],
  [/^BOOLEAN$/, "boolean"],
  [/^(?:DATE|TIMESTAMP(?:_\w+| WITH TIME ZONE)?)$/, "time"],
  [/^(?:VARCHAR|UUID|ENUM\(.*\)|JSON)$/, "category"],
];

/** How DuckDB says it. */
export const duckdbDialect: Dialect = {
  ...ansiDialect,
  name: "DuckDB",
  text: "VARCHAR",
  file(path) {
    const reader = readers.find(([ending]) => ending.test(path))?.[1];
    return reader && `${reader}(${literal(path)})`;
  },
  async columns(relation, query) {
    const rows = await query(`DESCRIBE SELECT * FROM ${relation} AS t`);
    return rows.map((row) => ({ name: String(row.column_name), type: String(row.column_type) }));
  },
  kind: (type) => kinds.find(([pattern]) => pattern.test(type))?.[1],
  quantiles: (x, levels) => `CAST(quantile_disc(${x}, [${levels.join(", ")}]) AS VARCHAR)`,
  sample: (relation, share) =>
    `(SELECT * FROM ${relation} AS s USING SAMPLE ${100 * share} PERCENT (bernoulli, 1))`,
  utc: (x, type) =>
    // Without the extension that knows zones: a time with zone is microseconds since 1970 in UTC.
    /zone/i.test(type) ? `make_timestamp(epoch_us(${x}))` : `CAST(${x} AS TIMESTAMP)`,
  isFiniteTime: (x) => `isfinite(${x})`,
  epoch: (x) => `(CAST(epoch_us(${x}) AS DOUBLE) / 1e6)`,
  startOf: (x, unit) => `strftime(date_trunc('${unit}', ${x}), '%Y-%m-%d %H:%M:%S')`,
};
