// klab/tables: counting and the whole call beside DuckDB's own GROUP BY over the same cells, over Parquet; memory.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { compareTables, duckdb } from "../../dist/tables/index.mjs";

const columns = 10;
const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;

async function timed(work) {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}

/** An engine that tells how long its queries took, those that count apart. */
function watched(engine) {
  const spent = { counting: 0, others: 0 };
  const query = async (sql) => {
    const { ms, value } = await timed(() => engine.query(sql));
    spent[sql.includes("GROUPING SETS") ? "counting" : "others"] += ms;
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

export async function tablesBlock({ folder, quick, full }) {
  const rows = full ? 20_000_000 : quick ? 1_500_000 : 4_000_000;
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
  const best = {
    counting: Number.POSITIVE_INFINITY,
    whole: Number.POSITIVE_INFINITY,
    own: Number.POSITIVE_INFINITY,
  };
  for (let round = 0; round < (full ? 2 : 3); round++) {
    const engine = duckdb({ memory: "1GB" });
    const { spent, engine: seen } = watched(engine);
    const { ms, value } = await timed(() =>
      compareTables({ p: files[0], q: files[1], engine: seen }),
    );
    const own = await timed(() => ownGroupBy(engine, files, value));
    best.whole = Math.min(best.whole, ms);
    best.counting = Math.min(best.counting, spent.counting);
    best.own = Math.min(best.own, own.ms);
    await engine.close();
  }
  const times = (ms) => `${seconds(ms)}, ${(ms / best.own).toFixed(2)} × its time`;
  console.log(`  DuckDB's own GROUP BY over the same cells: ${seconds(best.own)}`);
  console.log(`  counting: ${times(best.counting)} (at most 1.5)`);
  console.log(`  the whole call: ${times(best.whole)} (at most 3.5)`);
  console.log(`  greatest memory of a call alone: ${memoryOf(files)} MB (at most 1024)`);
}

/** In a process of its own, for the peak is that of a process's whole life. */
function memoryOf([p, q]) {
  const code = `const { compareTables, duckdb } = require("./dist/tables/index.js");
    compareTables({ p: ${JSON.stringify(p)}, q: ${JSON.stringify(q)}, engine: duckdb({ memory: "700MB" }) })
      .then(() => console.log(Math.round(process.resourceUsage().maxRSS / 1024)));`;
  return spawnSync(process.execPath, ["-e", code], { encoding: "utf8" }).stdout.trim();
}
