import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";

// Inside the checkout, where the packages are found.
const folder = resolve(".klab", `failed build ${process.pid}`);
mkdirSync(join(folder, "src/project"), { recursive: true });
for (const name of ["run.mjs", "steps.mjs"])
  cpSync(join("test", name), join(folder, "test", name), { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** npm test, in a project whose build is this script. */
function testWith(build: string): { readonly code: number | null; readonly text: string } {
  writeFileSync(join(folder, "src/project/build.mjs"), build);
  const args = [join(folder, "test/run.mjs")];
  const { status, stdout } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    timeout: 60_000,
  });
  return { code: status, text: stdout };
}

test.each([
  ["says so and exits", 'console.error("no types"); process.exit(1);'],
  ["throws", 'throw new Error("no entry");'],
  ["is killed", 'process.kill(process.pid, "SIGKILL");'],
  ["cannot be read", "const = 3;"],
])("npm test ends at once after a build that %s", (_, build) => {
  const { code, text } = testWith(build);
  expect(code).toBe(1);
  expect(text).toMatch(/✗ build .*\n+the build failed: nothing else was tried/);
  expect(text).not.toMatch(/types|lint|passed/);
});
