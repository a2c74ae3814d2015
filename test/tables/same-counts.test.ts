import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compareTables, duckdb, postgres, spark, type TableEngine } from "../../src/tables";
import { type ColumnCase, columnCases, type EngineName, queryOf } from "./column-cases";
import { type Started, startPostgres, startSail } from "./engines";
import { plainCounts } from "./plain-counts";

const servers: Started[] = [];
afterAll(async () => {
  for (const server of servers) if ("stop" in server) await server.stop();
}, 60_000);

async function columnOf(one: ColumnCase, engine: TableEngine, name: EngineName) {
  const side = (which: "p" | "q") => ({
    query: queryOf(one, which, name, engine.dialect.literal),
  });
  const { columns } = await compareTables({
    p: side("p"),
    q: side("q"),
    engine,
    ...(one.cells ? { cells: { c: one.cells } } : {}),
    ...(one.isSaid ? { columns: { c: one.kind } } : {}),
    locale: "en",
  });
  expect(columns).toHaveLength(1);
  return columns[0];
}

async function check(one: ColumnCase, engine: TableEngine, name: EngineName): Promise<void> {
  const column = await columnOf(one, engine, name);
  if (one.fails) {
    expect("problem" in column ? column.problem : "compared").toMatch(one.fails);
    return;
  }
  if ("problem" in column) throw new Error(column.problem);
  expect(column.kind).toBe(one.kind);
  const counted = new Map(column.cells.map(({ label, p, q }) => [label, [p, q]]));
  expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(plainCounts(one, "others")));
  expect(column.rows).toEqual({ p: one.p.length, q: one.q.length });
}

describe("DuckDB counts what plain TypeScript counts", () => {
  const engine = duckdb();
  afterAll(() => engine.close?.());
  test.each(columnCases.map((one) => [one.name, one] as const))("%s", async (_, one) => {
    await check(one, engine, "DuckDB");
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
    await check(one, engine, "PostgreSQL");
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
    await check(one, engine, "Spark");
  });
});
