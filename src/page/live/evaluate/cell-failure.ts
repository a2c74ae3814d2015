import { inspect } from "node-inspect-extracted";
import type { LiveFailure } from "../live-messages";
import { CellError } from "./cell-error";
import { scopeName } from "./cell-names";

/** The name under which engines report places in a cell's code. */
export const codeFile = (cell: string): string => `klab-cell-${cell.replace(/[^\w-]/g, "_")}.ts`;

const escaped = scopeName.replace(/\$/g, "\\$");
const called = new RegExp(`\\(0\\s*,\\s*${escaped}\\.([\\w$]+)\\)`, "g");
const member = new RegExp(`${escaped}\\.`, "g");

/** Text in which code of a cell stands, as its author wrote it. */
export const asWritten = (text: string): string =>
  text.includes(scopeName) ? text.replace(called, "$1").replace(member, "") : text;

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
  const message = asWritten(String(thrown.message));
  const line = place ? { line: Number(place[1]) } : {};
  return { name: String(thrown.name), message, ...line };
}
