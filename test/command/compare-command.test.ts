import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "klab 比 "));
  const rows = (shift: number): string =>
    Array.from(
      { length: 400 },
      (_, i) => `${i % 40},${"abc"[(i * (1 + shift)) % (3 - shift)]}`,
    ).join("\n");
  writeFileSync(join(folder, "a.csv"), `age,kind\n${rows(0)}\n`);
  writeFileSync(join(folder, "b.csv"), `age,kind\n${rows(1)}\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function compare(...args: string[]) {
  const all = [resolve("src/command/klab.cjs"), "compare", ...args];
  return spawnSync(process.execPath, all, { cwd: folder, encoding: "utf8" });
}

test("says of each column what its divergences are and whether it drifted", () => {
  const { status, stdout, stderr } = compare("a.csv", "b.csv", "--locale", "en");
  expect(stderr).toBe("");
  expect(status).toBe(0);
  expect(stdout).toMatch(/^age: kl .*no drift to be seen$/m);
  expect(stdout).toMatch(/^kind: kl ∞/m);
});

test("exits with 1 where a column is above the limit, or could not be told", () => {
  expect(compare("a.csv", "b.csv", "--columns", "age", "--fail-above", "0.1").status).toBe(0);
  expect(compare("a.csv", "b.csv", "--fail-above", "0.1").status).toBe(1);
  expect(compare("a.csv", "b.csv", "--columns", "age,height", "--fail-above", "0.1").status).toBe(
    1,
  );
});

test("writes JSON, and a page with a figure of what drifted", () => {
  const { stdout } = compare("a.csv", "b.csv", "--json");
  expect(JSON.parse(stdout).columns).toHaveLength(2);
  const page = join(folder, "out", "report.html");
  const { status } = compare("a.csv", "b.csv", "--out", page);
  expect(status).toBe(0);
  const html = readFileSync(page, "utf8");
  expect(html).toContain("两张表的比较");
  expect(html).toContain("<p>报告</p>");
  expect(html).not.toContain("教师讲义");
  expect(html.match(/<figure/g)).toHaveLength(1);
});

test.each([
  [["a.csv"], "two tables"],
  [["a.csv", "b.csv", "--engine", "mysql://x"], "--engine"],
  [["a.csv", "b.csv", "--engine", "sc://"], "sc://"],
  [["a.csv", "b.csv", "--fail-above", "much"], "--fail-above"],
  [["a.csv", "nowhere.csv"], "options.q"],
  [["a.csv", "b.csv", "--locale", "de"], "--locale"],
  [["a.csv", "b.csv", "--columns", "nope"], ""],
])("%j is refused, exit code 2", (args, named) => {
  const { status, stderr } = compare(...args);
  expect(status).toBe(2);
  expect(stderr).toContain(named);
  expect(stderr).not.toMatch(/^\s+at /m);
});
