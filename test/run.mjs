// npm test: build, types, lint and format, then every test; says what it skipped and why.
// npm run test:full (--full) adds the slow rest: tests read KLAB_FULL.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const require = createRequire(import.meta.url);
const full = process.argv.includes("--full");
const env = { ...process.env, ...(full ? { KLAB_FULL: "1" } : {}) };

/** A package's own script, by its file: npm's links may point to another TypeScript (tslab's). */
function script(packageName, bin) {
  const manifest = require.resolve(`${packageName}/package.json`);
  const entry = JSON.parse(readFileSync(manifest, "utf8")).bin;
  return join(dirname(manifest), typeof entry === "string" ? entry : entry[bin]);
}

function step(title, args) {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: "inherit" });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${status === 0 ? "✓" : "✗"} ${title} (${seconds} s)`);
  return status === 0;
}

/** Vitest's counts, read from its report. */
function readReport(file) {
  const report = JSON.parse(readFileSync(file, "utf8"));
  const tests = report.testResults.flatMap((result) => result.assertionResults);
  const skipped = tests.filter(({ status }) => status === "pending" || status === "skipped");
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: skipped.map(({ fullName }) => fullName.trim()),
  };
}

const report = join(root, ".klab/test-report.json");
mkdirSync(dirname(report), { recursive: true });
rmSync(report, { force: true });

const tsc = script("typescript", "tsc");
const ok = [
  step("build", [join(root, "src/project/build.mjs")]),
  step("types", [tsc, "-p", join(root, "test/tsconfig.json")]),
  step("lint and format", [script("@biomejs/biome", "biome"), "check", "."]),
  step("tests", [
    script("vitest", "vitest"),
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]),
].every(Boolean);

const { passed, failed, skipped } = readReport(report);
if (skipped.length) {
  console.log(`\nSkipped${full ? "" : " (npm run test:full runs the slow ones)"}:`);
  for (const name of skipped) console.log(`  ${name}`);
}
console.log(`\n${passed} passed, ${failed} failed, ${skipped.length} skipped`);
process.exit(ok && failed === 0 ? 0 : 1);
