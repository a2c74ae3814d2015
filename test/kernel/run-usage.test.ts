import { spawnSync } from "node:child_process";
import { chmodSync, closeSync, mkdirSync, openSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { notebookOf, onLinux, Workspace } from "./workspace";

const workspace = new Workspace();
afterAll(() => workspace.remove());

const good = notebookOf("1");
const withKernel = (kernelspec: object): string =>
  JSON.stringify({ ...good, metadata: { kernelspec } });

workspace.write("good.ipynb", good);
workspace.write("text.ipynb", "no JSON at all");
workspace.write("cut.ipynb", JSON.stringify(good).slice(0, 100));
workspace.write("no-cells.ipynb", '{"nbformat":4}');
workspace.write("old.ipynb", '{"nbformat":3,"cells":[]}');
workspace.write("older.ipynb", '{"nbformat":3,"worksheets":[{"cells":[]}]}');
for (const [index, output] of [
  null,
  { output_type: "stream" },
  { output_type: "display_data" },
].entries()) {
  const cells = [{ ...good.cells[0], outputs: [output] }];
  workspace.write(`output-${index}.ipynb`, JSON.stringify({ ...good, cells }));
}
workspace.write("escape.ipynb", "\x1b[2J\n[");
workspace.write("python.ipynb", withKernel({ name: "python3", language: "python" }));
workspace.write("deno.ipynb", withKernel({ name: "deno", language: "typescript" }));
workspace.write("mixed.ipynb", withKernel({ name: "tslab", language: "python" }));
workspace.write("list.ipynb", JSON.stringify({ ...good, metadata: [] }));
mkdirSync(join(workspace.folder, "folder.ipynb"));
chmodSync(workspace.write("read-only.ipynb", good), 0o444);

test.each([
  ["missing.ipynb", "no such file"],
  ["text.ipynb", "not JSON"],
  ["cut.ipynb", "not JSON"],
  ["no-cells.ipynb", "cells or nbformat missing"],
  ["old.ipynb", "nbformat 4"],
  ["older.ipynb", "the file is 3"],
  ["output-0.ipynb", "cells[0]: outputs[0]"],
  ["output-1.ipynb", "cells[0]: outputs[0]"],
  ["output-2.ipynb", "cells[0]: outputs[0]"],
  ["escape.ipynb", "not JSON"],
  ["", "an empty file name"],
  ["python.ipynb", "python3"],
  ["deno.ipynb", "deno"],
  ["mixed.ipynb", "python"],
  ["list.ipynb", "metadata"],
  ["folder.ipynb", "a folder"],
  ["read-only.ipynb", "not writable"],
])(
  "%s cannot be used: one line, exit 2, and the good notebook beside it is not run",
  async (name, reason) => {
    const before = workspace.read("good.ipynb");
    const files = readdirSync(workspace.folder);
    const ended = await workspace.klab(["run", "good.ipynb", name, "--write"]);
    expect(ended).toMatchObject({ code: 2, stdout: "" });
    expect(ended.stderr.trim().split("\n")).toHaveLength(1);
    expect(ended.stderr).toContain(name);
    expect(ended.stderr).toContain(reason);
    expect(ended.stderr).not.toContain("\x1b");
    expect(workspace.read("good.ipynb")).toBe(before);
    expect(readdirSync(workspace.folder)).toEqual(files);
  },
);

test.each([
  [["run"]],
  [["run", "good.ipynb", "--timeout", "soon"]],
  [["run", "good.ipynb", "--timeout", "0"]],
  [["run", "good.ipynb", "--timeout", "1e9"]],
  [["run", "good.ipynb", "--colour"]],
  [["toast", "good.ipynb"]],
  [["install", "--user", "--prefix", "here"]],
])("klab %j is a usage error: one line, exit 2", async (args) => {
  const ended = await workspace.klab(args);
  expect(ended).toMatchObject({ code: 2, stdout: "" });
  expect(ended.stderr.trim().split("\n")).toHaveLength(1);
});

test("an unknown option is named, and how a file of such a name is given", async () => {
  const ended = await workspace.klab(["handout", "good.ipynb", "--pfd"]);
  expect(ended.stderr).toMatch(/Unknown option '--pfd'；.*goes after --\n$/);
});

test("every unusable file has its line", async () => {
  const ended = await workspace.klab(["run", "text.ipynb", "missing.ipynb", "python.ipynb"]);
  expect(ended.stderr.trim().split("\n")).toHaveLength(3);
});

test("--help names every command and --version the version; both exit 0", async () => {
  const help = await workspace.klab(["--help"]);
  expect(help).toMatchObject({ code: 0, stderr: "" });
  for (const name of ["run", "handout", "lab", "install"]) {
    expect(help.stdout).toContain(`klab ${name}`);
  }
  const version = await workspace.klab(["--version"]);
  expect(version).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  expect((await workspace.klab(["run", "--help"])).stdout).toContain("--timeout");
});

test("where its output cannot be written it says so in one line, exit 2", ({ skip }) => {
  if (!onLinux) skip("needs /dev/full, which only Linux has");
  const full = openSync("/dev/full", "w");
  const args = [resolve("src/command/klab.cjs"), "--help"];
  const ended = spawnSync(process.execPath, args, {
    stdio: ["ignore", full, "pipe"],
    encoding: "utf8",
  });
  closeSync(full);
  expect(ended.status).toBe(2);
  expect(ended.stderr).toMatch(/^klab: .*ENOSPC.*\n$/);
});
