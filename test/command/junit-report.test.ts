import { expect, test } from "vitest";
import { junitReport } from "../../src/command/junit-report";
import type { FileRun } from "../../src/kernel/run-files";
import { type CellText, notebookOf } from "../kernel/workspace";

type Runs = FileRun["result"]["cells"];

function runOf(name: string, sources: readonly CellText[], cells: Runs): FileRun {
  const notebook = notebookOf(...sources);
  const file = { name, path: `/${name}`, folder: "/", text: "", notebook };
  const failures = cells.flatMap(({ failure }) => (failure ? [failure] : []));
  const failed = failures.length > 0 ? { failure: failures[0], failures } : {};
  return { file, result: { notebook, ok: failures.length === 0, ...failed, cells, seconds: 2 } };
}

const failure = (message: string, stderr = ""): NonNullable<Runs[number]["failure"]> => ({
  cellIndex: 0,
  kind: "error",
  message,
  stderr,
});

test("a suite for each notebook, a case for each cell of code; blank ones are none", () => {
  const run = runOf(
    "课.ipynb",
    ["1", "  ", "throw 1", "3", ["4", "skip-execution"]],
    [
      { index: 0, seconds: 0.25 },
      { index: 2, seconds: 1, failure: failure("Error: a<b") },
    ],
  );
  const xml = junitReport([{ name: "课.ipynb", run }]);
  expect(xml).toContain(
    '<testsuite name="课.ipynb" tests="4" failures="1" errors="0" skipped="2" time="2.000">',
  );
  expect(xml).toContain('<testcase name="1: 1" classname="课.ipynb" time="0.250"/>');
  expect(xml).toContain('<failure type="error" message="Error: a&#60;b">');
  expect(xml.match(/<skipped\/>/g)).toHaveLength(2);
});

test("an allowed error is no failure", () => {
  const run = runOf(
    "a.ipynb",
    ["1"],
    [{ index: 0, seconds: 1, failure: failure("Error"), isAllowed: true }],
  );
  expect(junitReport([{ name: "a.ipynb", run }])).toContain('failures="0"');
});

test("a notebook that was not run, or whose outputs could not be stored, is an error", () => {
  const xml = junitReport([{ name: "a.ipynb", problem: "the disk is full" }]);
  expect(xml).toContain('<error message="the disk is full"/>');
  expect(xml).toContain('tests="1" failures="0" errors="1"');
});

test.each([
  ["escape sequences and controls", "\x1b[31mred\x1b[0m \0\x01\x08\x0b\x0c\x1f\x7f\x9b31m end"],
  ["half a character", "\ud800 and \udc00 end"],
  ["what XML has no place for", "\ufffe\uffff end"],
  ["what would end the element", "]]> </failure><x a=\"'&amp; end"],
])("%s leave the XML well-formed", (_, text) => {
  const run = runOf(
    `n"<&${text}.ipynb`,
    [`// ${text}\n1`],
    [{ index: 0, seconds: 1, stderr: text, failure: failure(text, text) }],
  );
  const xml = junitReport([{ name: `n"<&${text}`, run, problem: text }]);
  expect(xml).toMatch(/ end/);
  // XML 1.0, productions 2 (Char), 14 (CharData) and 10 (AttValue), for the elements of this report.
  expect(xml).toMatch(/^[\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u);
  const name = "[a-z-]+";
  const attributes = `(?: ${name}="[^"<]*")*`;
  const rest = xml
    .replace(/^<\?xml [^>]*\?>/, "")
    .replaceAll(new RegExp(`<(?:${name}${attributes}/?|/${name})>`, "g"), "");
  expect(rest).not.toMatch(/[<>]/);
  expect(rest.replace(/&#\d+;/g, "")).not.toContain("&");
});

test("a flood is cut to what a CI system takes", () => {
  const run = runOf("a.ipynb", ["1"], [{ index: 0, seconds: 1, stderr: "x".repeat(1e6) }]);
  const xml = junitReport([{ name: "a.ipynb", run }]);
  expect(xml.length).toBeLessThan(30_000);
  expect(xml).toContain("1000000 characters");
});
