import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stringifyNotebook } from "../../src/notebook/nbformat";
import { notebookOf } from "../kernel/workspace";
import { OwnFolder } from "./own-folder";

const missing =
  process.env.KLAB_FULL === "1" ? undefined : "set KLAB_FULL=1, or run npm run test:full";
if (missing) console.log(`skipped: a folder of one's own: ${missing}`);

/** The first cell of the readme's quick start. */
const firstCell = `import { figures, normal } from "klab";

figures.densityPair(normal(0, 1), normal(1, 2));`;

describe.skipIf(missing)("in a folder of one's own", () => {
  let own: OwnFolder;

  beforeAll(() => {
    own = new OwnFolder("tslab", "@types/node");
    own.write("first.ipynb", stringifyNotebook(notebookOf(firstCell)));
  }, 300_000);
  afterAll(() => own?.remove(), 60_000);

  test("the package holds what runs and what is read, and neither sources nor tests", () => {
    const files = own.files();
    for (const name of [
      "dist/index.js",
      "dist/index.mjs",
      "dist/esm/index.mjs",
      "dist/types/index.d.ts",
      "dist/THIRD-PARTY.txt",
      "dist/browser/klab.js",
      "dist/browser/klab-text.js",
      "src/command/klab.cjs",
      "src/kernel/tslab-kernel.cjs",
      "README.md",
      "README.zh-CN.md",
      "CHANGELOG.md",
      "LICENSE",
    ]) {
      expect(files).toContain(name);
    }
    const strange = files.filter((name) =>
      /(^|\/)(test|notebooks|handouts|oracle)(\/|$)/.test(name),
    );
    expect(strange).toEqual([]);
    expect(files.filter((name) => /\.(ipynb|map|test\.js)$/.test(name))).toEqual([]);
    expect(files.filter((name) => /^src\/.*\.ts$/.test(name))).toEqual([]);
  });

  test.each(["README.md", "README.zh-CN.md"])("the first cell is the one %s gives", (name) => {
    expect(readFileSync(name, "utf8")).toContain(`\`\`\`ts\n${firstCell}\n\`\`\``);
  });

  test("npx klab run --write runs the first cell, whose plot is then in the notebook", () => {
    const { status, text } = own.npx(["klab", "run", "first.ipynb", "--write"]);
    expect(status, text).toBe(0);
    expect(own.shown("first.ipynb")).toEqual([
      expect.arrayContaining(["application/vnd.plotly.v1+json", "text/html", "text/plain"]),
    ]);
  }, 120_000);

  test("npx klab install registers a kernel of this folder's packages", () => {
    const { status, text } = own.npx(["klab", "install", "--prefix", "前 缀"]);
    expect(status, text).toBe(0);
    const file = join(own.folder, "前 缀/share/jupyter/kernels/tslab/kernel.json");
    const { argv } = JSON.parse(readFileSync(file, "utf8")) as { argv: string[] };
    for (const path of argv.filter((arg) => arg.includes("node_modules"))) {
      expect(path).toContain(own.folder);
      expect(existsSync(path), path).toBe(true);
    }
    expect(argv.filter((arg) => arg.includes("node_modules")).length).toBeGreaterThan(1);
  }, 60_000);

  test("npx klab handout names in one line what to install, and with that it works", () => {
    const before = own.npx(["klab", "handout", "first.ipynb"]);
    expect(before.status).toBe(2);
    const [line, ...others] = before.text.split("\n").filter((text) => text.includes("npm i -D"));
    expect(others).toEqual([]);
    const [, names = ""] = /: run npm i -D (.*)$/.exec(line ?? "") ?? [];
    expect(names).toMatch(/markdown-it@.*shiki@/);
    own.install("-D", ...names.split(" "));
    const { status, text } = own.npx(["klab", "handout", "first.ipynb", "--out", "讲义"]);
    expect(status, text).toBe(0);
    const page = readFileSync(join(own.folder, "讲义/first.html"), "utf8");
    expect(page).toContain("densityPair");
    expect(page).toContain("0.4431");
  }, 300_000);
});
