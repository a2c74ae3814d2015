import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { studentNotebook } from "../../src/handout/student-notebook";
import { makeVersion } from "../../src/handout/versions";
import { hasTag, type Notebook, parseNotebook } from "../../src/notebook/nbformat";
import { answersOf, holds, plainJson } from "./answers-of";
import { unpacked } from "./unpacked";

const names = readdirSync("notebooks").filter((name) => name.endsWith(".ipynb"));
const lessons = names.map((name): [string, Notebook] => [
  name,
  parseNotebook(readFileSync(`notebooks/${name}`, "utf8")),
]);

/** Pictures hold no text, and are most of a notebook. */
const withoutPictures = (_: string, value: unknown): unknown =>
  typeof value === "string" && value.startsWith("iVBORw0KGgo") ? "" : value;
const allOf = (notebook: Notebook): string =>
  plainJson(unpacked(JSON.stringify(notebook, withoutPictures)));

/** What every page carries besides its notebook. */
const library = plainJson(readFileSync("dist/browser/live-derivation.js", "utf8"));

describe.each(lessons)("%s", (_, notebook) => {
  const answers = answersOf(notebook);
  const solutions = notebook.cells.filter((cell) => hasTag(cell, "solution"));

  test.runIf(solutions.length > 0)(
    "keeps its answers from students, and has them for teachers",
    () => {
      expect(answers.length).toBeGreaterThanOrEqual(solutions.length);
      // A chain of the library that has the open step is no place to take an exercise from; its verdicts' words are its own.
      const formulas = answers.filter((answer) => !/\p{Script=Han}/u.test(answer));
      expect(formulas.filter((answer) => holds(library, answer))).toEqual([]);
      const teacher = allOf(makeVersion(notebook, "teacher"));
      expect(answers.filter((answer) => !teacher.includes(answer))).toEqual([]);
      for (const copy of [studentNotebook(notebook), makeVersion(notebook, "student")]) {
        const text = allOf(copy);
        expect(answers.filter((answer) => holds(text, answer))).toEqual([]);
      }
    },
  );
});
