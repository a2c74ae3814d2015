import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { chains, type Derivation } from "../../src/derivations/index";
import { studentNotebook } from "../../src/handout/student-notebook";
import { makeVersion } from "../../src/handout/versions";
import { hasTag, type Notebook, parseNotebook } from "../../src/notebook/nbformat";
import { answersOf, holds, plain, plainJson } from "./answers-of";
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

/** A formula's terms, in any order: those between plus signs outside of brackets. */
function termsOf(formula: string): string {
  let depth = 0;
  const marked = [...plain(formula)].map((letter) => {
    depth += Number(letter === "(") - Number(letter === ")");
    return letter === "+" && depth === 0 ? "\n" : letter;
  });
  return marked.join("").split("\n").sort().join("+");
}

const termsOfChains = new Set(
  Object.values(chains as unknown as Record<string, Derivation>).flatMap(({ steps }) =>
    steps.flatMap(({ expression }) => (expression ? [termsOf(expression)] : [])),
  ),
);

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
      expect(formulas.filter((answer) => termsOfChains.has(termsOf(answer)))).toEqual([]);
      const teacher = allOf(makeVersion(notebook, "teacher"));
      expect(answers.filter((answer) => !teacher.includes(answer))).toEqual([]);
      for (const copy of [studentNotebook(notebook), makeVersion(notebook, "student")]) {
        const text = allOf(copy);
        expect(answers.filter((answer) => holds(text, answer))).toEqual([]);
      }
    },
  );
});
