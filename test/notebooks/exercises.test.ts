import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isSetUp, studentsSetUp } from "../../src/handout/keep-set-up";
import { hasTag, joinText } from "../../src/notebook/nbformat";
import { readNotebookFiles } from "../../src/notebook/notebook-file";
import { answers } from "./answers";
import { exercisesOf } from "./exercise-trials";

const files = readNotebookFiles(
  readdirSync("notebooks")
    .filter((name) => name.endsWith(".ipynb"))
    .map((name) => join("notebooks", name)),
).map((file) => ({ ...file, lesson: file.name.replace(/^.*[\\/]|\.ipynb$/g, "") }));

/** `const check1 = (answer: number): void => {…};` and, at the end of the cell, `check1(answer);`. */
const asFunction =
  /^(?:import [^\n]+\n)*\s*const (check\d+) = \([\s\S]*?\): void => \{\n[\s\S]*\n\};\n\n(\1\([\w, ]+\);)$/;

describe.each(files)("$lesson", ({ lesson, notebook }) => {
  const exercises = exercisesOf(notebook);

  test("each check is a function of the answer, called after the student's cell and again after the solution", () => {
    for (const { exercise, check, again } of exercises) {
      expect(hasTag(exercise, "exercise")).toBe(true);
      expect([check, again].map((own) => hasTag(own, "check"))).toEqual([true, true]);
      const [, , call] = asFunction.exec(joinText(check.source)) ?? [];
      expect(joinText(again.source)).toBe(call);
      for (const answer of call.match(/(?<=[(, ])\w+(?=[,)])/g) ?? [])
        expect(joinText(exercise.source)).toContain(`let ${answer}`);
    }
    const checks = notebook.cells.filter((own) => hasTag(own, "check"));
    expect(checks).toHaveLength(2 * exercises.length);
    expect(answers[lesson] ?? []).toHaveLength(exercises.length);
  });

  test("code that no page shows runs for students: it stands outside every exercise", () => {
    const isForStudents = studentsSetUp(notebook);
    const lost = notebook.cells.filter((own, i) => isSetUp(own) && !isForStudents(own, i));
    expect(lost.map(({ id }) => id)).toEqual([]);
  });
});
