import { seeded } from "../../src";
import type { ColumnKind } from "../../src/tables/column-kind";
import type { CellChoice } from "../../src/tables/column-plan";

export type EngineName = "DuckDB" | "PostgreSQL" | "Spark";

/** A type, named alike by all engines or by each. */
type SqlType = string | Readonly<Record<EngineName, string>>;

/** A column of two tables, its values written as texts that every engine casts; null is NULL. */
export interface ColumnCase {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly type: SqlType;
  /** Where that of q is another one. */
  readonly typeOfQ?: SqlType;
  readonly p: readonly (string | null)[];
  readonly q: readonly (string | null)[];
  readonly cells?: CellChoice;
  /** Said by the user, where the type alone would say another kind. */
  readonly isSaid?: true;
  /** What is said of a column that cannot be compared. */
  readonly fails?: RegExp;
  /** Where rows are too many to be written out: the factors of `manyCategories` in p and q. */
  readonly series?: readonly [number, number];
}

const double: SqlType = { DuckDB: "DOUBLE", PostgreSQL: "DOUBLE PRECISION", Spark: "DOUBLE" };
const text: SqlType = { DuckDB: "VARCHAR", PostgreSQL: "TEXT", Spark: "STRING" };
const instant: SqlType = { DuckDB: "TIMESTAMPTZ", PostgreSQL: "TIMESTAMPTZ", Spark: "TIMESTAMP" };

const prng = seeded(7);
const many = (n: number, draw: (i: number) => unknown): string[] =>
  Array.from({ length: n }, (_, i) => String(draw(i)));
const bell = (): number => {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += prng();
  return sum;
};
const pick = (list: readonly (string | null)[]) => (): string | null =>
  list[Math.floor(prng() * list.length)];
const some = (n: number, list: readonly (string | null)[]): (string | null)[] =>
  Array.from({ length: n }, pick(list));
const minutes = (from: string, n: number, step: number): string[] =>
  many(n, (i) =>
    new Date(Date.parse(from) + i * step * 60_000)
      .toISOString()
      .replace("T", " ")
      .replace("Z", "+00"),
  );

/** A tenth of the rows in a few categories, the others nearly all in their own. */
const manyCategories =
  (factor: number) =>
  (i: number): string =>
    `k${i % 10 === 0 ? i % 70 : factor * i}`;

const long = "长".repeat(5_000);
const distinct = many(20, () => 100 * bell());

/** The situations in which engines, and tools built on them, are known to differ. */
export const columnCases: readonly ColumnCase[] = [
  {
    name: "bells",
    kind: "numeric",
    type: double,
    p: many(300, bell),
    q: many(200, () => bell() + 0.5),
  },
  { name: "constant", kind: "numeric", type: double, p: many(50, () => 3), q: many(40, () => 3) },
  {
    name: "two constants",
    kind: "numeric",
    type: double,
    p: many(50, () => 3),
    q: many(40, () => 4),
  },
  {
    name: "spike at zero",
    kind: "numeric",
    type: double,
    p: many(200, (i) => (i % 3 ? 0 : bell())),
    q: many(200, (i) => (i % 4 ? 0 : bell())),
  },
  {
    name: "two spikes",
    kind: "numeric",
    type: double,
    p: many(200, (i) => [0, 1, prng()][i % 3]),
    q: many(200, (i) => [0, 1, prng()][i % 3]),
  },
  {
    name: "20 floats shifted by 1e-9",
    kind: "numeric",
    type: double,
    p: some(400, distinct) as string[],
    q: some(
      400,
      distinct.map((x) => String(Number(x) + 1e-9)),
    ),
  },
  {
    name: "outlier",
    kind: "numeric",
    type: double,
    p: [...many(99, bell), "1e6"],
    q: [...many(99, bell), "-1e300"],
  },
  {
    name: "decimals against doubles",
    kind: "numeric",
    type: "DECIMAL(9,3)",
    typeOfQ: double,
    p: many(200, (i) => ((i % 37) / 8).toFixed(3)),
    q: many(200, (i) => ((i % 31) / 8).toFixed(3)),
  },
  { name: "empty p", kind: "numeric", type: double, p: [], q: ["1", "2"], fails: /p .*no rows/ },
  { name: "empty q", kind: "numeric", type: double, p: ["1", "2"], q: [], fails: /q .*no rows/ },
  {
    name: "all of q missing",
    kind: "numeric",
    type: double,
    p: ["1", "2"],
    q: [null, null],
    fails: /q are missing/,
  },
  {
    name: "NaN",
    kind: "numeric",
    type: double,
    p: [...many(40, bell), "NaN", "NaN"],
    q: [...many(40, bell), "NaN"],
  },
  {
    name: "infinities",
    kind: "numeric",
    type: double,
    p: [...many(40, bell), "Infinity", "-Infinity"],
    q: [...many(40, bell), "Infinity"],
  },
  { name: "NaN alone", kind: "numeric", type: double, p: ["NaN", "NaN"], q: ["NaN", "1"] },
  {
    name: "missing",
    kind: "numeric",
    type: double,
    p: [...many(30, bell), null, null],
    q: [...many(30, bell), null],
  },
  {
    name: "negative zero",
    kind: "numeric",
    type: double,
    p: some(60, ["0", "-0", "1"]),
    q: some(60, ["0", "-0", "-1"]),
  },
  {
    name: "subnormals",
    kind: "numeric",
    type: double,
    p: many(30, (i) => i * 5e-324),
    q: many(30, (i) => i * 1e-323),
  },
  {
    name: "huge",
    kind: "numeric",
    type: double,
    p: many(30, (i) => (i - 15) * 1e300),
    q: many(30, (i) => (i - 10) * 1e300),
  },
  {
    name: "integers against doubles",
    kind: "numeric",
    type: "INTEGER",
    typeOfQ: double,
    p: many(90, (i) => i % 13),
    q: many(90, (i) => i % 11),
  },
  {
    name: "beyond 2^53",
    kind: "numeric",
    type: "BIGINT",
    p: many(40, (i) => 9007199254740993n + 100n * BigInt(i)),
    q: many(40, (i) => 9007199254740993n + 90n * BigInt(i)),
  },
  {
    name: "small integers",
    kind: "numeric",
    type: "SMALLINT",
    p: some(50, ["-1", "0", "7"]),
    q: some(50, ["-1", "0", "7", null]),
  },
  { name: "three values", kind: "numeric", type: double, p: ["1", "2", "3"], q: ["2", "2", "9"] },
  { name: "one value", kind: "numeric", type: double, p: ["5"], q: ["4"] },
  {
    name: "given edges",
    kind: "numeric",
    type: double,
    p: many(90, bell),
    q: many(90, bell),
    cells: { edges: [-1, 0, 2.5] },
  },
  {
    name: "thirty cells",
    kind: "numeric",
    type: double,
    p: many(200, bell),
    q: many(200, bell),
    cells: { count: 30 },
  },
  {
    name: "texts",
    kind: "category",
    type: text,
    p: some(80, ["a", "b", "c"]),
    q: some(80, ["b", "c", "d"]),
  },
  {
    name: "letters' case, accents, 汉字",
    kind: "category",
    type: text,
    p: some(90, ["é", "e", "E", "熵", "商", "e\u0301"]),
    q: some(90, ["é", "E", "熵", "熵 "]),
  },
  {
    name: "quotes and SQL",
    kind: "category",
    type: text,
    p: some(60, ["it's", '"', "'; DROP TABLE x; --", "a\\b", "$$"]),
    q: some(60, ["it's", "a\\b", "%", "\\'"]),
  },
  {
    name: "blank and missing",
    kind: "category",
    type: text,
    p: some(60, ["", " ", "  ", null]),
    q: some(60, ["", " ", null, "NULL"]),
  },
  {
    name: "surrogate pairs",
    kind: "category",
    type: text,
    p: some(60, ["😀", "\uffee", "z"]),
    q: some(60, ["😀", "\uffee"]),
    cells: { top: 1 },
  },
  {
    name: "ties at the top",
    kind: "category",
    type: text,
    p: many(60, (i) => `k${i % 30}`),
    q: many(60, (i) => `k${(i % 30) + 15}`),
    cells: { top: 7 },
  },
  {
    name: "100,000 categories",
    kind: "category",
    type: text,
    p: many(120_000, manyCategories(1)),
    q: many(110_000, manyCategories(2)),
    series: [1, 2],
  },
  {
    name: "very long texts",
    kind: "category",
    type: text,
    p: some(12, [`${long}a`, `${long}b`, "c"]),
    q: some(12, [`${long}a`, `${long}b`]),
  },
  {
    name: "booleans",
    kind: "boolean",
    type: "BOOLEAN",
    p: some(50, ["true", "false"]),
    q: some(50, ["true", "true", "false"]),
  },
  {
    name: "booleans and missing",
    kind: "boolean",
    type: "BOOLEAN",
    p: some(50, ["true", null]),
    q: some(50, ["true", "false", null]),
  },
  {
    name: "integers as categories",
    kind: "category",
    isSaid: true,
    type: "INTEGER",
    p: some(60, ["1", "2", "10"]),
    q: some(60, ["1", "2"]),
  },
  {
    name: "1 and 1.0 as categories",
    kind: "category",
    isSaid: true,
    type: "BIGINT",
    typeOfQ: double,
    p: some(60, ["1", "2"]),
    q: some(60, ["1", "2", "3"]),
  },
  {
    name: "doubles as categories",
    kind: "category",
    isSaid: true,
    type: double,
    p: some(80, ["0", "-0", "NaN", "1.5", "1e21", "Infinity", null]),
    q: some(80, ["0", "NaN", "1.5", "-1e-7", "-Infinity"]),
  },
  {
    name: "integers against decimals as categories",
    kind: "category",
    isSaid: true,
    type: "INTEGER",
    typeOfQ: "DECIMAL(9,2)",
    p: some(60, ["1", "-2", "0"]),
    q: some(60, ["1", "-2", "3"]),
  },
  ...(["minute", "month", "quarter", "year"] as const).map(
    (unit): ColumnCase => ({
      name: `instants by ${unit}`,
      kind: "time",
      type: instant,
      p: minutes("2023-12-31T22:30:00Z", 60, unit === "minute" ? 1 / 3 : 20_160),
      q: minutes("2023-12-31T23:10:00Z", 50, unit === "minute" ? 1 / 2 : 22_222),
      cells: { unit },
    }),
  ),
  {
    name: "dates",
    kind: "time",
    type: "DATE",
    p: many(90, (i) => new Date(Date.UTC(2024, 0, 1 + 5 * i)).toISOString().slice(0, 10)),
    q: many(90, (i) => new Date(Date.UTC(2024, 3, 1 + 4 * i)).toISOString().slice(0, 10)),
  },
  {
    name: "a change of clock",
    kind: "time",
    type: instant,
    p: minutes("2024-03-31T00:10:00Z", 40, 9),
    q: minutes("2024-03-31T00:40:00Z", 40, 9),
    cells: { unit: "hour" },
  },
  {
    name: "weeks around a new year",
    kind: "time",
    type: "DATE",
    p: many(60, (i) => new Date(Date.UTC(2020, 11, 1 + i)).toISOString().slice(0, 10)),
    q: many(60, (i) => new Date(Date.UTC(2020, 11, 8 + i)).toISOString().slice(0, 10)),
    cells: { unit: "week" },
  },
  {
    name: "seconds",
    kind: "time",
    type: instant,
    p: many(30, (i) => `2024-01-01 23:59:${String(30 + i).padStart(2, "0")}.5+00`),
    q: many(30, (i) => `2024-01-01 23:59:${String(i + 25).padStart(2, "0")}.25+00`),
  },
  {
    name: "years before 1970",
    kind: "time",
    type: "DATE",
    p: many(40, (i) => `${1900 + 2 * i}-06-15`),
    q: many(40, (i) => `${1890 + 2 * i}-01-01`),
  },
];

const typeFor = (type: SqlType, engine: EngineName): string =>
  typeof type === "string" ? type : type[engine];

/** The numbers from 0 to n − 1, as a column i. */
const seriesOf: Readonly<Record<EngineName, (n: number) => string>> = {
  DuckDB: (n) => `range(${n}) AS s(i)`,
  PostgreSQL: (n) => `generate_series(0, ${n - 1}) AS s(i)`,
  Spark: (n) => `(SELECT id AS i FROM range(${n})) AS s`,
};

/** The rows of one side as a query: texts, cast by the engine. */
export function queryOf(
  one: ColumnCase,
  side: "p" | "q",
  engine: EngineName,
  literal: (text: string) => string,
): string {
  const type = typeFor(side === "q" ? (one.typeOfQ ?? one.type) : one.type, engine);
  const cast = `CAST(v AS ${type}) AS c`;
  const rows = one[side];
  if (one.series) {
    const factor = one.series[side === "p" ? 0 : 1];
    const number = `CASE WHEN i % 10 = 0 THEN i % 70 ELSE ${factor} * i END`;
    const key = `CONCAT('k', CAST(${number} AS ${typeFor(one.type, engine)}))`;
    return `SELECT ${key} AS c FROM ${seriesOf[engine](rows.length)}`;
  }
  if (rows.length === 0) return `SELECT ${cast} FROM (VALUES ('1')) AS s(v) WHERE 1 = 0`;
  const values = rows.map((value) => `(${value === null ? "NULL" : literal(value)})`);
  return `SELECT ${cast} FROM (VALUES ${values.join(", ")}) AS s(v)`;
}
