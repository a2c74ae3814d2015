// klab/tables: counting and the whole call beside DuckDB's own GROUP BY over the same cells, over Parquet; memory.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compareTables, duckdb } from "../../dist/tables/index.mjs";

const columns = 10;
/** So much memory evidently may take. */
const gigabytes = 8;
const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;

/** Time by the clock and of all cores together: the second is nearly the same while a machine does other things. */
async function timed(work) {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - start, cores: (user + system) / 1000, value };
}

/** An engine that tells how long its queries took, those that count apart. */
function watched(engine) {
  const spent = { ms: 0, cores: 0 };
  const query = async (sql) => {
    const { ms, cores, value } = await timed(() => engine.query(sql));
    if (sql.includes("GROUPING SETS")) {
      spent.ms += ms;
      spent.cores += cores;
    }
    return value;
  };
  return { spent, engine: { ...engine, query } };
}

/** The same cells, counted as somebody would who knows the edges: one GROUP BY a column and side. */
async function ownGroupBy(engine, files, report) {
  for (const file of files) {
    for (const { name, cells } of report.columns) {
      const ends = cells.flatMap(
        ({ label }) => /, (\S+)\]$/.exec(label)?.[1].replace("−", "-") ?? [],
      );
      const whens = ends.map((end, i) => `WHEN "${name}" <= ${end} THEN ${i}`).join(" ");
      await engine.query(
        `SELECT cell, count(*) AS n FROM (SELECT CASE ${whens} ELSE ${ends.length} END AS cell FROM '${file}') GROUP BY cell`,
      );
    }
  }
}

/** 20 million rows, on two cores some minutes; `quick` has fewer. */
export async function tablesBlock({ folder, python, quick }) {
  const rows = quick ? 1_500_000 : 20_000_000;
  const maker = duckdb();
  const files = ["p", "q"].map((side) => join(folder, `${side}.parquet`));
  for (const [i, file] of files.entries()) {
    const made = Array.from(
      { length: columns },
      (_, c) => `round(${c + 1} * sqrt(-2 * ln(1 - random())) + ${i * c * 0.01}, ${c}) AS x${c}`,
    );
    await maker.query(
      `COPY (SELECT ${made.join(", ")} FROM range(${rows})) TO '${file}' (FORMAT parquet)`,
    );
  }
  await maker.close();
  console.log(
    `\ntwo tables of ${rows.toLocaleString("en")} rows × ${columns} numbers, Parquet, DuckDB with 1 GB`,
  );
  const best = {};
  const keep = (name, { ms, cores }) => {
    const { ms: least = ms, cores: fewest = cores } = best[name] ?? {};
    best[name] = { ms: Math.min(least, ms), cores: Math.min(fewest, cores) };
  };
  for (let round = 0; round < (quick ? 3 : 2); round++) {
    const engine = duckdb({ memory: "1GB" });
    const { spent, engine: seen } = watched(engine);
    const whole = await timed(() => compareTables({ p: files[0], q: files[1], engine: seen }));
    keep("own", await timed(() => ownGroupBy(engine, files, whole.value)));
    keep("whole", whole);
    keep("counting", spent);
    await engine.close();
  }
  const times = ({ ms, cores }) =>
    `${seconds(ms)}, ${(ms / best.own.ms).toFixed(2)} × its time (of all cores ${(cores / best.own.cores).toFixed(2)} ×;`;
  console.log(`  DuckDB's own GROUP BY over the same cells: ${seconds(best.own.ms)}`);
  console.log(`  counting: ${times(best.counting)} at most 1.5)`);
  console.log(`  the whole call: ${times(best.whole)} at most 3.5)`);
  console.log(`  greatest memory of a call alone: ${memoryOf(files)} MB (at most 1024)`);
  beside(python?.command, files, rows);
  for (const file of files) rmSync(file);
}

/** evidently's report (PSI of every column) on the same files: of more and more rows, as far as it fits. */
function beside(command, [p, q], rows) {
  if (!command) {
    console.log("  evidently: left out, no Python");
    return;
  }
  const script = join(dirname(fileURLToPath(import.meta.url)), "evidently-peer.py");
  const minutes = 5;
  for (const some of [rows / 20, rows / 4, rows]) {
    const { stdout, signal } = spawnSync(command, [script, p, q, String(some), String(gigabytes)], {
      encoding: "utf8",
      timeout: 60_000 * minutes,
    });
    const of = `  evidently, ${some.toLocaleString("en")} rows:`;
    if (signal) {
      console.log(`${of} given up after ${minutes} minutes`);
      return;
    }
    const told = JSON.parse(stdout.trim().split("\n").at(-1) || '{"problem":"it ended"}');
    if (told.missing) {
      console.log(
        `  evidently: left out (${told.missing}); pip install evidently pyarrow "pandas<3"`,
      );
      return;
    }
    if (told.problem) {
      console.log(`${of} ${told.problem}`);
      return;
    }
    const { version, reading, report, megabytes } = told;
    console.log(
      `${of} ${seconds(1000 * (reading + report))} (reading ${seconds(1000 * reading)}), ${megabytes} MB (${version})`,
    );
  }
}

/** In a process of its own, for the peak is that of a process's whole life. */
function memoryOf([p, q]) {
  const code = `const { compareTables, duckdb } = require("./dist/tables/index.js");
    compareTables({ p: ${JSON.stringify(p)}, q: ${JSON.stringify(q)}, engine: duckdb({ memory: "700MB" }) })
      .then(() => console.log(Math.round(process.resourceUsage().maxRSS / 1024)));`;
  return spawnSync(process.execPath, ["-e", code], { encoding: "utf8" }).stdout.trim();
}
