import type { FileRun } from "../kernel/run-files";
import { isRun } from "../kernel/run-notebook";
import type { CellRun, RunFailure } from "../kernel/run-result";
import { joinText } from "../notebook/nbformat";
import { stripAnsi } from "../notebook/terminal-text";
import { exerciseVerdicts } from "./exercise-verdicts";
import { stdoutOf } from "./run-report";

/** A notebook's run, or why there was none or its outputs could not be stored. */
export interface JUnitSuite {
  readonly run?: FileRun;
  readonly name: string;
  readonly problem?: string;
}

/**
 * The runs as JUnit's XML, which CI systems read: a suite for each notebook, a case for each cell that is code and for
 * each exercise that has a check.
 */
export function junitReport(suites: readonly JUnitSuite[]): string {
  const parts = suites.map(suiteOf);
  const total = counts(parts.flatMap(({ cases }) => cases));
  const seconds = suites.reduce((sum, { run }) => sum + (run?.result.seconds ?? 0), 0);
  const lines = parts.flatMap(({ text }) => text);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="klab run" ${attributes({ ...total, time: seconds.toFixed(3) })}>`,
    ...lines,
    "</testsuites>\n",
  ].join("\n");
}

interface Case {
  readonly kind: "passed" | "failure" | "error" | "skipped";
  readonly text: string;
}

interface Suite {
  readonly cases: readonly Case[];
  readonly text: readonly string[];
}

function suiteOf({ name, run, problem }: JUnitSuite): Suite {
  const cases = [
    ...(run ? [...cellCases(run), ...exerciseCases(run)] : []),
    ...(problem === undefined ? [] : [problemCase(name, problem)]),
  ];
  const time = (run?.result.seconds ?? 0).toFixed(3);
  const text = [
    `  <testsuite ${attributes({ name, ...counts(cases), time })}>`,
    ...cases.map((entry) => entry.text),
    "  </testsuite>",
  ];
  return { cases, text };
}

function cellCases({ file, result }: FileRun): Case[] {
  const runs = new Map(result.cells.map((cell) => [cell.index, cell]));
  return file.notebook.cells.flatMap((cell, index): Case[] => {
    if (cell.cell_type !== "code") return [];
    const ran = runs.get(index);
    const name = `${index + 1}: ${firstLine(joinText(cell.source))}`;
    const head = { name, classname: file.name, time: (ran?.seconds ?? 0).toFixed(3) };
    if (!ran) {
      // Blank cells are nobody's case; a cell after a failure, or one that is not to run, is skipped.
      if (!isRun(cell) && joinText(cell.source).trim() === "") return [];
      return [caseOf("skipped", head, ["      <skipped/>"])];
    }
    const failure = ran.isAllowed ? undefined : ran.failure;
    const verdict = failure ? [failureElement(failure)] : [];
    const written = streams(stdoutOf(result.notebook.cells[index]), ran);
    return [caseOf(failure ? "failure" : "passed", head, [...verdict, ...written])];
  });
}

function exerciseCases(run: FileRun): Case[] {
  return exerciseVerdicts(run).map(({ title, result, message }) => {
    const head = { name: `练习 / exercise: ${title}`, classname: run.file.name, time: "0.000" };
    if (result === "passed") return caseOf("passed", head, []);
    if (result === "not reached") return caseOf("skipped", head, ["      <skipped/>"]);
    const text = attributes({ type: "check", message: short(message) });
    return caseOf("failure", head, [`      <failure ${text}/>`]);
  });
}

function problemCase(name: string, problem: string): Case {
  const head = { name: "klab run", classname: name, time: "0.000" };
  return caseOf("error", head, [`      <error ${attributes({ message: problem })}/>`]);
}

function caseOf(
  kind: Case["kind"],
  head: Readonly<Record<string, string>>,
  inner: readonly string[],
): Case {
  const start = `    <testcase ${attributes(head)}`;
  const text =
    inner.length === 0 ? `${start}/>` : [`${start}>`, ...inner, "    </testcase>"].join("\n");
  return { kind, text };
}

function failureElement({ kind, message, stderr }: RunFailure): string {
  return `      <failure ${attributes({ type: kind, message: short(message) })}>${escaped(short(stderr))}</failure>`;
}

function streams(stdout: string, { stderr = "" }: CellRun): string[] {
  const element = (tag: string, text: string): string[] =>
    text === "" ? [] : [`      <${tag}>${escaped(short(text))}</${tag}>`];
  return [...element("system-out", stdout), ...element("system-err", stderr)];
}

function counts(cases: readonly Case[]): Readonly<Record<string, string>> {
  const of = (kind: Case["kind"]): string =>
    String(cases.filter((entry) => entry.kind === kind).length);
  return {
    tests: String(cases.length),
    failures: of("failure"),
    errors: of("error"),
    skipped: of("skipped"),
  };
}

const firstLine = (source: string): string => source.trimStart().split("\n")[0].slice(0, 120);

/** CI systems show the whole; what they take is not much. */
const longest = 20_000;
const short = (text: string): string =>
  text.length <= longest
    ? text
    : `${text.slice(0, longest / 2)}\n…（共 ${text.length} 字 / ${text.length} characters）…\n${text.slice(-longest / 2)}`;

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(
      ([name, value]) =>
        `${name}="${escaped(value).replace(/[\n\t\r]/g, (c) => `&#${c.charCodeAt(0)};`)}"`,
    )
    .join(" ");
}

/** Text for XML 1.0, which has no way to write most control characters and no unpaired surrogates. */
function escaped(text: string): string {
  return stripAnsi(text)
    .replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
