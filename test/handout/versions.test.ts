import { describe, expect, test } from "vitest";
import { cellsNeverRun } from "../../src/handout/never-ran";
import { makeVersion } from "../../src/handout/versions";
import { codeCell, markdownCell, notebookOf, stdout } from "./fixture";

const tagged = notebookOf([
  markdownCell("题目", ["exercise"]),
  {
    ...codeCell("const answer = 42;", [stdout("42\n")], { tags: ["solution", "check"] }),
    attachments: { "answer.png": { "image/png": "AAAA" } },
  },
  markdownCell("备课", ["teacher"]),
  markdownCell("答：四十二", ["solution"]),
]);

describe("versions of a notebook", () => {
  test("a student gets no teacher cells and solutions without source, outputs, counts or attachments", () => {
    const { cells } = makeVersion(tagged, "student");
    expect(cells).toHaveLength(3);
    expect(cells[1]).toEqual({
      cell_type: "code",
      source: "// 在这里写你的代码",
      metadata: { tags: ["solution", "check"] },
      outputs: [],
      execution_count: null,
    });
    expect(JSON.stringify(cells)).not.toMatch(/42|四十二|备课|AAAA/);
  });

  test("a student gets checks unrun, which is not told as if they had been forgotten", () => {
    const checked = notebookOf([codeCell("check();", [stdout("✓ 42 bit\n")], { tags: ["check"] })]);
    const { cells } = makeVersion(checked, "student");
    expect(cells[0]).toMatchObject({ source: "check();", outputs: [], execution_count: null });
    expect(cellsNeverRun({ ...checked, cells })).toEqual([]);
  });

  test("a check that nobody ran stays one that never ran", () => {
    const cells = [codeCell("check();", [], { tags: ["check"], count: null })];
    expect(cellsNeverRun(makeVersion(notebookOf(cells), "student"))).toEqual([1]);
  });

  test("a teacher gets the notebook as it is", () => {
    expect(makeVersion(tagged, "teacher")).toEqual(tagged);
  });

  test("making a version leaves the notebook alone", () => {
    const before = JSON.stringify(tagged);
    makeVersion(tagged, "student");
    expect(JSON.stringify(tagged)).toBe(before);
  });

  test("a cell never ran if it has code and no count; comments and blanks are no code", () => {
    const notebook = notebookOf([
      codeCell("x;", [], { count: null }),
      codeCell("// later\n/* or\nnever */\n", [], { count: null }),
      codeCell("y;", [], { count: 7 }),
      markdownCell("text"),
      codeCell("const url = 'http://a'; // z", [], { count: null }),
    ]);
    expect(cellsNeverRun(notebook)).toEqual([1, 5]);
  });

  test("a blanked solution does not count as never run", () => {
    expect(cellsNeverRun(makeVersion(tagged, "student"))).toEqual([]);
  });
});
