import { expect, test } from "vitest";
import { cellProgress } from "../../src/command/cell-progress";
import { notebookOf } from "../kernel/workspace";

test("a training says that it is one, another cell only its number", () => {
  const notebook = notebookOf("1", ["2", "training"]);
  const at = (cellIndex: number): string =>
    cellProgress(notebook, { cellIndex, codeCell: cellIndex + 1, codeCells: 2, state: "running" });
  expect([at(0), at(1)]).toEqual(["1/2", "2/2 训练 / training"]);
});
