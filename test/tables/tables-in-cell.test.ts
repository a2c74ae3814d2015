import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { plotlyMime } from "../../src/display/mime";
import { runNotebook } from "../../src/kernel/run-notebook";
import { notebookOf, Workspace } from "../kernel/workspace";

const workspace = new Workspace();
afterAll(() => workspace.remove());

test("two queries are compared in a cell, the report and a figure show themselves", async () => {
  const cells = [
    `import { compareTables } from "klab/tables";

const report = await compareTables({
  p: { query: "SELECT range % 10 AS x FROM range(500)" },
  q: { query: "SELECT range % 9 AS x FROM range(500)" },
});
report;`,
    'report.figure("x");',
  ];
  const { notebook, failure } = await runNotebook(notebookOf(...cells), { cwd: workspace.folder });
  expect(failure).toBeUndefined();
  const data = notebook.cells.map(({ outputs = [] }) =>
    outputs.flatMap((output) => ("data" in output ? Object.keys(output.data) : [])),
  );
  expect(data[0]).toContain("text/html");
  expect(data[1]).toContain(plotlyMime);
});

/** The files that a program of Node has loaded, of those whose path matches. */
function loadedBy(program: string, pattern: RegExp): unknown {
  const code = `${program}
const loaded = Object.keys(require.cache).filter((file) => ${pattern}.test(file));
console.log(JSON.stringify(loaded));`;
  return JSON.parse(execFileSync(process.execPath, ["-e", code], { encoding: "utf8" }));
}
const engines = /@duckdb|node_modules.pg|@grpc|apache-arrow/;

test("klab loads nothing of it, by require and by import, and so is no slower", () => {
  expect(readFileSync("dist/modules.js", "utf8")).not.toContain("tables/");
  const all = /dist.tables|@duckdb|node_modules.pg|@grpc|apache-arrow/;
  expect(loadedBy('require("klab").kl([0.5, 0.5], [0.1, 0.9]);', all)).toEqual([]);
  // What an import of klab's door reads, down to the last file.
  const reads = (file: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(file)) return seen;
    seen.add(file);
    const text = readFileSync(file, "utf8");
    for (const [, to] of text.matchAll(/(?:from|import|require\()\s*"(\.[^"]+)"/g)) {
      reads(join(dirname(file), to), seen);
    }
    return seen;
  };
  const read = [...reads("dist/index.mjs")];
  expect(read.length).toBeGreaterThan(1);
  expect(read.filter((file) => /tables/.test(file))).toEqual([]);
});

test("it loads no engine before one is asked", () => {
  const program = `const tables = require("klab/tables");
tables.duckdb(), tables.postgres("postgres://h/d"), tables.spark("sc://h");`;
  expect(loadedBy(program, engines)).toEqual([]);
});

test("it adds at most 60 kB to the package as it is packed", () => {
  const places = ["dist/tables", "dist/types/tables.d.ts", "dist/command/compare-command.js"];
  const files = places.flatMap((place) =>
    statSync(place).isDirectory()
      ? readdirSync(place, { recursive: true, encoding: "utf8" }).map((file) => join(place, file))
      : [place],
  );
  const texts = files.filter((file) => statSync(file).isFile()).map((file) => readFileSync(file));
  const packed = gzipSync(Buffer.concat(texts)).length;
  expect(packed).toBeGreaterThan(5_000);
  expect(packed).toBeLessThan(60_000);
});
