import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Notebook } from "../../src/notebook/nbformat";
import { shortOf } from "../support/short-of";
import { type Ended, notebookOf, onLinux, until, Workspace } from "./workspace";

const workspace = new Workspace();
vi.setConfig({ testTimeout: 180_000 }); // kernels start in seconds, on a loaded machine in many
afterAll(() => workspace.remove());

/** What several kinds of cells leave, of one run: a kernel takes two seconds to start. */
let ended: Ended;
let cells: Notebook["cells"];
beforeAll(async () => {
  const raises: [string, string] = ["throw new Error('as expected')", "raises-exception"];
  const late = "setTimeout(() => console.log('late'), 300); setInterval(() => {}, 10); 1";
  workspace.write(
    "passes.ipynb",
    notebookOf(
      "console.warn('careful')",
      raises,
      "console.log('still here')",
      "for (let i = 0; i < 20000; i++) console.log(i)",
      late,
    ),
  );
  ended = await workspace.klab(["run", "passes.ipynb", "--write"]);
  cells = (JSON.parse(workspace.read("passes.ipynb")) as Notebook).cells;
}, 180_000);

test("a cell that only warns passes, and its stderr is shown", () => {
  expect(ended.code, ended.stderr).toBe(0);
  expect(ended.stderr).toMatch(/cell 1 stderr:\n\s+careful/);
  expect(ended.stdout).toMatch("✓ passes.ipynb");
});

test("cells after one that raises its expected exception run, and their outputs are kept", () => {
  expect(JSON.stringify(cells[1].outputs)).toContain("Error: as expected");
  expect(JSON.stringify(cells[1].outputs)).not.toContain("node_modules");
  expect(cells[2].outputs).toEqual([
    { name: "stdout", output_type: "stream", text: ["still here\n"] },
  ]);
});

test("a cell may print more lines than tslab's own output socket takes at a time", () => {
  expect(cells[3].outputs).toMatchObject([{ text: { length: 20000, 19999: "19999\n" } }]);
});

test("what the last cell leaves to timers is waited for and stored with it; an interval is not", () => {
  expect(cells[4].outputs).toMatchObject([{ text: ["1\n", "late\n"] }]);
});

test("without --write the file stays as it is, byte for byte", async () => {
  const text = `${JSON.stringify(notebookOf("1 + 1"), null, 3)}\n\n`;
  workspace.write("read.ipynb", text);
  expect(await workspace.klab(["run", "read.ipynb"])).toMatchObject({ code: 0 });
  expect(workspace.read("read.ipynb")).toBe(text);
});

test("--write twice gives equal files, of the same mode, and leaves no other file", async () => {
  const timed = notebookOf("console.log('1'); ({ a: 1 })");
  Object.assign(timed.cells[0].metadata, { execution: { "iopub.execute_input": "2020" } });
  const file = workspace.write("twice.ipynb", timed);
  chmodSync(file, 0o640);
  await workspace.klab(["run", "twice.ipynb", "--write"]);
  const once = workspace.read("twice.ipynb");
  await workspace.klab(["run", "twice.ipynb", "--write"]);
  expect(workspace.read("twice.ipynb")).toBe(once);
  expect(once).toMatch(/^\{\n "cells": \[\n/);
  expect(once).toMatch(/\}\n$/);
  expect(once).not.toContain("iopub");
  expect(JSON.parse(once).cells[0]).toMatchObject({ execution_count: 1 });
  expect(statSync(file).mode & 0o777).toBe(0o640);
  expect(readdirSync(workspace.folder).filter((name) => name.includes("tmp"))).toEqual([]);
});

test("several notebooks run at a time; one that fails does not stop the others", async () => {
  const names = ["甲.ipynb", "乙.ipynb", "丙.ipynb"];
  for (const name of names) workspace.write(name, notebookOf(`console.log("${name}")`));
  workspace.write("fails.ipynb", notebookOf("throw new Error('alone')"));
  const ended = await workspace.klab(["run", "fails.ipynb", ...names, "--write"]);
  expect(ended.code, ended.stderr).toBe(1);
  for (const name of names) {
    expect(ended.stdout).toContain(`✓ ${name}`);
    expect(workspace.read(name)).toContain(`"${name}\\n"`);
  }
  expect(ended.stderr).toContain("✗ fails.ipynb");
  if (onLinux) expect(workspace.processes()).toEqual([]);
});

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

test.each(shortOf(signals, ["SIGINT"], "a signal ends the command"))(
  "%s ends the command and its kernels",
  async (signal) => {
    if (!onLinux) return console.log("not tested here: needs Linux's process table");
    workspace.write(
      "waits.ipynb",
      notebookOf('require("node:fs").writeFileSync("began", "")', "while (true) {}"),
    );
    const began = join(workspace.folder, "began");
    const temporary = join(workspace.folder, "temporary");
    mkdirSync(temporary, { recursive: true });
    const ended = await workspace.klab(
      ["run", "waits.ipynb"],
      { TMPDIR: temporary },
      async (pid) => {
        await until(() => existsSync(began), 60_000);
        expect(readdirSync(temporary)).toHaveLength(1); // the connection file's folder
        await new Promise((resume) => setTimeout(resume, 300)); // into the endless cell
        process.kill(pid, signal);
      },
    );
    expect(ended.signal).toBe(signal);
    await until(() => workspace.processes().length === 0, 2_000);
    expect(readdirSync(temporary)).toEqual([]);
    rmSync(began);
  },
);
