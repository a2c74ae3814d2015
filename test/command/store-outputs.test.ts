import { spawnSync } from "node:child_process";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { storeOutputs } from "../../src/command/store-outputs";
import type { Notebook } from "../../src/notebook/nbformat";
import { readNotebookFiles } from "../../src/notebook/notebook-file";

const folder = mkdtempSync(join(tmpdir(), "klab 存 "));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const notebookWith = (outputs: Notebook["cells"][number]["outputs"]): Notebook => ({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { kernelspec: { name: "tslab", display_name: "TypeScript", language: "typescript" } },
  cells: [
    { id: "a", cell_type: "code", source: "1", metadata: {}, execution_count: null, outputs },
  ],
});
const outputs = [{ output_type: "stream", name: "stdout", text: "1\n" }] as const;

/** What has become of a notebook while it ran, besides being edited. */
const changes: Readonly<Record<string, (path: string) => void>> = {
  folder: (path) => {
    rmSync(path);
    mkdirSync(path);
  },
  pipe: (path) => {
    rmSync(path);
    spawnSync("mkfifo", [path]);
  },
  circle: (path) => {
    rmSync(path);
    symlinkSync(path, path);
  },
  sealed: (path) => chmodSync(path, 0o444),
};

test.for(Object.entries(changes))(
  "a notebook that has become a %s while it ran is left so, and its outputs lie beside it",
  async ([name, change], { skip }) => {
    if (process.platform === "win32" && (name === "pipe" || name === "circle")) {
      skip("Windows has no named pipes, and makes links only for administrators");
    }
    const path = join(folder, `${name}.ipynb`);
    writeFileSync(path, JSON.stringify(notebookWith([])));
    const [file] = readNotebookFiles([path]);
    change(path);
    const before = lstatSync(path);
    const result = { notebook: notebookWith([...outputs]) };
    const stored = await storeOutputs(file, result as never, () => undefined as never);
    const beside = join(folder, `${name}.outputs.ipynb`);
    expect(stored).toMatchObject({ note: "", problem: expect.stringContaining(beside) });
    expect(readFileSync(beside, "utf8")).toContain('"1\\n"');
    expect(lstatSync(path)).toMatchObject({ mode: before.mode, ino: before.ino });
  },
);
