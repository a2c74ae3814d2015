import { createServer } from "node:net";
import { expect, test } from "vitest";
import { compareTables, postgres, spark, type TableEngine } from "../../../src/tables";
import { withoutCredentials } from "../../../src/tables/engines/without-credentials";

test.each([
  ["postgres://me:hunter2@host/db", "login of me:hunter2 failed", "login of me:*** failed"],
  ["postgres://me:p%40ss@host/db", "no p@ss, no p%40ss", "no ***, no ***"],
  ["postgres://me:p@ss/w@host/db", "no p@ss/w here", "no *** here"],
  ["postgres://me@host/db?password=hunter2&sslpassword=deep", "hunter2, deep", "***, ***"],
  ["sc://host:1/;user_id=u;token=abc%2B1", "Bearer abc+1", "Bearer ***"],
  ["sc://host:1/;token=abc123;user_id=u", "Bearer abc123", "Bearer ***"],
])("%s", (url, message, clean) => {
  expect(withoutCredentials(new Error(message), url).message).toBe(clean);
});

const ask = (engine: TableEngine) => compareTables({ p: "a", q: "b", engine });

test("a server that is not there is an error without its password, that names the side", async () => {
  const engine = postgres("postgres://me:hunter2@127.0.0.1:1/db");
  const error = await ask(engine).then(String, String);
  expect(error).toMatch(/options\.p cannot be read.*ECONNREFUSED/s);
  expect(error).not.toContain("hunter2");
});

test("a server that hangs up, and one that never answers, end in an error", async () => {
  const rude = createServer((socket) => socket.destroy());
  const silent = createServer(() => undefined);
  const ports = await Promise.all(
    [rude, silent].map(
      (server) =>
        new Promise<number>((done) =>
          server.listen(0, "127.0.0.1", () => done((server.address() as { port: number }).port)),
        ),
    ),
  );
  try {
    await expect(ask(postgres(`postgres://me@127.0.0.1:${ports[0]}/db`))).rejects.toThrow(
      /options\.p/,
    );
    await expect(ask(spark(`sc://127.0.0.1:${ports[0]}`, { timeout: 2 }))).rejects.toThrow(
      /options\.p/,
    );
    await expect(ask(spark(`sc://127.0.0.1:${ports[1]}`, { timeout: 1 }))).rejects.toThrow(
      /options\.p.*(?:DEADLINE|Deadline)/s,
    );
  } finally {
    for (const server of [rude, silent]) server.close();
  }
});

test.each([
  [() => postgres("mysql://x"), /postgres:\/\//],
  [() => postgres("postgres://x", { timeOut: 3 } as never), /no option timeOut/],
  [() => spark("localhost:15002"), /sc:\/\//],
  [() => spark("sc://x", { timeout: 0 }), /timeout/],
])("%s is refused at once", (make, message) => {
  expect(make).toThrow(message);
});
