import { afterAll, beforeAll, describe, test } from "vitest";
import { duckdb, postgres, spark, type TableEngine } from "../../src/tables";
import { columnCases } from "./column-cases";
import { expectPlainCounts } from "./counts-alike";
import { type Started, startPostgres, startSail } from "./engines";

const servers: Started[] = [];
afterAll(async () => {
  for (const server of servers) if ("stop" in server) await server.stop();
}, 60_000);

describe("DuckDB counts what plain TypeScript counts", () => {
  const engine = duckdb();
  afterAll(() => engine.close?.());
  test.each(columnCases.map((one) => [one.name, one] as const))("%s", async (_, one) => {
    await expectPlainCounts(one, engine, "DuckDB");
  });
});

const pg = await startPostgres();
servers.push(pg);
if ("missing" in pg) console.log(`skipped: PostgreSQL counts the same: ${pg.missing}`);

describe.skipIf("missing" in pg)("PostgreSQL counts what plain TypeScript counts", () => {
  let engine: TableEngine;
  beforeAll(() => {
    engine = postgres("url" in pg ? pg.url : "");
  });
  afterAll(() => engine.close?.());
  test.each(columnCases.map((one) => [one.name, one] as const))("%s", async (_, one) => {
    await expectPlainCounts(one, engine, "PostgreSQL");
  });
});

const sail = await startSail();
servers.push(sail);
if ("missing" in sail) console.log(`skipped: Spark Connect counts the same: ${sail.missing}`);

describe.skipIf("missing" in sail)("Spark Connect counts what plain TypeScript counts", () => {
  let engine: TableEngine;
  beforeAll(() => {
    engine = spark("url" in sail ? sail.url : "");
  });
  afterAll(() => engine.close?.());
  test.each(columnCases.map((one) => [one.name, one] as const))("%s", async (_, one) => {
    await expectPlainCounts(one, engine, "Spark");
  });
});
