// npm test: build, types, lint and format, then every test; says what it skipped and why.
// npm run test:full (--full) adds the slow rest: tests read KLAB_FULL.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { root, script, step } from "./steps.mjs";

const full = process.argv.includes("--full");
const env = { ...process.env, ...(full ? { KLAB_FULL: "1" } : {}) };

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

const build = ["build", [join(root, "src/project/build.mjs")]];
const looks = [
  ["types", [script("typescript", "tsc"), "-p", join(root, "test/tsconfig.json")]],
  ["types of page code", [script("typescript", "tsc"), "-p", join(root, "src/page/tsconfig.json")]],
  ["lint and format", [script("@biomejs/biome", "biome"), "check", "."]],
];
const tests = [
  "tests",
  [
    script("vitest", "vitest"),
    "run",
    "--reporter=default",
    "--reporter=json",
    `--reporter=${join(root, "test/second-tries.mjs")}`,
    `--outputFile.json=${report}`,
  ],
];
let ok = await step(...build, env);
if (!ok) {
  // Tests of an older build would say nothing, for minutes.
  console.log("\nthe build failed: nothing else was tried");
  process.exit(1);
}
// One core each, side by side; the tests need all there are.
ok = (await Promise.all(looks.map((look) => step(...look, env)))).every(Boolean);
ok = (await step(...tests, env)) && ok;

const { passed, failed, skipped } = readReport(report);
if (skipped.length) {
  console.log(`\nSkipped${full ? "" : " (npm run test:full runs the slow ones)"}:`);
  for (const name of skipped) console.log(`  ${name}`);
}
console.log(`\n${passed} passed, ${failed} failed, ${skipped.length} skipped`);
process.exit(ok && failed === 0 ? 0 : 1);
