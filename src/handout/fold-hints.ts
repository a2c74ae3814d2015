import { linesOutsideCode } from "../notebook/exercises";
import { joinText } from "../notebook/nbformat";
import { mapCells, type Transform } from "./transform";

const quotedHint = /^ {0,3}>\s?\*\*(提示[^*\n]{0,80})\*\*[：:]?\s*/;
const fencedHint = /^(:{3,})\s*hint(?:\s+(\S.*))?$/;

const opening = (title: string): string[] => [
  `<details class="callout hint"><summary class="callout-title">${title}</summary>`,
  "",
];
const closing = ["", "</details>"];

/** Folds what a student is to open only when stuck: quotations that begin with 提示 in bold, and `::: hint`. */
export const foldHints: Transform = mapCells((cell) => {
  if (cell.cell_type !== "markdown") return cell;
  const source = joinText(cell.source);
  const folded = foldHintsOf(source);
  return folded === source ? cell : { ...cell, source: folded };
});

/** Markdown with its hints as `<details>`, which Jupyter folds as a page does. */
export function foldHintsOf(source: string): string {
  const lines = source.split("\n");
  const outside = linesOutsideCode(source);
  const result: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const hint = quotation(lines, outside, at) ?? fence(lines, outside, at);
    if (hint) {
      result.push(...opening(hint.title), ...hint.body, ...closing);
      at = hint.end;
      if (lines[at]?.trim()) result.push("");
    } else result.push(lines[at++]);
  }
  return result.join("\n");
}

interface Hint {
  readonly title: string;
  readonly body: readonly string[];
  readonly end: number;
}

function quotation(
  lines: readonly string[],
  outside: readonly string[],
  at: number,
): Hint | undefined {
  const found = quotedHint.exec(outside[at]);
  if (!found || /^ {0,3}>/.test(outside[at - 1] ?? "")) return undefined;
  let end = at + 1;
  while (/^ {0,3}>/.test(lines[end] ?? "")) end += 1;
  const body = [lines[at].slice(found[0].length), ...lines.slice(at + 1, end).map(unquoted)];
  return { title: found[1], body, end };
}

const unquoted = (line: string): string => line.replace(/^ {0,3}> ?/, "");

function fence(lines: readonly string[], outside: readonly string[], at: number): Hint | undefined {
  const [, mark, title = "提示"] = fencedHint.exec(outside[at].trim()) ?? [];
  if (mark === undefined) return undefined;
  const end = lines.findIndex((_, i) => i > at && outside[i].trim() === mark);
  if (end < 0) return undefined;
  return { title, body: lines.slice(at + 1, end), end: end + 1 };
}
