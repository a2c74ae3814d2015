// npm run bench [-- BLOCK… --quick --full]: klab beside its peers, in interleaved rounds; the least time of each counts.
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildPackage } from "../../src/project/build.mjs";
import { closedFormsBlock } from "./closed-forms.mjs";
import { coverageBlock } from "./coverage.mjs";
import { learningBlock } from "./learning.mjs";
import { loadingBlock } from "./loading.mjs";
import { neighboursBlock } from "./neighbours.mjs";
import { startPython } from "./python-peer.mjs";
import { tablesBlock } from "./tables.mjs";
import { klBlock, pairwiseBlock } from "./vectors.mjs";

const blocks = {
  kl: klBlock,
  pairwise: pairwiseBlock,
  neighbours: neighboursBlock,
  closedForms: closedFormsBlock,
  learning: learningBlock,
  tables: tablesBlock,
  loading: loadingBlock,
  coverage: coverageBlock,
};

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: "boolean" }, full: { type: "boolean" } },
});
const unknown = positionals.filter((name) => !(name in blocks));
if (unknown.length) {
  console.error(
    `没有 / there is no block ${unknown.join(", ")}; ${Object.keys(blocks).join(", ")}`,
  );
  process.exit(2);
}
const chosen = positionals.length ? positionals : Object.keys(blocks);

await buildPackage();
const klab = await import("../../dist/index.mjs");
const folder = mkdtempSync(join(tmpdir(), "klab-bench-"));
const { python, reason } = await startPython();
const load = () => `load ${loadavg()[0].toFixed(1)} on ${cpus().length} cores`;
console.log(`${cpus()[0]?.model.trim()}, ${load()}`);
console.log(JSON.stringify({ node: process.version, ...python?.versions }));
if (!python) console.log(`${reason}: its peers are left out. KLAB_PYTHON names another Python`);
else if (python.missing.length) {
  console.log(`${python.command} has no ${python.missing.join(", ")}: their rows are left out`);
}

try {
  for (const [name, block] of Object.entries(blocks)) {
    if (!chosen.includes(name)) {
      console.log(`\n${name}: not asked for`);
      continue;
    }
    const start = performance.now();
    await block({ klab, python, folder, ...options });
    console.log(`\n${name}: ${((performance.now() - start) / 1000).toFixed(0)} s, ${load()}`);
  }
} finally {
  python?.stop();
  rmSync(folder, { recursive: true, force: true });
}
