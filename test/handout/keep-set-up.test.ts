import { describe, expect, test } from "vitest";
import { studentNotebook } from "../../src/handout/student-notebook";
import { joinText } from "../../src/notebook/nbformat";
import { codeCell, markdownCell, notebookOf, stdout } from "./fixture";

const made = studentNotebook(
  notebookOf([
    codeCell("const SETUP = 1;", [stdout("HIDDEN_output")], { tags: ["remove-cell"] }),
    codeCell("const INPUT = 2;", [stdout("SHOWN_output")], { tags: ["remove-input"] }),
    markdownCell("HIDDEN_note", ["remove-cell"]),
    markdownCell("## 练习\n\n求值。", ["exercise"]),
    codeCell("HIDDEN_test();", [], { tags: ["remove-cell"] }),
    codeCell("HIDDEN_answer", [], { tags: ["solution"] }),
    markdownCell("## 后面"),
    codeCell("HIDDEN_for_teachers", [], { tags: ["remove-cell", "teacher"] }),
  ]),
);

describe("a student's notebook", () => {
  test("keeps the cells that prepare others, folded, so that it runs", () => {
    const code = made.cells.filter(({ cell_type }) => cell_type === "code");
    expect(code.slice(0, 2).map(({ source }) => joinText(source))).toEqual([
      "const SETUP = 1;",
      "const INPUT = 2;",
    ]);
    for (const { metadata } of code.slice(0, 2))
      expect(metadata).toEqual({ jupyter: { source_hidden: true } });
    expect(JSON.stringify(made)).toContain("SHOWN_output");
  });

  test("has nothing of what is removed from an exercise, or is for teachers", () => {
    expect(JSON.stringify(made).match(/HIDDEN_\w+/g)).toBeNull();
  });
});
