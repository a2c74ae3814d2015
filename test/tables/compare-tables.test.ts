import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mimeBundle } from "../../src/display/mime";
import { compareTables, duckdb, type TableEngine } from "../../src/tables";
import type { ComparedColumn } from "../../src/tables/table-comparison";

let engine: TableEngine;
let folder: string;
beforeAll(() => {
  engine = duckdb({ threads: 1 });
  folder = mkdtempSync(join(tmpdir(), "klab 表 '"));
});
afterAll(async () => {
  await engine.close?.();
  rmSync(folder, { recursive: true, force: true });
});

const rows = (sql: string) => ({ query: sql });
const bells = (n: number, shift: number, seed: number) =>
  rows(`SELECT ${shift} + sqrt(-2 * ln(1 - hash(range + ${seed}) / 18446744073709551616.0))
    * cos(2 * pi() * hash(range + ${seed + 1_000_000}) / 18446744073709551616.0) AS x FROM range(${n})`);

async function column(p: object, q: object, more: object = {}): Promise<ComparedColumn> {
  const { columns } = await compareTables({ p, q, engine, ...more } as never);
  const [first] = columns;
  if ("problem" in first) throw new Error(first.problem);
  return first;
}

describe("a comparison", () => {
  test("is small without drift, and says so; with drift it says that", async () => {
    const same = await compareTables({
      p: bells(2000, 0, 1),
      q: bells(2000, 0, 7_000_000),
      engine,
    });
    expect(String(same)).toContain("看不出漂移");
    const moved = await compareTables({
      p: bells(2000, 0, 1),
      q: bells(2000, 1, 9),
      engine,
      locale: "en",
    });
    expect(moved.caption).toBe("two tables compared in 1 columns: 1 have drifted");
    const [x] = moved.columns as ComparedColumn[];
    // D of deciles of N(0, 1) against N(1, 1) is some 0.46: less than ½, which all values would give.
    expect(x.measures.kl?.value).toBeGreaterThan(0.38);
    expect(x.measures.kl?.value).toBeLessThan(0.54);
  });

  test("is not moved by one outlier: no value by more than 1 %", async () => {
    const [p, q] = [bells(4000, 0, 1), bells(4000, 0.5, 9)];
    const far = rows(`${q.query} UNION ALL SELECT 1e6`);
    const reference = rows(`${p.query} UNION ALL SELECT -1e12`);
    const before = await column(p, q);
    for (const after of [await column(p, far), await column(reference, q)]) {
      for (const measure of ["kl", "jeffreys", "jensenShannon"] as const) {
        const [a, b] = [before, after].map((one) => one.measures[measure]?.plugIn ?? Number.NaN);
        expect(Math.abs(b / a - 1), measure).toBeLessThan(0.01);
      }
    }
  });

  test.each(["其余", "others", "∅", "（其余）"])(
    "counts a category named %s as any other, beside the rest and what is missing",
    async (name) => {
      const side = (n: number, missing: number) => (word: string) =>
        rows(`SELECT CASE WHEN range < ${n} THEN '${word}' WHEN range < 800 THEN 'k' || (range % 40)
          WHEN range < ${800 + missing} THEN NULL ELSE 'a' END AS x FROM range(1000)`);
      const cells = { x: { top: 5 } };
      const seen = await column(side(500, 50)(name), side(300, 150)(name), { cells });
      const plain = await column(side(500, 50)("zzz"), side(300, 150)("zzz"), { cells });
      expect(seen.measures.kl?.plugIn).toBe(plain.measures.kl?.plugIn);
      expect(seen.measures.kl?.plugIn).toBeGreaterThan(0.09);
      expect(new Set(seen.cells.map(({ label }) => label)).size).toBe(seen.cells.length);
      expect(seen.cells.map(({ p, q }) => [p, q])).toEqual(plain.cells.map(({ p, q }) => [p, q]));
    },
  );

  test("keeps ∞, with the cell that makes it so, also as JSON; a smoothed answer names its rule", async () => {
    const [p, q] = [
      rows("SELECT range % 3 AS x FROM range(90)"),
      rows("SELECT range % 2 AS x FROM range(90)"),
    ];
    const infinite = await compareTables({ p, q, engine, columns: { x: "category" } });
    const json = JSON.parse(JSON.stringify(infinite));
    expect(json.columns[0].measures.kl.value).toBe("∞");
    expect(json.columns[0].measures.kl.witness).toMatchObject({ label: "2", p: 30, q: 0 });
    const smoothed = await column(p, q, { columns: { x: "category" }, smoothing: "jeffreys" });
    expect(smoothed.measures.kl?.value).toBeLessThan(10);
    expect(smoothed.measures.kl?.smoothing).toMatch(/jeffreys/);
  });

  test("says which side lacks the cell that makes ∞, of either", async () => {
    const [three, two] = [3, 2].map((n) => rows(`SELECT range % ${n} AS x FROM range(90)`));
    const more = { engine, columns: { x: "category" as const }, locale: "en" as const };
    const q = await compareTables({ p: three, q: two, ...more });
    expect(String(q)).toContain('∞: q has no "2"');
    const p = await compareTables({ p: two, q: three, ...more, measures: ["kl", "jeffreys"] });
    expect(String(p)).toContain('∞: p has no "2"');
    expect(String(p)).not.toContain("q has no");
  });

  test("shows itself as a table whose texts are escaped, and a figure a column", async () => {
    const odd = '<img src=x onerror="alert(1)">';
    const q = rows(`SELECT range AS "${odd.replaceAll('"', '""')}" FROM range(50)`);
    const report = await compareTables({ p: q, q, engine });
    const html = String(report[mimeBundle]()["text/html"]);
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;img");
    expect(report.figure(odd).alt).toContain("10");
    expect(() => report.figure("other")).toThrow(TypeError);
  });

  test("of more than a million values has cells between quantiles of a sample, spikes found", async () => {
    const p = rows(
      "SELECT CASE WHEN range % 20 < 11 THEN 0 ELSE range % 1000 END AS x FROM range(1_200_000)",
    );
    const { cells, note } = await column(p, rows("SELECT range AS x FROM range(1000)"), {
      locale: "en",
    });
    expect(note).toMatch(/approximate/);
    const [zero] = cells.filter(({ label }) => label === "{0}");
    expect(zero.p).toBe(660_000);
    const others = cells.filter(({ label, p: n }) => label !== "{0}" && n > 0).map(({ p: n }) => n);
    // The first lies between 55 % and 60 %.
    for (const n of others.slice(1)) expect(Math.abs(n / 1_200_000 - 0.1)).toBeLessThan(0.02);
  });

  test("tells each query as it begins, and comes to the end of the steps that it told", async () => {
    const heard: string[] = [];
    const p = rows("SELECT range AS x, 'a' AS y FROM range(50)");
    await compareTables({
      p,
      q: p,
      engine,
      locale: "en",
      progress: ({ done, total, step }) => heard.push(`${done}/${total} ${step}`),
    });
    expect(heard).toEqual([
      "0/6 reading columns of p",
      "1/6 reading columns of q",
      "2/6 cells of x",
      "3/6 cells of y",
      "4/6 counting rows of p",
      "5/6 counting rows of q",
    ]);
    const refused = compareTables({ p, q: p, engine, progress: "yes" as never });
    await expect(refused).rejects.toThrow(/options\.progress must be a function/);
  });

  test("gives the same numbers each time", async () => {
    const ask = async () =>
      JSON.stringify(await compareTables({ p: bells(500, 0, 1), q: bells(400, 0, 3), engine }));
    expect(await ask()).toBe(await ask());
  });
});

describe("files", () => {
  test("of every kind and in patterns are read where they lie, whatever their names hold", async () => {
    const parts = join(folder, "teile");
    mkdirSync(parts);
    writeFileSync(join(folder, "it's 表.csv"), "x,名\n1,a\n2,b\n3,a\n");
    writeFileSync(join(parts, "1.jsonl"), '{"x": 1, "名": "a"}\n');
    writeFileSync(join(parts, "2.jsonl"), '{"x": 2, "名": "b"}\n{"x": 3, "名": "a"}\n');
    const parquet = join(folder, "t.parquet");
    await engine.query(
      `COPY (SELECT * FROM read_csv('${join(folder, "it's 表.csv").replaceAll("'", "''")}')) TO '${parquet.replaceAll("'", "''")}' (FORMAT parquet)`,
    );
    const files = [join(folder, "it's 表.csv"), join(parts, "*.jsonl"), parquet];
    for (const q of files) {
      const { columns } = await compareTables({ p: files[0], q });
      expect(
        columns.map((one) => ("problem" in one ? one.problem : one.measures.kl?.plugIn)),
      ).toEqual([0, 0]);
    }
  });
});

test("a kind that the engine guessed from a file's text is announced, one that is said is not", async () => {
  const file = join(folder, "guess.csv");
  writeFileSync(file, "x,y\n1,a\n2,b\n3,a\n");
  const report = await compareTables({ p: file, q: file, engine, locale: "en" });
  expect(String(report)).toContain("kinds that are guesses: x numeric; say them by columns");
  expect(String(report[mimeBundle]()["text/html"])).toContain("x numeric; say them");
  const { columns } = JSON.parse(JSON.stringify(report));
  const from = columns.map((one: ComparedColumn) => [one.name, one.kind, one.kindFrom]);
  expect(from).toEqual([
    ["x", "numeric", "guess"],
    ["y", "category", "type"],
  ]);
  const said = await compareTables({ p: file, q: file, engine, columns: { x: "numeric" } });
  expect((said.columns[0] as ComparedColumn).kindFrom).toBe("user");
  expect(String(said)).not.toContain("猜");
});

describe("what cannot be compared", () => {
  const good = rows("SELECT range AS x, 'a' AS y FROM range(50)");

  test.each([
    ["a missing file", "nowhere.parquet", /options\.p cannot be read.*nowhere/s],
    ["a missing table", "nowhere", /options\.p cannot be read.*nowhere/s],
    ["no SQL", rows("SELEC 1"), /options\.p cannot be read/],
  ])("at all is an error that names the side: %s", async (_, p, message) => {
    await expect(compareTables({ p, q: good, engine })).rejects.toThrow(message);
  });

  test("in one column leaves the others answered", async () => {
    const bad = rows(
      "SELECT range AS x, 1.5 AS y, [1] AS z, error('broken')::VARCHAR AS w FROM range(50)",
    );
    const p = rows("SELECT range AS x, 'a' AS y, [1] AS z, 'b' AS w, 1 AS v FROM range(50)");
    const { columns } = await compareTables({ p, q: bad, engine, locale: "en" });
    const told = Object.fromEntries(
      columns.map((one) => [one.name, "problem" in one ? one.problem : "compared"]),
    );
    expect(told.x).toBe("compared");
    expect(told.y).toMatch(/types differ: VARCHAR in p/);
    expect(told.z).toMatch(/INTEGER\[\].*category/);
    expect(told.w).toMatch(/q cannot be read.*broken/);
    expect(told.v).toMatch(/q has no such column/);
  });

  test("because all is missing, or nothing is there, says which side", async () => {
    const none = rows("SELECT NULL::INTEGER AS x, 'a' AS y FROM range(5)");
    const { columns } = await compareTables({ p: good, q: none, engine, columns: ["x"] });
    expect(columns[0]).toMatchObject({
      problem: expect.stringMatching(/all values of q are missing/),
    });
    const empty = rows("SELECT 1 AS x WHERE false");
    const other = await compareTables({ p: empty, q: good, engine, columns: ["x"] });
    expect(other.columns[0]).toMatchObject({ problem: expect.stringMatching(/p has no rows/) });
  });

  test.each([
    [{ bins: 20 }, /no option bins/],
    [{ columns: [] }, /options\.columns/],
    [{ columns: { x: "number" } }, /options\.columns/],
    [{ cells: { x: { count: 1 } } }, /count must be an integer from 2/],
    [{ cells: { x: { edges: [2, 1] } } }, /ascending/],
    [{ cells: { x: { bins: 3 } } }, /takes edges, count, top, unit/],
    [{ cells: { other: { count: 3 } } }, /names other/],
    [{ measures: ["tv"] }, /measures/],
    [{ engine: "duckdb" }, /options\.engine/],
    [{ p: 3 }, /options\.p must be a file/],
    [{ p: { table: "a", query: "b" } }, /options\.p must be a file/],
  ])("by these options is refused: %j", async (more, message) => {
    await expect(compareTables({ p: good, q: good, engine, ...more } as never)).rejects.toThrow(
      message,
    );
  });
});

test("a name is quoted, never executed", async () => {
  const name = 'x"; DROP TABLE kept; --';
  await engine.query("CREATE OR REPLACE TABLE kept AS SELECT 1 AS one");
  const q = rows(`SELECT 1 AS "${name.replaceAll('"', '""')}" FROM range(9)`);
  const { columns } = await compareTables({ p: q, q, engine });
  expect(columns[0].name).toBe(name);
  expect(await engine.query("SELECT one FROM kept")).toEqual([{ one: 1 }]);
  await expect(compareTables({ p: "kept; DROP TABLE kept", q, engine })).rejects.toThrow(
    /options\.p/,
  );
  expect(await engine.query("SELECT one FROM kept")).toEqual([{ one: 1 }]);
});
