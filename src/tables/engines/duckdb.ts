import { checkOptions } from "../../words/check-options";
import { count, text } from "../../words/option-kinds";
import type { EngineRow, TableEngine } from "../engine";
import { duckdbDialect } from "./duckdb-dialect";
import { loadOptional } from "./load-optional";

/** What we use of `@duckdb/node-api`. */
interface DuckDbModule {
  readonly DuckDBInstance: {
    create(path: string, options?: Readonly<Record<string, string>>): Promise<DuckDbInstance>;
  };
}
interface DuckDbInstance {
  connect(): Promise<DuckDbConnection>;
  closeSync(): void;
}
interface DuckDbConnection {
  runAndReadAll(sql: string): Promise<{ getRowObjectsJson(): readonly EngineRow[] }>;
  closeSync(): void;
}

/** Options of `duckdb`. */
export interface DuckdbOptions {
  /** The database's file; in memory by default. */
  readonly path?: string;
  /** How many threads count; all cores by default. */
  readonly threads?: number;
  /** How much memory it may take, as DuckDB writes it: "1GB". */
  readonly memory?: string;
}

/**
 * DuckDB in this process: reads Parquet, CSV and JSON lines where they lie, and tables of its own database.
 *
 * Needs the package `@duckdb/node-api`, which is loaded by the first query.
 *
 * @param options `path`, `threads`, `memory`
 * @throws Error at the first query if the package is not installed, saying what to install
 *
 * @example
 * duckdb().dialect.name; // "DuckDB"
 *
 * Source: M. Raasveldt, H. Mühleisen, DuckDB: an embeddable analytical database (SIGMOD 2019).
 */
export function duckdb(options: DuckdbOptions = {}): TableEngine {
  checkOptions("duckdb", options, { path: text, threads: count(1), memory: text });
  let opened: Promise<{ instance: DuckDbInstance; connection: DuckDbConnection }> | undefined;
  const open = async (): Promise<{ instance: DuckDbInstance; connection: DuckDbConnection }> => {
    const { DuckDBInstance } = await loadOptional<DuckDbModule>("@duckdb/node-api", "duckdb");
    const { path = ":memory:", threads, memory } = options;
    const instance = await DuckDBInstance.create(path, {
      ...(threads === undefined ? {} : { threads: String(threads) }),
      ...(memory === undefined ? {} : { memory_limit: memory }),
    });
    const connection = await instance.connect();
    return { instance, connection };
  };
  return {
    dialect: duckdbDialect,
    async query(sql) {
      opened ??= open();
      const { connection } = await opened;
      return (await connection.runAndReadAll(sql)).getRowObjectsJson();
    },
    async close() {
      if (!opened) return;
      const { instance, connection } = await opened;
      opened = undefined;
      connection.closeSync();
      instance.closeSync();
    },
  };
}
