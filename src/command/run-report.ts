import type { FileRun } from "../kernel/run-files";
import type { FailureKind, RunFailure } from "../kernel/run-result";
import { type Cell, hasTag, joinText, type Notebook } from "../notebook/nbformat";
import { printable } from "../notebook/terminal-text";
import { openHandlesText } from "./open-handles-text";

const kinds: Readonly<Record<FailureKind, readonly [zh: string, en: string]>> = {
  error: ["出错", "raised an error"],
  abort: ["被跳过", "was skipped"],
  timeout: ["超时", "timed out"],
  death: ["使内核结束", "ended the kernel"],
  metric: ["训练的指标不对", "missed a metric"],
};

/** How a run ended, in one line, then what its cells wrote to standard error. Nothing in it moves a cursor. */
export function reportRun(run: FileRun, note = ""): string {
  const { file, result } = run;
  const failures = failuresOf(run);
  if (failures.length > 0) {
    const parts = failures.map((failure) => reportFailure(run, failure));
    const except = failures.map(({ cellIndex }) => cellIndex);
    const stored = note === "" ? [] : [`  ${file.name}${note}`];
    return printable([...parts.flat(), ...stored, ...warnings(run, except)].join("\n"));
  }
  const count = result.cells.length;
  const seconds = result.seconds.toFixed(1);
  const allowed = result.cells.filter(({ isAllowed }) => isAllowed).length;
  const bands = result.cells.flatMap(({ metrics = [] }) => metrics).length;
  const within = bands
    ? `，${bands} 项指标在范围内 / ${bands} metric${bands === 1 ? " within its band" : "s within their bands"}`
    : "";
  const errors = allowed ? `，${allowed} 个出错（允许）/ ${allowed} with errors (allowed)` : "";
  const lines = [
    `✓ ${file.name}: ${count} 个代码单元格，${seconds} 秒 / ${count} code cell${count === 1 ? "" : "s"}, ${seconds} s${errors}${within}${note}`,
  ];
  return printable([...lines, ...warnings(run, [])].join("\n"));
}

function failuresOf({ result }: FileRun): readonly RunFailure[] {
  return result.failures ?? (result.failure ? [result.failure] : []);
}

/** Where a cell stands: its number among all cells and among the code cells, from 1. */
export function cellPlace({ cells }: Notebook, cellIndex: number): string {
  const isCode = (cell: Cell): boolean => cell.cell_type === "code";
  const codeCells = cells.filter(isCode).length;
  const codeCell = cells.slice(0, cellIndex + 1).filter(isCode).length;
  const number = cellIndex + 1;
  return `第 ${number} 个单元格（代码 ${codeCell}/${codeCells}）@ / cell ${number} (code ${codeCell}/${codeCells}) @`;
}

function reportFailure({ file, result }: FileRun, failure: RunFailure): string[] {
  const { cellIndex, kind, message, stderr } = failure;
  const [zh, en] = kinds[kind];
  const place = cellPlace(file.notebook, cellIndex).replace("@", zh).replace("@", en);
  const source = joinText(file.notebook.cells[cellIndex]?.source ?? "").trimStart();
  const details = stderr.trim() === message.trim() ? "" : stderr;
  const stdout = stdoutOf(result.notebook.cells[cellIndex]);
  return [
    `✗ ${file.name}: ${place}: ${cut(message, longestHeadline)}`,
    `    > ${cut(source.split("\n")[0], longestHeadline)}`,
    ...(stdout.trim() === "" ? [] : ["  stdout:", ...indented(stdout.trimEnd())]),
    ...(stdout.trim() === "" || details.trim() === "" ? [] : ["  stderr:"]),
    ...indented(details),
  ];
}

/** What a cell printed, as it is stored. */
export function stdoutOf(cell: Cell | undefined): string {
  const texts = (cell?.outputs ?? []).map((output) =>
    output.output_type === "stream" && output.name === "stdout" ? joinText(output.text) : "",
  );
  return texts.join("");
}

/** What cells that neither failed nor were to raise an exception wrote to standard error, and what they left open. */
function warnings({ file: { notebook }, result }: FileRun, except: readonly number[]): string[] {
  const isExpected = (index: number): boolean => hasTag(notebook.cells[index], "raises-exception");
  const written = result.cells.flatMap(({ index, stderr = "" }) =>
    except.includes(index) || stderr === "" || isExpected(index)
      ? []
      : [`  第 ${index + 1} 个单元格 stderr / cell ${index + 1} stderr:`, ...indented(stderr)],
  );
  return result.open ? [...written, `  ${openHandlesText(result.open)}`] : written;
}

function indented(text: string): string[] {
  if (text.trim() === "") return [];
  return shortened(text.split("\n")).map((line) => `    ${cut(line, longestLine)}`.trimEnd());
}

// A cell may print without end; what a reader of a terminal can use is the beginning, the end and how much there is.
const longestHeadline = 400;
const longestLine = 2_000;
const endsShown = 50;

function cut(line: string, length: number): string {
  return line.length <= length
    ? line
    : `${line.slice(0, length)}…（共 ${line.length} 字 / characters）`;
}

function shortened(lines: readonly string[]): readonly string[] {
  const hidden = lines.length - 2 * endsShown;
  if (hidden <= 1) return lines;
  const note = `…（略去 ${hidden} 行 / ${hidden} lines left out）`;
  return [...lines.slice(0, endsShown), note, ...lines.slice(-endsShown)];
}
