import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { derivation } from "../../src/derivations";
import { mimeBundle } from "../../src/display/mime";
import { openSteps } from "../../src/handout/live/open-steps";
import { makeVersion } from "../../src/handout/versions";
import { hasTag } from "../../src/notebook/nbformat";
import { readNotebookFiles } from "../../src/notebook/notebook-file";
import { codeCell, display, markdownCell, notebookOf, stdout } from "./fixture";

const chain = derivation({
  id: "ours",
  steps: [
    { expression: "KL(P ‖ Q)" },
    { expression: "E(x ~ P, log(P(x)/Q(x)))" },
    { expression: "H(P, Q) - H(P)" },
  ],
});
const shown = display(chain.blank(1)[mimeBundle]() as Record<string, string>);
const whole = display(chain[mimeBundle]() as Record<string, string>);

test("what a derivation exercise asks is in the student's page before anything is run, and no answer is", () => {
  const notebook = notebookOf([
    markdownCell("## 练习\n\n**补一步**", ["exercise"]),
    codeCell("let line = '';\nexercise;", [stdout("printed\n"), shown, whole], {
      tags: ["exercise"],
    }),
    codeCell("check(line);", [shown], { tags: ["check"] }),
    codeCell("const solvedLine = '';", [shown], { tags: ["solution"] }),
    codeCell("check(solvedLine);", [whole], { tags: ["check"] }),
  ]);
  const { cells } = makeVersion(notebook, "student");
  expect(cells[1]).toMatchObject({ outputs: [shown], execution_count: null });
  expect(openSteps(cells[1].outputs ?? [])).toEqual([1]);
  for (const cell of cells.slice(2)) expect(cell.outputs).toEqual([]);
});

test("every derivation exercise of the course stands open in the student's page", () => {
  const names = readdirSync("notebooks").filter((name) => name.endsWith(".ipynb"));
  let count = 0;
  for (const { name, notebook } of readNotebookFiles(names.map((own) => join("notebooks", own)))) {
    const student = makeVersion(notebook, "student").cells;
    for (const cell of notebook.cells) {
      const steps = hasTag(cell, "solution") ? [] : openSteps(cell.outputs ?? []);
      if (steps.length === 0) continue;
      count += 1;
      const own = student.find(({ id }) => id === cell.id);
      expect(openSteps(own?.outputs ?? []), `${name} ${String(cell.id)}`).toEqual(steps);
    }
  }
  expect(count).toBeGreaterThan(30);
});
