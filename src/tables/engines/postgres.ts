import { checkOptions } from "../../words/check-options";
import { shapeError } from "../../words/errors";
import { count } from "../../words/option-kinds";
import type { EngineRow, TableEngine } from "../engine";
import { loadOptional } from "./load-optional";
import { postgresDialect } from "./postgres-dialect";
import { reopening } from "./reopening";
import { withoutCredentials } from "./without-credentials";

/** What we use of `pg`. */
interface PgModule {
  readonly Client: new (options: Readonly<Record<string, unknown>>) => PgClient;
}
interface PgClient {
  connect(): Promise<void>;
  query(sql: string): Promise<{ readonly rows: readonly EngineRow[] }>;
  end(): Promise<void>;
  on(event: "error", listener: (error: Error) => void): void;
}

/** Options of `postgres`. */
export interface PostgresOptions {
  /** Seconds until a query is given up; never by default. */
  readonly timeout?: number;
}

/**
 * A PostgreSQL server, counted where its rows are: only edges and counts travel.
 *
 * Needs the package `pg`, which is loaded by the first query. Everything is read in one read-only session.
 *
 * @param url postgres://user:password@host:port/database
 * @param options `timeout` in seconds
 * @throws TypeError for what is no such address; Error, at the first query, without the password
 *
 * @example
 * postgres("postgres://me@localhost/shop").dialect.name; // "PostgreSQL"
 *
 * Source: PostgreSQL 15 documentation, chapter 7.2.4 (GROUPING SETS).
 */
export function postgres(url: string, options: PostgresOptions = {}): TableEngine {
  if (typeof url !== "string" || !/^postgres(?:ql)?:\/\//.test(url)) {
    throw shapeError(
      "postgres",
      "url 应为 postgres://用户:密码@主机:端口/数据库",
      "url must be postgres://user:password@host:port/database",
    );
  }
  checkOptions("postgres", options, { timeout: count(1) });
  const open = async (): Promise<PgClient> => {
    const { Client } = await loadOptional<PgModule>("pg", "postgres");
    const client = new Client({
      connectionString: url,
      connectionTimeoutMillis: 15_000,
      ...(options.timeout === undefined ? {} : { statement_timeout: 1000 * options.timeout }),
    });
    // Where the server goes away the running query says so; the next one has another connection.
    client.on("error", () => connection.forget());
    await client.connect();
    await client.query("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY");
    return client;
  };
  const connection = reopening(open);
  return {
    dialect: postgresDialect,
    async query(sql) {
      try {
        return (await (await connection.get()).query(sql)).rows;
      } catch (error) {
        throw withoutCredentials(error, url);
      }
    },
    async close() {
      const client = await connection.current?.catch(() => undefined);
      connection.forget();
      await client?.end();
    },
  };
}
