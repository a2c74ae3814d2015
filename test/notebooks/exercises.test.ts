import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isSetUp, studentsSetUp } from "../../src/handout/keep-set-up";
import { studentNotebook } from "../../src/handout/student-notebook";
import { type Cell, hasTag, joinText } from "../../src/notebook/nbformat";
import { readNotebookFiles } from "../../src/notebook/notebook-file";
import { declaredNames } from "../../src/page/live/evaluate/bound-names";
import { cellProgram } from "../../src/page/live/evaluate/cell-program";
import { nameUses } from "../../src/page/live/evaluate/name-uses";
import { nodesIn } from "../../src/page/live/evaluate/syntax-node";
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

/** `solved` and the student's name: what the solution declares for itself. */
const solvedName = (name: string): string => `solved${name[0].toUpperCase()}${name.slice(1)}`;

const codeOf = (own: Cell): ReturnType<typeof cellProgram>["program"] =>
  cellProgram(joinText(own.source)).program;
const declaredIn = (own: Cell): string[] => nodesIn(codeOf(own), "body").flatMap(declaredNames);
const writtenIn = (own: Cell): string[] =>
  nameUses(codeOf(own)).flatMap(({ name, written }) => (written ? [name] : []));

const isHint = ({ cell_type, source }: Cell): boolean =>
  cell_type === "markdown" && joinText(source).startsWith("> **提示**");

describe.each(files)("$lesson", ({ lesson, notebook }) => {
  const exercises = exercisesOf(notebook);

  test("each check is a function of the answer, called after the student's cell and again after the solution", () => {
    for (const { exercise, check, solution, again } of exercises) {
      expect(hasTag(exercise, "exercise")).toBe(true);
      expect([check, again].map((own) => hasTag(own, "check"))).toEqual([true, true]);
      const [, name, call] = asFunction.exec(joinText(check.source)) ?? [];
      const given = call.match(/(?<=[(, ])\w+(?=[,)])/g) ?? [];
      for (const answer of given) expect(joinText(exercise.source)).toContain(`let ${answer}`);
      const solved = given.map(solvedName);
      expect(joinText(again.source)).toBe(`${name}(${solved.join(", ")});`);
      expect(declaredIn(solution)).toEqual(expect.arrayContaining(solved));
    }
    const checks = notebook.cells.filter((own) => hasTag(own, "check"));
    expect(checks).toHaveLength(2 * exercises.length);
    expect(answers[lesson] ?? []).toHaveLength(exercises.length);
  });

  test("running a lesson from top to bottom leaves the student's answers as they are", () => {
    for (const { exercise, solution, again } of exercises) {
      const students = new Set(declaredIn(exercise));
      for (const own of [solution, again])
        expect([...declaredIn(own), ...writtenIn(own)].filter((n) => students.has(n))).toEqual([]);
    }
  });

  test("an exercise is asked, then tried, checked, helped, solved and checked again", () => {
    for (const { check, solution, again } of exercises) {
      const at = notebook.cells.indexOf(solution);
      const [question, student, , hint] = notebook.cells.slice(at - 4, at);
      expect([question, student].map((own) => hasTag(own, "exercise"))).toEqual([true, true]);
      expect([question, student].map((own) => own.cell_type)).toEqual(["markdown", "code"]);
      expect(notebook.cells.slice(at - 2, at + 2)).toEqual([check, hint, solution, again]);
      expect(isHint(hint), joinText(hint.source)).toBe(true);
    }
  });

  test("what checks a student's cell stands in the student's copy as it is", () => {
    const { cells } = studentNotebook(notebook);
    for (const { check } of exercises) {
      const copy = cells.find(({ id }) => id === check.id);
      expect(joinText(copy?.source ?? "")).toBe(joinText(check.source));
    }
  });

  test("code that no page shows runs for students: it stands outside every exercise", () => {
    const isForStudents = studentsSetUp(notebook);
    const lost = notebook.cells.filter((own, i) => isSetUp(own) && !isForStudents(own, i));
    expect(lost.map(({ id }) => id)).toEqual([]);
  });
});
