import { spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { untilItAccepts } from "../../src/command/until-it-accepts";

/** A server that a test started, or why it could not. */
export type Started =
  | { readonly url: string; stop(): Promise<void> }
  | { readonly missing: string };

export function freePort(): Promise<number> {
  return new Promise((done) => {
    const own = createServer();
    own.listen(0, "127.0.0.1", () => {
      const { port } = own.address() as { port: number };
      own.close(() => done(port));
    });
  });
}

/** Where PostgreSQL's programs are: in PATH, where Debian has them, or where KLAB_POSTGRES says. */
function postgresPrograms(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).map((v) => join(debian, v, "bin")) : [];
  const places = [process.env.KLAB_POSTGRES, ...versions, ...(process.env.PATH ?? "").split(":")];
  return places.find(
    (place) => place && existsSync(join(place, "initdb")) && existsSync(join(place, "postgres")),
  );
}

/** A PostgreSQL of its own, in a private folder on a free port, run by an ordinary user, which initdb insists on. */
export async function startPostgres(): Promise<Started> {
  const programs = postgresPrograms();
  if (!programs) {
    return {
      missing: "no PostgreSQL (Debian: apt install postgresql; or set KLAB_POSTGRES to its bin)",
    };
  }
  const folder = mkdtempSync(join(tmpdir(), "klab-pg-"));
  try {
    return await startPostgresIn(folder, programs);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    return { missing: `PostgreSQL does not start here: ${error}` };
  }
}

async function startPostgresIn(folder: string, programs: string): Promise<Started> {
  const isRoot = process.getuid?.() === 0;
  const nobody = 65_534;
  const user = isRoot ? { uid: nobody, gid: nobody } : {};
  if (isRoot) chownSync(folder, nobody, nobody);
  chmodSync(folder, 0o700);
  const env = { PATH: process.env.PATH, LC_ALL: "C.UTF-8", TZ: "Asia/Shanghai" };
  const data = join(folder, "data");
  const made = spawnSync(
    join(programs, "initdb"),
    ["-D", data, "-U", "klab", "-A", "trust", "-E", "UTF8", "--no-sync"],
    { ...user, env, encoding: "utf8", cwd: folder, timeout: 60_000 },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr || made.error}`);
  const port = await freePort();
  const server = spawn(
    join(programs, "postgres"),
    [
      ...["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", folder, "-F"],
      ...["-c", "timezone=Asia/Shanghai"],
    ],
    { ...user, env, cwd: folder, stdio: ["ignore", "ignore", "pipe"] },
  );
  const ended = new Promise<void>((done) => server.once("exit", () => done()));
  let log = "";
  const ready = new Promise<void>((done) => {
    server.stderr.setEncoding("utf8").on("data", (text: string) => {
      log += text;
      if (/ready to accept connections/.test(log)) done();
    });
  });
  const late = new Promise<void>((done) => setTimeout(done, 60_000).unref());
  await Promise.race([ready, ended, late]);
  if (!/ready to accept connections/.test(log)) {
    server.kill("SIGKILL");
    throw new Error(log.trim().split("\n").at(-1));
  }
  return {
    url: `postgres://klab:secret@127.0.0.1:${port}/postgres`,
    async stop() {
      server.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Sail, which answers Spark Connect without Java: PyPI's pysail, in .venv or where KLAB_SAIL says. */
export async function startSail(): Promise<Started> {
  const places = [
    process.env.KLAB_SAIL,
    join(".venv", "bin", "sail"),
    ...(process.env.PATH ?? "").split(":").map((place) => join(place, "sail")),
  ];
  const program = places.find((place) => place && existsSync(place));
  if (!program)
    return { missing: "no Sail (pip install pysail into .venv; or set KLAB_SAIL to its program)" };
  const port = await freePort();
  const server = spawn(program, ["spark", "server", "--ip", "127.0.0.1", "--port", String(port)], {
    stdio: "ignore",
  });
  const ended = new Promise<void>((done) => server.once("exit", () => done()));
  await untilItAccepts(`http://127.0.0.1:${port}`);
  if (server.exitCode !== null) return { missing: `sail ended (${server.exitCode})` };
  return {
    url: `sc://127.0.0.1:${port}`,
    async stop() {
      server.kill("SIGKILL");
      await ended;
    },
  };
}
