import { randomUUID } from "node:crypto";
import { checkOptions } from "../../words/check-options";
import { shapeError } from "../../words/errors";
import { count } from "../../words/option-kinds";
import type { EngineRow, EngineValue, TableEngine } from "../engine";
import { loadOptional } from "./load-optional";
import { encoded, fieldsOf } from "./protocol-buffer";
import { reopening } from "./reopening";
import { sparkDialect } from "./spark-dialect";
import { withoutCredentials } from "./without-credentials";

/** What we use of `@grpc/grpc-js`. */
interface GrpcModule {
  readonly Client: new (address: string, credentials: unknown, options: object) => GrpcClient;
  readonly Metadata: new () => { set(key: string, value: string): void };
  readonly credentials: { createInsecure(): unknown; createSsl(): unknown };
}
interface GrpcClient {
  /** path, encode, decode, message, metadata, { deadline }; then, of one answer, what hears of it. */
  makeServerStreamRequest(...request: readonly unknown[]): AsyncIterable<Uint8Array>;
  makeUnaryRequest(...request: readonly unknown[]): void;
  close(): void;
}

/** What we use of `apache-arrow`. */
interface ArrowModule {
  tableFromIPC(bytes: Uint8Array): Iterable<{ toJSON(): Record<string, unknown> }>;
}

/** Options of `spark`. */
export interface SparkOptions {
  /** Seconds until a query is given up; 600 by default. */
  readonly timeout?: number;
}

const service = "/spark.connect.SparkConnectService";
const client = "klab";

/** Numbers of fields in Spark Connect's published messages (spark/connect/base.proto, relations.proto). */
const sessionId = 1;
const userContext = 2;
const plan = 3;
const clientType = 4;
const planRoot = 1;
const relationSql = 10;
const arrowBatch = 2;
const arrowData = 2;

/**
 * A Spark cluster by Spark Connect: counted on its workers; only edges and counts travel.
 *
 * Works with Apache Spark 4 and with Sail. Needs the packages `@grpc/grpc-js` and `apache-arrow`, which are loaded by the
 * first query. The session's time zone is UTC.
 *
 * @param url sc://host:port, with /;token=…;user_id=…;use_ssl=true where the server asks for it
 * @param options `timeout` in seconds
 * @throws TypeError for what is no such address; Error, at the first query, without the token
 *
 * @example
 * spark("sc://localhost:15002").dialect.name; // "Spark"
 *
 * Source: Apache Spark 4.0 documentation, Spark Connect overview; client connection string.
 */
export function spark(url: string, options: SparkOptions = {}): TableEngine {
  const address = addressOf(url);
  checkOptions("spark", options, { timeout: count(1) });
  const session = randomUUID();
  const user = encoded([1, address.user]);
  const deadline = (): { deadline: number } => ({
    deadline: Date.now() + 1000 * (options.timeout ?? 600),
  });
  const asIs = (bytes: Uint8Array): Buffer => Buffer.from(bytes);
  const open = async () => {
    const { Client, Metadata, credentials } = await loadOptional<GrpcModule>(
      "@grpc/grpc-js",
      "spark",
    );
    const arrow = await loadOptional<ArrowModule>("apache-arrow", "spark");
    const metadata = new Metadata();
    if (address.token) metadata.set("authorization", `Bearer ${address.token}`);
    const secured = address.isSecure ? credentials.createSsl() : credentials.createInsecure();
    const grpc = new Client(address.host, secured, {
      "grpc.max_receive_message_length": 128 * 1024 * 1024,
    });
    const pairs = encoded([1, encoded([1, "spark.sql.session.timeZone"], [2, "UTC"])]);
    const request = encoded(
      [sessionId, session],
      [userContext, user],
      [3, encoded([1, pairs])],
      [clientType, client],
    );
    await new Promise<void>((done, fail) =>
      grpc.makeUnaryRequest(
        `${service}/Config`,
        asIs,
        asIs,
        request,
        metadata,
        deadline(),
        (error: Error | null) => (error ? fail(error) : done()),
      ),
    );
    return { grpc, arrow, metadata };
  };
  const connection = reopening<{ grpc: GrpcClient; arrow: ArrowModule; metadata: unknown }>(open);
  return {
    dialect: sparkDialect,
    async query(sql) {
      try {
        const { grpc, arrow, metadata } = await connection.get();
        const relation = encoded([relationSql, encoded([1, sql])]);
        const request = encoded(
          [sessionId, session],
          [userContext, user],
          [plan, encoded([planRoot, relation])],
          [clientType, client],
        );
        const rows: EngineRow[] = [];
        const path = `${service}/ExecutePlan`;
        const answers = grpc.makeServerStreamRequest(
          path,
          asIs,
          asIs,
          request,
          metadata,
          deadline(),
        );
        for await (const answer of answers) rows.push(...rowsOf(answer, arrow));
        return rows;
      } catch (error) {
        if (isLost(error)) {
          const parts = await connection.current?.catch(() => undefined);
          connection.forget();
          parts?.grpc.close();
        }
        throw withoutCredentials(error, url);
      }
    },
    async close() {
      const parts = await connection.current?.catch(() => undefined);
      connection.forget();
      parts?.grpc.close();
    },
  };
}

/** The server is away, or knows nothing of the session and of its zone any more: both are begun again. */
const isLost = (error: unknown): boolean =>
  (error as { code?: unknown } | null)?.code === 14 ||
  /SESSION_(?:NOT_FOUND|CLOSED|CHANGED)/.test(String(error));

/** The rows in one message of the answer: an Arrow stream of its own, where it holds one. */
function* rowsOf(answer: Uint8Array, arrow: ArrowModule): Generator<EngineRow> {
  for (const [field, batch] of fieldsOf(answer)) {
    if (field !== arrowBatch) continue;
    for (const [part, data] of fieldsOf(batch)) {
      if (part !== arrowData) continue;
      // Read at once and copied, for Arrow wants its numbers on places divisible by eight.
      for (const row of arrow.tableFromIPC(Uint8Array.from(data))) {
        yield row.toJSON() as Record<string, EngineValue>;
      }
    }
  }
}

function addressOf(url: unknown): {
  readonly host: string;
  readonly user: string;
  readonly token?: string;
  readonly isSecure: boolean;
} {
  const [, host, rest] =
    (typeof url === "string" && /^sc:\/\/([^/;]+)\/?(?:;(.*))?$/.exec(url)) || [];
  if (!host) {
    throw shapeError(
      "spark",
      "url 应为 sc://主机:端口，例如 sc://localhost:15002",
      "url must be sc://host:port, for example sc://localhost:15002",
    );
  }
  const given = new Map(
    (rest ?? "").split(";").map((part) => part.split("=", 2) as [string, string]),
  );
  const token = given.get("token");
  const withPort = /:\d+$/.test(host) ? host : `${host}:15002`;
  return {
    host: withPort,
    user: given.get("user_id") ?? client,
    ...(token ? { token: decodeURIComponent(token) } : {}),
    isSecure: given.get("use_ssl") === "true" || token !== undefined,
  };
}
