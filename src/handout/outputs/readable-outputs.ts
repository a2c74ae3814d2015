import { plotlyMime } from "../../display/mime";
import { joinText, type Output } from "../../notebook/nbformat";
import { stripAnsi } from "../../notebook/terminal-text";
import { textOf } from "../../notebook/text-of";

const dataOf = (output: Output): Readonly<Record<string, unknown>> =>
  "data" in output ? output.data : {};

/** Whether an output is what a value of klab's shows: a figure, or HTML that names its language. */
function isOurs(output: Output): boolean {
  const data = dataOf(output);
  const html = textOf(data, "text/html");
  const isMarkup = html !== undefined && /^\s*<(?:figure|div) (?:data-klab|lang=)/.test(html);
  return Object.hasOwn(data, plotlyMime) || isMarkup;
}

/** The line that a value of klab's prints besides showing itself: 图：标题. */
const captionOf = (output: Output): string | undefined =>
  isOurs(output) ? textOf(dataOf(output), "text/plain")?.split("\n", 1)[0] : undefined;

/** Consecutive writes to one stream are one text. */
function joinStreams(outputs: readonly Output[]): Output[] {
  const joined: Output[] = [];
  let parts: string[] = [];
  for (const output of outputs) {
    const last = joined.at(-1);
    if (
      output.output_type === "stream" &&
      last?.output_type === "stream" &&
      last.name === output.name
    ) {
      parts.push(joinText(output.text));
      joined[joined.length - 1] = { ...last, text: parts };
    } else {
      parts = output.output_type === "stream" ? [joinText(output.text)] : [];
      joined.push(output.output_type === "stream" ? { ...output, text: parts } : output);
    }
  }
  return joined;
}

/** A text without its last line, where that is `line`. */
function withoutLast(text: string, line: string): string {
  const body = text.replace(/\n+$/, "");
  const start = body.lastIndexOf("\n") + 1;
  return stripAnsi(body.slice(start)).trim() === line ? body.slice(0, start) : text;
}

/**
 * Outputs as a reader wants them: streams joined, and without the line that only names the figure before it.
 *
 * A value that ends a cell is printed last, once: any other line that reads the same was meant to be there.
 */
export function readableOutputs(outputs: readonly Output[]): Output[] {
  const joined = joinStreams(outputs);
  const last = joined.at(-1);
  const caption = joined
    .slice(0, -1)
    .flatMap((output) => captionOf(output) ?? [])
    .at(-1);
  if (!last || caption === undefined) return joined;
  const before = joined.slice(0, -1);
  if (last.output_type === "stream" && last.name === "stdout") {
    return [...before, { ...last, text: withoutLast(joinText(last.text), caption) }];
  }
  const data = dataOf(last);
  const isOnlyText = Object.keys(data).length === 1;
  const text = isOnlyText ? textOf(data, "text/plain") : undefined;
  return text !== undefined && stripAnsi(text).trim() === caption ? before : joined;
}
