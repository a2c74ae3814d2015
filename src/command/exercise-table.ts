import { basename } from "node:path";
import type { FileRun } from "../kernel/run-files";
import { printable } from "../notebook/terminal-text";
import { fitted, textWidth } from "../words/text-width";
import { type ExerciseVerdict, exerciseVerdicts } from "./exercise-verdicts";

interface Row {
  readonly student: string;
  readonly verdicts: readonly ExerciseVerdict[];
}

const marks: Readonly<Record<ExerciseVerdict["result"], string>> = {
  passed: "✓",
  failed: "✗",
  "not reached": "—",
};

const longestName = 40;

/**
 * What each student did of each exercise: notebooks with the same exercises in one table.
 *
 * @returns "" where no notebook has an exercise with a check
 */
export function exerciseTable(runs: readonly FileRun[]): string {
  const tables = new Map<string, Row[]>();
  for (const run of runs) {
    const verdicts = exerciseVerdicts(run);
    if (verdicts.length === 0) continue;
    const exercises = JSON.stringify(verdicts.map(({ title }) => title));
    const row = { student: studentOf(run), verdicts };
    tables.set(exercises, [...(tables.get(exercises) ?? []), row]);
  }
  return printable([...tables.values()].map(tableText).join("\n\n"));
}

const studentOf = ({ file }: FileRun): string => basename(file.name).replace(/\.ipynb$/i, "");

function tableText(rows: readonly Row[]): string {
  const titles = rows[0].verdicts.map(({ title }) => title);
  const column = (text: string): string => text.padStart(4);
  const width = Math.max(...rows.map(({ student }) => textWidth(fitted(student, longestName))));
  const name = (text: string): string => {
    const shown = fitted(text, longestName);
    return shown + " ".repeat(width - textWidth(shown));
  };
  const head = titles.map((_, index) => column(`${index + 1}`)).join("");
  const lines = rows.map(({ student, verdicts }) => {
    const passed = verdicts.filter(({ result }) => result === "passed").length;
    const cells = verdicts.map(({ result }) => column(marks[result])).join("");
    return `${name(student)}${cells}  ${passed}/${verdicts.length}`;
  });
  return [
    "学生 × 练习 / students × exercises（✓ 通过 passed，✗ 不对 failed，— 没跑到 not reached）",
    name("") + head,
    ...lines,
    ...titles.map((title, index) => `  ${index + 1}  ${title}`),
  ].join("\n");
}
