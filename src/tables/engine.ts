import type { ColumnKind } from "./column-kind";

/** What a cell of an answer may be. */
export type EngineValue = string | number | bigint | boolean | null;

/** One row of an answer, by the names that the query gives. */
export type EngineRow = Readonly<Record<string, EngineValue>>;

/** A column of a relation, its type in the engine's words. */
export interface EngineColumn {
  readonly name: string;
  readonly type: string;
}

/** Calendar units, the finest first. */
export const timeUnits = [
  "second",
  "minute",
  "hour",
  "day",
  "week",
  "month",
  "quarter",
  "year",
] as const;

/** A calendar unit. */
export type TimeUnit = (typeof timeUnits)[number];

/** How an engine says what SQL says differently from engine to engine. */
export interface Dialect {
  /** The engine's name. */
  readonly name: string;
  /** The types of a double and of a text. */
  readonly double: string;
  readonly text: string;
  /** A name, quoted. */
  identifier(name: string): string;
  /** A text as a literal. */
  literal(text: string): string;
  /** The relation of a file, as it stands behind FROM; undefined where the engine reads no such file. */
  file(path: string): string | undefined;
  /** A query whose rows tell a relation's columns, and how to read them. */
  columns(
    relation: string,
    query: (sql: string) => Promise<readonly EngineRow[]>,
  ): Promise<EngineColumn[]>;
  /** What kind of column a type makes; undefined for lists, structures and their like. */
  kind(type: string): ColumnKind | undefined;
  /**
   * Quantiles of doubles at `levels`, as the text of a JSON array; each must be a value that occurs, lest a spike be
   * missed by a hair. Undefined where the engine has none: all values are then sorted.
   */
  quantiles?(x: string, levels: readonly number[]): string;
  /** About `share` of a relation's rows, the same ones each time, where `quantiles` is exact and would take too long. */
  sample?(relation: string, share: number): string;
  /** A date or time as a timestamp without zone: that of UTC. */
  utc(x: string, type: string): string;
  /** Whether a timestamp is neither −∞ nor ∞. */
  isFiniteTime(x: string): string;
  /** Seconds since 1970 of a timestamp, as a double. */
  epoch(x: string): string;
  /** The start of a timestamp's calendar unit, as text: 2024-03-01 00:00:00. */
  startOf(x: string, unit: TimeUnit): string;
  /** Text in the order of its bytes, whatever the database's collation. */
  byBytes(x: string): string;
}

/** Where the rows are: anything that answers SQL. */
export interface TableEngine {
  readonly dialect: Dialect;
  /** @throws Error in the engine's words */
  query(sql: string): Promise<readonly EngineRow[]>;
  /** Ends the connection, where there is one. */
  close?(): Promise<void>;
}
