import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import type { Cell, Notebook } from "../../src/notebook/nbformat";
import { notebookOf, until, Workspace } from "./workspace";

const workspace = new Workspace();
vi.setConfig({ testTimeout: 180_000 }); // kernels start in seconds, on a loaded machine in many
afterAll(() => workspace.remove());

/** A notebook that tells when it runs, and waits for `go`. */
const waiting = (name: string): Notebook =>
  notebookOf(
    `import { existsSync, writeFileSync } from "node:fs";
writeFileSync("began-${name}", "");
while (!existsSync("go")) await new Promise((done) => setTimeout(done, 30));
console.log("ran")`,
    "console.log('second')",
  );

const path = (name: string): string => join(workspace.folder, name);
const note: Cell = { id: "note", cell_type: "markdown", source: "a note", metadata: {} };

test("what was saved while it ran is not lost: outputs are merged, or stored beside", async () => {
  const names = ["note", "edited", "deleted", "broken", "foreign"];
  for (const name of names) workspace.write(`${name}.ipynb`, waiting(name));
  workspace.write("deleted.outputs.ipynb", "somebody's");
  const files = names.map((name) => `${name}.ipynb`);
  const ended = await workspace.klab(["run", ...files, "--write", "--jobs", "5"], {}, async () => {
    await until(() => names.every((name) => existsSync(path(`began-${name}`))), 90_000);
    const { cells, ...rest } = waiting("note");
    workspace.write("note.ipynb", { ...rest, cells: [note, ...cells] });
    const [first, second] = waiting("edited").cells;
    workspace.write("edited.ipynb", { ...rest, cells: [first, { ...second, source: "2 + 2" }] });
    rmSync(path("deleted.ipynb"));
    workspace.write("broken.ipynb", '{"half": ');
    workspace.write("foreign.ipynb", {
      ...rest,
      cells: waiting("x")
        .cells.map(({ id: _, ...cell }) => cell)
        .reverse(),
    });
    workspace.write("go", "");
  });
  expect(ended.code, ended.stderr).toBe(2);
  const read = (name: string): Notebook => JSON.parse(workspace.read(name));
  const noted = read("note.ipynb");
  expect(noted.cells.map(({ id }) => id)).toEqual(["note", "cell-0", "cell-1"]);
  expect(JSON.stringify(noted.cells[1].outputs)).toContain("ran");
  const edited = read("edited.ipynb");
  expect(JSON.stringify(edited.cells[0].outputs)).toContain("ran");
  expect(edited.cells[1]).toMatchObject({ source: "2 + 2", outputs: [] });
  expect(ended.stderr).toMatch(/edited\.ipynb: .*their outputs are not stored: 2/);
  expect(existsSync(path("deleted.ipynb"))).toBe(false);
  expect(workspace.read("broken.ipynb")).toBe('{"half": ');
  expect(workspace.read("deleted.outputs.ipynb")).toBe("somebody's");
  for (const beside of ["deleted.outputs-2", "broken.outputs", "foreign.outputs"]) {
    expect(ended.stderr).toContain(`${beside}.ipynb`);
    expect(JSON.stringify(read(`${beside}.ipynb`).cells[0].outputs)).toContain("ran");
  }
  expect(readdirSync(workspace.folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

test("two runs of one notebook at a time leave it whole, with the outputs of a run", async () => {
  for (const name of ["go", "began-twice"]) rmSync(path(name), { force: true });
  workspace.write("twice.ipynb", waiting("twice"));
  const ended = await Promise.all([
    workspace.klab(["run", "twice.ipynb", "--write"]),
    workspace.klab(["run", "twice.ipynb", "--write"], {}, async () => {
      await until(() => existsSync(path("began-twice")), 90_000);
      writeFileSync(path("go"), "");
    }),
  ]);
  expect(
    ended.map(({ code }) => code),
    ended[1].stderr,
  ).toEqual([0, 0]);
  const { cells } = JSON.parse(workspace.read("twice.ipynb")) as Notebook;
  expect(cells.map(({ outputs }) => JSON.stringify(outputs))).toEqual([
    expect.stringContaining("ran"),
    expect.stringContaining("second"),
  ]);
});
