import { expect, test } from "vitest";
import { mergeOutputs } from "../../src/notebook/merge-outputs";
import type { Cell, Notebook } from "../../src/notebook/nbformat";
import { notebookOf } from "../kernel/workspace";

const output = { output_type: "stream", name: "stdout", text: ["new\n"] } as const;
const before = notebookOf("a", "b", "c");
const executed: Notebook = {
  ...before,
  cells: before.cells.map((cell, k) => ({ ...cell, execution_count: k + 1, outputs: [output] })),
};

const edit = (change: (cells: Cell[]) => Cell[]): Notebook => ({
  ...before,
  cells: change([...before.cells]),
});
const note: Cell = { id: "note", cell_type: "markdown", source: "note", metadata: {} };
const withoutIds = ({ id: _, ...cell }: Cell): Cell => cell;
const merged = (current: Notebook): ReturnType<typeof mergeOutputs> =>
  mergeOutputs(current, before, executed);
const counts = (notebook: Notebook | undefined): unknown[] | undefined =>
  notebook?.cells.map(({ execution_count }) => execution_count);

test("cells that were moved, added and deleted meanwhile stay so, and the others have their outputs", () => {
  const result = merged(edit(([a, , c]) => [c, note, a]));
  expect(result?.edited).toEqual([]);
  expect(result?.notebook.cells.map(({ id }) => id)).toEqual(["cell-2", "note", "cell-0"]);
  expect(counts(result?.notebook)).toEqual([3, undefined, 1]);
  expect(result?.notebook.cells[0].outputs).toEqual([output]);
});

test("a cell that was edited meanwhile keeps its source and its outputs, and is named", () => {
  const result = merged(edit(([a, b, c]) => [a, { ...b, source: "b2" }, c]));
  expect(result?.edited).toEqual([1]);
  expect(result?.notebook.cells[1]).toMatchObject({ source: "b2", outputs: [] });
  expect(counts(result?.notebook)).toEqual([1, null, 3]);
});

test("metadata that was changed meanwhile stays, of cells and of the notebook", () => {
  const result = merged({
    ...edit(([a, ...rest]) => [{ ...a, metadata: { tags: ["slide"] } }, ...rest]),
    metadata: { title: "renamed" },
  });
  expect(result?.notebook.metadata).toEqual({ title: "renamed" });
  expect(result?.notebook.cells[0]).toMatchObject({
    metadata: { tags: ["slide"] },
    outputs: [output],
  });
});

test("source in lines is the same source as in one text", () => {
  const result = merged(edit(([a, ...rest]) => [{ ...a, source: ["a"] }, ...rest]));
  expect(result?.edited).toEqual([]);
});

test("a cell that became text is left alone", () => {
  const result = merged(edit(([a, ...rest]) => [{ ...a, cell_type: "markdown" }, ...rest]));
  expect(result?.notebook.cells[0]).toMatchObject({ cell_type: "markdown", outputs: [] });
});

test("without ids, code in the same order is the same code; else the cells cannot be told", () => {
  const plain = edit((cells) => [withoutIds(note), ...cells.map(withoutIds)]);
  expect(counts(merged(plain)?.notebook)).toEqual([undefined, 1, 2, 3]);
  expect(merged({ ...plain, cells: plain.cells.slice(0, 3) })).toBeUndefined();
  const swapped = edit(([a, b, c]) => [b, a, c].map(withoutIds));
  expect(merged(swapped)).toBeUndefined();
});

test("two cells of one id cannot be told by it", () => {
  const twice = edit(([a, b]) => [a, { ...b, id: "cell-0" }]);
  expect(merged(twice)).toBeUndefined();
});

test("a parameter's value that was run is stored with the outputs that came of it", () => {
  const ran = {
    ...executed,
    cells: executed.cells.map((cell, k) => (k === 0 ? { ...cell, source: "a5" } : cell)),
  };
  const result = mergeOutputs(
    edit((cells) => [...cells, note]),
    before,
    ran,
  );
  expect(result?.notebook.cells[0]).toMatchObject({ source: "a5", execution_count: 1 });
});
