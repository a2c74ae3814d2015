// The door of klab/tables.
export { compareTables } from "./compare-tables";
export type { CompareTablesOptions } from "./compare-tables";
export type { ChosenColumns } from "./choose-columns";
export type { CellChoice, KindFrom } from "./column-plan";
export type { ColumnKind } from "./column-kind";
export type {
  Dialect,
  EngineColumn,
  EngineRow,
  EngineValue,
  TableEngine,
  TimeUnit,
} from "./engine";
export { duckdb } from "./engines/duckdb";
export type { DuckdbOptions } from "./engines/duckdb";
export type { TableProgress } from "./steps";
export { TableComparison } from "./table-comparison";
export type { ComparedCell, ComparedColumn, FailedColumn } from "./table-comparison";
export type { TableSource } from "./table-source";
export { postgres } from "./engines/postgres";
export type { PostgresOptions } from "./engines/postgres";
export { spark } from "./engines/spark";
export type { SparkOptions } from "./engines/spark";
