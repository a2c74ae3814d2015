import type { FileRun } from "../kernel/run-files";
import type { FailureKind } from "../kernel/run-result";
import { hasTag, joinText } from "../notebook/nbformat";

const kinds: Readonly<Record<FailureKind, readonly [zh: string, en: string]>> = {
  error: ["出错", "raised an error"],
  abort: ["被跳过", "was skipped"],
  timeout: ["超时", "timed out"],
  death: ["使内核结束", "ended the kernel"],
};

/** How a run ended, in one line, then what its cells wrote to standard error. */
export function reportRun(run: FileRun, note = ""): string {
  const { file, result } = run;
  if (result.failure) return reportFailure(run);
  const count = result.cells.length;
  const seconds = result.seconds.toFixed(1);
  const lines = [
    `✓ ${file.name}: ${count} 个代码单元格，${seconds} 秒 / ${count} code cell${count === 1 ? "" : "s"}, ${seconds} s${note}`,
  ];
  return [...lines, ...warnings(run)].join("\n");
}

function reportFailure(run: FileRun): string {
  const { file, result } = run;
  const { cellIndex, kind, message, stderr } = result.failure!;
  const { cells } = file.notebook;
  const isCode = (_: unknown, index: number): boolean => cells[index]?.cell_type === "code";
  const codeCells = cells.filter(isCode).length;
  const codeCell = cells.slice(0, cellIndex + 1).filter(isCode).length;
  const number = cellIndex + 1;
  const [zh, en] = kinds[kind];
  const source = joinText(cells[cellIndex]?.source ?? "").trimStart();
  const details = stderr.trim() === message.trim() ? "" : stderr;
  return [
    `✗ ${file.name}: 第 ${number} 个单元格（代码 ${codeCell}/${codeCells}）${zh} / cell ${number} (code ${codeCell}/${codeCells}) ${en}: ${cut(message, longestHeadline)}`,
    `    > ${cut(source.split("\n")[0], longestHeadline)}`,
    ...indented(details),
    ...warnings(run, cellIndex),
  ].join("\n");
}

/** What cells that neither failed nor were to raise an exception wrote to standard error. */
function warnings({ file: { notebook }, result }: FileRun, except?: number): string[] {
  const isExpected = (index: number): boolean => hasTag(notebook.cells[index], "raises-exception");
  return result.cells.flatMap(({ index, stderr = "" }) =>
    index === except || stderr === "" || isExpected(index)
      ? []
      : [`  第 ${index + 1} 个单元格 stderr / cell ${index + 1} stderr:`, ...indented(stderr)],
  );
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
