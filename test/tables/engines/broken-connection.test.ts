import { connect, createServer, type Server, type Socket } from "node:net";
import { afterAll, describe, expect, test } from "vitest";
import { compareTables, postgres } from "../../../src/tables";
import { startPostgres } from "../engines";

const pg = await startPostgres();
if ("missing" in pg) console.log(`skipped: a connection that breaks: ${pg.missing}`);
afterAll(async () => {
  if ("stop" in pg) await pg.stop();
}, 60_000);

const wide = {
  query: "SELECT i AS a, i % 7 AS b, i % 5 AS c, i % 3 AS d FROM generate_series(0, 400) AS s(i)",
};

/** Passes bytes on to PostgreSQL, and hangs up once, as the n-th query goes through. */
async function breaking(url: string, at: number): Promise<{ url: string; server: Server }> {
  const target = new URL(url);
  const { hostname, port } = target;
  let queries = 0;
  const server = createServer((near: Socket) => {
    const far = connect(Number(port), hostname);
    near.on("data", (bytes: Buffer) => {
      // A query's message begins with Q.
      if (bytes[0] === 0x51 && ++queries === at) {
        near.destroy();
        far.destroy();
      } else far.write(bytes);
    });
    far.on("data", (bytes) => near.write(bytes));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ]) {
      one.on("error", () => other.destroy());
      one.on("close", () => other.destroy());
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", () => done()));
  target.port = String((server.address() as { port: number }).port);
  return { url: String(target), server };
}

describe.skipIf("missing" in pg)("PostgreSQL", () => {
  const url = "url" in pg ? pg.url : "";

  // 1 begins the session, 2 to 5 ask for columns, 6 and 7 survey, then edges, then counts.
  test.each([6, 7, 9, 12])(
    "that hangs up at its query %d: every column is answered",
    async (at) => {
      const { url: through, server } = await breaking(url, at);
      const engine = postgres(through);
      try {
        const { columns } = await compareTables({ p: wide, q: wide, engine, locale: "en" });
        const told = columns.map((one) => ("problem" in one ? one.problem : one.name));
        expect(told).toEqual(["a", "b", "c", "d"]);
      } finally {
        await engine.close?.();
        server.close();
      }
    },
  );

  test("that is too slow: the column says so, the others are answered", async () => {
    const engine = postgres(url, { timeout: 1 });
    const slow = {
      query:
        "SELECT i AS a, CASE WHEN i = 3 THEN (SELECT count(*) FROM generate_series(1, 300000000 + i)) ELSE i END AS b FROM generate_series(0, 50) AS s(i)",
    };
    try {
      const { columns } = await compareTables({ p: wide, q: slow, engine, columns: ["a", "b"] });
      expect(columns[0]).toHaveProperty("measures");
      expect(columns[1]).toMatchObject({
        problem: expect.stringMatching(/column "b": q cannot be read.*statement timeout/),
      });
    } finally {
      await engine.close?.();
    }
  });
});
