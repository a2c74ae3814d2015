import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compareTables, spark, type TableEngine } from "../../src/tables";
import { columnCases } from "./column-cases";
import { expectPlainCounts } from "./counts-alike";
import { type Cluster, startSparkCluster } from "./spark-cluster";

const isFull = process.env.KLAB_FULL === "1";
const cluster: Cluster = isFull
  ? await startSparkCluster()
  : { missing: "half a minute to start: npm run test:full" };
if ("missing" in cluster) console.log(`skipped: a cluster of Apache Spark: ${cluster.missing}`);
afterAll(async () => {
  if ("stop" in cluster) await cluster.stop();
}, 120_000);

describe.skipIf("missing" in cluster)("Apache Spark on two workers", () => {
  let engine: TableEngine;
  beforeAll(() => {
    engine = spark("url" in cluster ? cluster.url : "");
  });
  afterAll(() => engine.close?.());

  test.each(columnCases.map((one) => [one.name, one] as const))(
    "counts what plain TypeScript counts: %s",
    async (_, one) => {
      await expectPlainCounts(one, engine, "Spark");
    },
    300_000,
  );

  test("lets both workers count a table of several parts", async () => {
    const side = (factor: number) => ({
      query: `SELECT id % ${factor} AS x FROM range(0, 400000, 1, 8)`,
    });
    const before = "tasks" in cluster ? await cluster.tasks() : new Map<string, number>();
    const { columns } = await compareTables({ p: side(100), q: side(90), engine });
    expect(columns[0]).toMatchObject({ rows: { p: 400_000, q: 400_000 } });
    const after = "tasks" in cluster ? await cluster.tasks() : new Map<string, number>();
    expect(after.size).toBe(2);
    for (const [worker, done] of after) {
      expect(done, worker).toBeGreaterThan(before.get(worker) ?? 0);
    }
  }, 300_000);
});
