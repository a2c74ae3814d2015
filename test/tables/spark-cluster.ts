import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./engines";

/** A cluster that a test started, or why it could not. */
export type Cluster =
  | {
      readonly url: string;
      /** How many tasks each worker has done, by the worker's name. */
      tasks(): Promise<ReadonlyMap<string, number>>;
      stop(): Promise<void>;
    }
  | { readonly missing: string };

/** Apache Spark's folder: SPARK_HOME, or PyPI's pyspark in .venv or where KLAB_SPARK (a Python environment) says. */
function sparkHome(): string | undefined {
  const environments = [process.env.KLAB_SPARK, ".venv"].flatMap((place) => (place ? [place] : []));
  const packages = environments.flatMap((place) => {
    const lib = join(place, "lib");
    const versions = existsSync(lib) ? readdirSync(lib) : [];
    return versions.map((version) => join(lib, version, "site-packages", "pyspark"));
  });
  return [process.env.SPARK_HOME, ...packages].find(
    (place) => place && existsSync(join(place, "bin", "spark-class")),
  );
}

/** A standalone master, two workers of one core each, and a Spark Connect server, on loopback. */
export async function startSparkCluster(): Promise<Cluster> {
  if (spawnSync("java", ["-version"]).status !== 0) return { missing: "no Java (17 or later)" };
  const home = sparkHome();
  if (!home) {
    return {
      missing:
        "no Apache Spark (pip install pyspark[connect] into .venv; or set SPARK_HOME, or KLAB_SPARK to an environment)",
    };
  }
  const folder = mkdtempSync(join(tmpdir(), "klab-spark-"));
  const parts: Part[] = [];
  const stop = async (): Promise<void> => {
    for (const part of parts.reverse()) await part.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const [port, page, connect, ui] = [
      await freePort(),
      await freePort(),
      await freePort(),
      await freePort(),
    ];
    const address = `spark://127.0.0.1:${port}`;
    const start = (name: string, program: string, args: string[]): Part => {
      const part = startPart(join(home, "bin", program), args, join(folder, name));
      parts.push(part);
      return part;
    };
    const host = ["--host", "127.0.0.1"];
    const deploy = "org.apache.spark.deploy";
    const master = start("master", "spark-class", [
      ...[`${deploy}.master.Master`, ...host],
      ...["--port", String(port), "--webui-port", String(page)],
    ]);
    await master.says(/Starting Spark master at/);
    for (const name of ["worker-1", "worker-2"]) {
      start(name, "spark-class", [
        ...[`${deploy}.worker.Worker`, ...host, "--webui-port", "0"],
        ...["--cores", "1", "--memory", "600m", "--work-dir", join(folder, name), address],
      ]);
    }
    const settings = {
      "spark.connect.grpc.binding.port": connect,
      "spark.driver.bindAddress": "127.0.0.1",
      "spark.driver.host": "127.0.0.1",
      "spark.executor.cores": 1,
      "spark.executor.memory": "512m",
      // One executor would do for small work: both are waited for.
      "spark.scheduler.minRegisteredResourcesRatio": 1,
      "spark.scheduler.maxRegisteredResourcesWaitingTime": "180s",
      "spark.sql.shuffle.partitions": 2,
      "spark.ui.port": ui,
    };
    const server = start("connect", "spark-submit", [
      ...["--master", address, "--name", "klab", "--driver-memory", "700m"],
      ...Object.entries(settings).flatMap(([key, value]) => ["--conf", `${key}=${value}`]),
      ...["--class", "org.apache.spark.sql.connect.service.SparkConnectServer"],
    ]);
    await server.says(/Spark Connect server started/);
    return { url: `sc://127.0.0.1:${connect}`, tasks: () => tasksOf(master, ui), stop };
  } catch (error) {
    await stop();
    return { missing: `Apache Spark does not start here: ${error}` };
  }
}

/** A program of the cluster, and what it writes. */
interface Part {
  text(): string;
  /** Waits until it has written that. */
  says(what: RegExp): Promise<void>;
  stop(): Promise<void>;
}

function startPart(program: string, args: readonly string[], folder: string): Part {
  mkdirSync(folder, { recursive: true });
  // The Connect server counts as one of the daemons, and wants more than 450 MB.
  const env = { ...process.env, SPARK_LOCAL_IP: "127.0.0.1", SPARK_DAEMON_MEMORY: "640m" };
  const child: ChildProcess = spawn(program, args, {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  let heard = (): void => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      log += text;
      heard();
    });
  }
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  return {
    text: () => log,
    async says(what) {
      const said = new Promise<void>((done) => {
        heard = () => {
          if (what.test(log)) done();
        };
        heard();
      });
      const late = new Promise<void>((done) => setTimeout(done, 240_000).unref());
      await Promise.race([said, ended, late]);
      if (what.test(log)) return;
      const wrong = log.split("\n").filter((line) => /exception|error/i.test(line));
      throw new Error(wrong.slice(0, 3).join("\n") || log.slice(-300));
    },
    async stop() {
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), 20_000);
      await ended;
      clearTimeout(late);
    },
  };
}

/** From the master which executor is on which worker, from the application how many tasks it has done. */
async function tasksOf(master: Part, ui: number): Promise<Map<string, number>> {
  const workers = new Map(
    [...master.text().matchAll(/Launching executor \S+\/(\d+) on worker (\S+)/g)].map(
      ([, executor, worker]) => [executor, worker],
    ),
  );
  const api = `http://127.0.0.1:${ui}/api/v1/applications`;
  const [{ id }] = (await (await fetch(api)).json()) as { id: string }[];
  const executors = (await (await fetch(`${api}/${id}/executors`)).json()) as {
    readonly id: string;
    readonly completedTasks: number;
  }[];
  const tasks = new Map<string, number>();
  for (const { id: executor, completedTasks } of executors) {
    const worker = workers.get(executor);
    if (worker) tasks.set(worker, (tasks.get(worker) ?? 0) + completedTasks);
  }
  return tasks;
}
