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
