// npm run ok: format, lint, types and the fast tests, in less than a minute; says what it left to npm test.
import { join } from "node:path";
import { slowTests } from "./fast-tests.mjs";
import { root, script, step } from "./steps.mjs";

const start = performance.now();
const slow = slowTests();

/** One after the other, but beside the tests: on two cores each has one. */
async function checks() {
  const lint = await step("lint and format", [script("@biomejs/biome", "biome"), "check", "."]);
  const tsc = script("typescript", "tsc");
  const types = await step("types", [tsc, "-p", join(root, "test/tsconfig.json")]);
  const page = await step("types of page code", [tsc, "-p", join(root, "src/page/tsconfig.json")]);
  return lint && types && page;
}

const tests = step("fast tests", [
  script("vitest", "vitest"),
  "run",
  "--maxWorkers=2",
  // A worker reads each module once, not once a test file: half of the time. Nothing keeps state at import.
  "--no-isolate",
  "--reporter=dot",
  ...slow.flatMap(({ file }) => ["--exclude", file]),
]);
const ok = (await Promise.all([checks(), tests])).every(Boolean);

console.log(`\nLeft to npm test, ${slow.length} files:`);
for (const { file, why } of slow) console.log(`  ${file}: ${why}`);
const seconds = (performance.now() - start) / 1000;
console.log(`\n${ok ? "ok" : "not ok"}, ${seconds.toFixed(1)} s`);
process.exit(ok ? 0 : 1);
