import { expect, test } from "vitest";
import { reportRun } from "../../src/command/run-report";
import type { FileRun } from "../../src/kernel/run-files";
import { notebookOf } from "../kernel/workspace";

function runOf(stderr: string, message?: string, source = "1"): FileRun {
  const notebook = notebookOf(source);
  const file = { name: "a.ipynb", path: "/a.ipynb", folder: "/", text: "", notebook };
  const cells = [{ index: 0, seconds: 1, stderr }];
  if (message === undefined) return { file, result: { notebook, ok: true, cells, seconds: 1 } };
  const failure = { cellIndex: 0, kind: "error", message, stderr } as const;
  return { file, result: { notebook, ok: false, failure, cells, seconds: 1 } };
}

test("a long stderr is shown by its beginning and its end, and how much is left out", () => {
  const lines = Array.from({ length: 1000 }, (_, i) => `line ${i}`);
  const report = reportRun(runOf(lines.join("\n")));
  for (const shown of ["line 0", "line 49", "line 950", "line 999", "900 lines left out"]) {
    expect(report).toMatch(new RegExp(`${shown}\\D*$`, "m"));
  }
  expect(report).not.toContain("line 50\n");
  expect(report.split("\n").length).toBeLessThan(110);
});

test("a hundred lines are shown whole", () => {
  const lines = Array.from({ length: 100 }, (_, i) => `line ${i}.`);
  const report = reportRun(runOf(lines.join("\n")));
  for (const line of lines) expect(report).toContain(line);
});

test("a failure is named in one short line, however long its message and its cell are", () => {
  const long = `Error: ${"x".repeat(100_000)}`;
  const [first, second] = reportRun(runOf(long, long, `"${"y".repeat(100_000)}"`)).split("\n");
  expect(first).toContain("cell 1 (code 1/1) raised an error: Error: xxx");
  expect(first).toContain("100007");
  expect(first.length).toBeLessThan(600);
  expect(second.length).toBeLessThan(600);
});

test("nothing that a cell, a file name or a message holds moves the terminal's cursor", () => {
  const evil = "\x1b[2J\x1b]0;t\x07a\x9b1mb\0\x08\r\u202ec\x7f";
  const run = runOf(evil, `Error: ${evil}`, `// ${evil}\n1`);
  const report = reportRun({ ...run, file: { ...run.file, name: `${evil}.ipynb` } });
  expect(report).not.toMatch(/[^\P{Cc}\n]|[\u202e\u2066]/u);
  expect(report).toContain("<U+202E>c");
  expect(report).toContain("␀");
});

test("the failing cell's stdout is shown, shortened as its stderr", () => {
  const run = runOf("Error: no\n    at evalmachine.<anonymous>:1:1", "Error: no");
  const text = Array.from({ length: 1000 }, (_, i) => `row ${i}\n`);
  const outputs = [{ output_type: "stream", name: "stdout", text }] as const;
  const cells = run.result.notebook.cells.map((cell) => ({ ...cell, outputs }));
  const report = reportRun({
    ...run,
    result: { ...run.result, notebook: { ...run.result.notebook, cells } },
  });
  expect(report).toMatch(/\n {2}stdout:\n {4}row 0\n/);
  expect(report).toMatch(/row 999\n {2}stderr:\n {4}Error: no\n/);
  expect(report).toContain("900 lines left out");
});

test("every failure of a run that went on is told, and that what there is was stored", () => {
  const run = runOf("", "Error: one");
  const failures = ["one", "two"].map((word) => ({ ...run.result.failure!, message: word }));
  const report = reportRun({ ...run, result: { ...run.result, failures } }, "，已写入 / written");
  expect(report.match(/^✗ a\.ipynb/gm)).toHaveLength(2);
  expect(report).toMatch(/a\.ipynb，已写入 \/ written/);
});

test("what is still open is named in both languages, of each kind how many and a few by name", () => {
  const run = runOf("");
  const open = [
    { kind: "child", count: 2, names: ["sleep 1", "sleep \x1b[2J2"] },
    { kind: "timer", count: 1, names: [] },
    { kind: "unheard-of", count: 3, names: [] },
  ];
  const report = reportRun({ ...run, result: { ...run.result, open } });
  expect(report).toContain("2 个子进程 (sleep 1; sleep 2)，1 个定时器，3 个unheard-of");
  expect(report).toContain("child processes: 2 (sleep 1; sleep 2), timers: 1, unheard-of: 3");
});
