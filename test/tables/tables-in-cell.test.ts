import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
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

test("klab loads nothing of it, and it loads no engine before it is asked", () => {
  expect(readFileSync("dist/modules.js", "utf8")).not.toContain("tables/");
  const program = `const tables = require("klab/tables");
const engines = [tables.duckdb(), tables.postgres("postgres://h/d"), tables.spark("sc://h")];
const loaded = Object.keys(require.cache).filter((file) => /@duckdb|node_modules.pg|@grpc|apache-arrow/.test(file));
console.log(JSON.stringify([engines.length, loaded]));`;
  const printed = execFileSync(process.execPath, ["-e", program], { encoding: "utf8" });
  expect(JSON.parse(printed)).toEqual([3, []]);
});
