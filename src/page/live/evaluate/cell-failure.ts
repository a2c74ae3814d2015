import { inspect } from "node-inspect-extracted";
import type { LiveFailure } from "../live-messages";
import { CellError } from "./cell-error";
import { scopeName } from "./cell-names";

/** The name under which engines report places in a cell's code. */
export const codeFile = (cell: string): string => `klab-cell-${cell.replace(/[^\w-]/g, "_")}.ts`;

const escaped = scopeName.replace(/\$/g, "\\$");
const called = new RegExp(`\\(0\\s*,\\s*${escaped}\\.([\\w$]+)\\)`, "g");
const member = new RegExp(`${escaped}\\.`, "g");

const frame = /\n\s+at [^\n]*/g;
const ownFrame = /klab-cell-([\w-]+)\.ts:(\d+)/;

/** Where an error that is printed comes from: of the calls that led there those of cells, by their lines. */
const placesIn = (text: string): string =>
  ownFrame.test(text)
    ? text.replace(frame, (line) => {
        const [, cell, number] = ownFrame.exec(line) ?? [];
        return cell === undefined
          ? ""
          : `\n    第${cell}格第${number}行 / cell ${cell}, line ${number}`;
      })
    : text;

/** Text in which code of a cell stands, as its author wrote it. */
export const asWritten = (text: string): string =>
  placesIn(text.includes(scopeName) ? text.replace(called, "$1").replace(member, "") : text);

/** What kernels have, or pages, and cells of a handout do not. */
const elsewhere =
  /^(?:require|process|Buffer|module|exports|global|__dirname|__filename|document|window|fetch|XMLHttpRequest|WebSocket|localStorage|alert|prompt) is not defined$/;

const explained = (message: string): string =>
  elsewhere.test(message)
    ? `${message}：讲义里的代码格没有它，要用的话在内核里运行 / cells of a handout do not have it: run this in a kernel`
    : message;

/** What was thrown that is no error, as a kernel prints it. */
const textOf = (thrown: unknown): string =>
  typeof thrown === "string" ? thrown : asWritten(inspect(thrown));

/** What was thrown where no cell waits for it, with the cell and line that it comes from. */
export function strayText(thrown: unknown): string {
  if (!(thrown instanceof Error)) return textOf(thrown);
  const { name, message, stack = "" } = thrown;
  const [, cell, line] = /klab-cell-([\w-]+)\.ts:(\d+)/.exec(stack) ?? [];
  const place =
    cell === undefined ? "" : `\n    第${cell}格第${line}行 / cell ${cell}, line ${line}`;
  return `${name}: ${asWritten(String(message))}${place}`;
}

/** What was thrown, with the line of the cell that it was thrown from or that called what threw it. */
export function cellFailure(thrown: unknown, cell: string): LiveFailure {
  if (thrown instanceof CellError) {
    return { name: thrown.name, message: thrown.message, line: thrown.line };
  }
  if (!(thrown instanceof Error)) return { name: "", message: textOf(thrown) };
  const { stack = "" } = thrown;
  const place = new RegExp(`${codeFile(cell)}:(\\d+)`).exec(stack);
  const message = explained(asWritten(String(thrown.message)));
  const line = place ? { line: Number(place[1]) } : {};
  return { name: String(thrown.name), message, ...line };
}
