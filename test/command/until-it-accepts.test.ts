import { createServer, type Server } from "node:net";
import { afterEach, expect, test } from "vitest";
import { LabServer } from "../../src/command/lab-server";
import { untilItAccepts } from "../../src/command/until-it-accepts";

let server: Server | undefined;
afterEach(() => server?.close());

const listen = (own: Server, port: number): Promise<number> =>
  new Promise((done) =>
    own.listen(port, "127.0.0.1", () => done((own.address() as { port: number }).port)),
  );

async function freePort(): Promise<number> {
  const own = createServer();
  const port = await listen(own, 0);
  await new Promise((done) => own.close(done));
  return port;
}

test("a server that listens only later is waited for", async () => {
  const port = await freePort();
  const accepted = untilItAccepts(`http://127.0.0.1:${port}/lab`).then(() => server?.listening);
  server = createServer();
  await new Promise((done) => setTimeout(done, 120));
  await listen(server, port);
  expect(await accepted).toBe(true);
});

test("an address that nobody answers holds up nothing for ever", async () => {
  const port = await freePort();
  const start = Date.now();
  await untilItAccepts(`http://127.0.0.1:${port}/`, 200);
  expect(Date.now() - start).toBeGreaterThanOrEqual(190);
});

test("a Lab that tells its address before its port is bound is at that address when it is told", async () => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/lab?token=1`;
  const program = `console.error("[I] Jupyter Server is running at:\\n[I] ${url}");
    setTimeout(() => require("node:http").createServer((_, answer) => answer.end("here")).listen(${port}, "127.0.0.1"), 400);`;
  const lab = new LabServer(
    { command: process.execPath, args: ["-e", program] },
    [],
    { cwd: process.cwd(), env: {} },
    () => undefined,
  );
  try {
    expect(await lab.url).toBe(url);
    expect(await (await fetch(url)).text()).toBe("here");
  } finally {
    await lab.stop();
  }
});

test("a Lab that ends after it told its address has none", async () => {
  const port = await freePort();
  const program = `console.error("http://127.0.0.1:${port}/lab?token=1"); setTimeout(() => {}, 100);`;
  const lab = new LabServer(
    { command: process.execPath, args: ["-e", program] },
    [],
    { cwd: process.cwd(), env: {} },
    () => undefined,
  );
  expect(await lab.url).toBeUndefined();
});
