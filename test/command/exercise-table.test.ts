import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test, vi } from "vitest";
import { exerciseTable } from "../../src/command/exercise-table";
import { exerciseVerdicts } from "../../src/command/exercise-verdicts";
import { junitReport } from "../../src/command/junit-report";
import { runCommand } from "../../src/command/run";
import type { FileRun } from "../../src/kernel/run-files";
import { type Cell, stringifyNotebook } from "../../src/notebook/nbformat";
import { codeCell, markdownCell, notebookOf, stdout } from "../handout/fixture";

const exercise = (title: string, ...said: (string | undefined)[]): Cell[] => [
  markdownCell(`**${title}** 求`, ["exercise"]),
  codeCell("let x = 0;", [], { tags: ["exercise"] }),
  codeCell("// 在这里写你的代码", [], { tags: ["solution"] }),
  ...said.map((text) =>
    codeCell("check();", text === undefined ? [] : [stdout(text)], { tags: ["check"] }),
  ),
];

/** A run in which each cell with an output ran, and those of `failed` raised an error. */
function runOf(name: string, cells: readonly Cell[], failed: readonly number[] = []): FileRun {
  const notebook = notebookOf(cells);
  const ran = cells.flatMap(({ outputs = [] }, index) => {
    if (outputs.length === 0 && !failed.includes(index)) return [];
    const failure = { cellIndex: index, kind: "error", message: "Error: no", stderr: "" } as const;
    return [{ index, seconds: 0, ...(failed.includes(index) ? { failure } : {}) }];
  });
  const file = { name, path: `/${name}`, folder: "/", text: "", notebook };
  return { file, result: { notebook, ok: failed.length === 0, cells: ran, seconds: 0 } };
}

const wholeCourse = (...said: (string | undefined)[]): Cell[] => [
  ...exercise("一", said[0]),
  ...exercise("二", said[1]),
];

test("a check fails by ✗ or an error, passes otherwise, and may not have been reached", () => {
  const cells = [...wholeCourse("✓ 对了\n", "先看\n ✗ 差\n"), ...exercise("三", undefined)];
  const verdicts = exerciseVerdicts(runOf("a.ipynb", cells));
  expect(verdicts.map(({ title, result, message }) => [title, result, message])).toEqual([
    ["一", "passed", "✓ 对了"],
    ["二", "failed", "✗ 差"],
    ["三", "not reached", ""],
  ]);
  const raised = exerciseVerdicts(runOf("a.ipynb", exercise("一", "✓ 起初\n"), [3]));
  expect(raised[0]).toMatchObject({ result: "failed", message: "Error: no" });
});

test("of two calls of a check the last counts: the answer may stand in the place of the solution", () => {
  const [verdict] = exerciseVerdicts(runOf("a.ipynb", exercise("一", "✗ 还没有作答", "✓ 对了")));
  expect(verdict.result).toBe("passed");
});

test("a check that was blanked says nothing: the one before it counts, and none where there is none", () => {
  const blanked = codeCell("// 这一格检查参考答案", [stdout("")], { tags: ["check"] });
  const [verdict] = exerciseVerdicts(runOf("a.ipynb", [...exercise("一", "✗ 差"), blanked]));
  expect([verdict.result, verdict.message]).toEqual(["failed", "✗ 差"]);
  expect(exerciseVerdicts(runOf("a.ipynb", [...exercise("一"), blanked]))).toEqual([]);
});

test("students with the same exercises stand in one table, others in another", () => {
  const table = exerciseTable([
    runOf("交/张三.ipynb", wholeCourse("✓", "✓")),
    runOf("交/Li Si.ipynb", wholeCourse("✗ 差", undefined)),
    runOf("02.ipynb", exercise("别的", "✓")),
    runOf("none.ipynb", [codeCell("1", [stdout("✓")])]),
  ]);
  expect(table.split("\n")).toEqual([
    expect.stringContaining("students × exercises"),
    "        1   2",
    "张三    ✓   ✓  2/2",
    "Li Si   ✗   —  0/2",
    "  1  一",
    "  2  二",
    "",
    expect.stringContaining("students × exercises"),
    "     1",
    "02   ✓  1/1",
    "  1  别的",
  ]);
});

test("JUnit's report has a case for each exercise", () => {
  const run = runOf("a.ipynb", [...wholeCourse("✓", "✗ 差<1"), ...exercise("三", undefined)]);
  const xml = junitReport([{ name: "a.ipynb", run }]);
  expect(xml).toContain('<testcase name="练习 / exercise: 一" classname="a.ipynb" time="0.000"/>');
  expect(xml).toContain('<failure type="check" message="✗ 差&#60;1"/>');
  expect(xml.match(/exercise: 三[^/]*>\s*<skipped\/>/)).not.toBeNull();
});

test("klab run --junit tells it of notebooks that were handed in", {
  timeout: 180_000,
}, async () => {
  const folder = mkdtempSync(join(resolve("."), ".klab-handed-in-"));
  try {
    const files = ["1 + 1", "2 + 1"].map((answer, i) => {
      const cells = [
        markdownCell("**加法** 一加一", ["exercise"]),
        codeCell(`let sum = ${answer};`, [], { tags: ["exercise"] }),
        codeCell(
          'const checkSum = (): void => console.log(sum === 2 ? "✓ 对了" : "✗ 再算");\ncheckSum();',
          [],
          { tags: ["check"] },
        ),
        codeCell("// 在这里写你的代码", [], { tags: ["solution"] }),
        codeCell("checkSum();", [], { tags: ["check"] }),
      ];
      const file = join(folder, `s${i}.ipynb`);
      writeFileSync(file, stringifyNotebook(notebookOf(cells)));
      return file;
    });
    const lines: string[] = [];
    vi.spyOn(console, "log").mockImplementation((line: string) => void lines.push(line));
    const junit = join(folder, "report.xml");
    expect(await runCommand([...files, "--junit", junit])).toBe(0);
    const table = lines.find((line) => line.includes("students × exercises")) ?? "";
    expect(table).toMatch(/s0 +✓ +1\/1\ns1 +✗ +0\/1\n {2}1 {2}加法/);
    expect(readFileSync(junit, "utf8")).toContain('message="✗ 再算"');
  } finally {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true, force: true });
  }
});
