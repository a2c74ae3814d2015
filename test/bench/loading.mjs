// What opening klab costs, each time in a process of its own: seconds, memory; and a kernel's first cell.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const require = createRequire(import.meta.url);

/** As a program of one line would see it; under a debugger or a coverage tool it would say other numbers. */
const measured = (path) => `
  const used = process.cpuUsage(), start = process.hrtime(), before = process.memoryUsage.rss();
  require(${JSON.stringify(path)});
  const [s, ns] = process.hrtime(start), { user, system } = process.cpuUsage(used);
  console.log(JSON.stringify([1e3 * s + ns / 1e6, (user + system) / 1e3, (process.memoryUsage.rss() - before) / 1e6]));`;

function cost(path, rounds) {
  const rows = Array.from({ length: rounds }, () =>
    JSON.parse(spawnSync(process.execPath, ["-e", measured(path)], { encoding: "utf8" }).stdout),
  );
  return rows[0].map((_, k) => Math.min(...rows.map((row) => row[k])));
}

/** Seconds of the processor that a process has used: fields 14 and 15 of /proc/PID/stat; Linux only. */
function processorOf(pid) {
  if (process.platform !== "linux") return Number.NaN;
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

async function firstCell(code) {
  const { startKernel } = require(resolve("dist/kernel/kernel.js"));
  const kernel = await startKernel({ cwd: resolve(".") });
  try {
    const [start, used] = [performance.now(), processorOf(kernel.pid)];
    const { content } = await kernel.execute(code);
    if (content.status !== "ok") throw new Error(content.evalue);
    return [(performance.now() - start) / 1000, processorOf(kernel.pid) - used];
  } finally {
    await kernel.close();
  }
}

async function leastCell(code, rounds) {
  const costs = [];
  for (let round = 0; round < rounds; round++) costs.push(await firstCell(code));
  return [0, 1].map((k) => Math.min(...costs.map((cost) => cost[k])));
}

const said = (name, value, unit, most) =>
  console.log(
    `${name.padEnd(52)} ${value.toFixed(2)} ${unit} (≤ ${most}${value > most ? ": MORE" : ""})`,
  );

export async function loadingBlock({ quick }) {
  console.log("\nOpening klab, the least of some processes");
  const [ms, cpu, megabytes] = cost(resolve("dist/index.js"), quick ? 5 : 25);
  said('require("klab")', ms, "ms", 45);
  said("  of the processor", cpu, "ms", 45);
  said("  resident", megabytes, "MB", 8);
  const rounds = quick ? 2 : 6;
  const empty = await leastCell("// empty", rounds);
  const cells = [
    ['import { kl, normal } from "klab";', 0.15],
    ['import { derivation } from "klab/derivation"; derivation.length;', 0.45],
  ];
  for (const [code, most] of cells) {
    const [wall, used] = (await leastCell(code, rounds)).map((least, k) => least - empty[k]);
    said(code.slice(0, 52), wall, "s", most);
    said("  of the processor", used, "s", most);
  }
}
