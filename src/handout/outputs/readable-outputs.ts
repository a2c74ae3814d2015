import { joinText, type Output, type StreamOutput } from "../../notebook/nbformat";
import { stripAnsi } from "../../notebook/terminal-text";

const plainText = (output: Output): string | undefined =>
  (output.output_type === "display_data" || output.output_type === "execute_result") &&
  (typeof output.data["text/plain"] === "string" || Array.isArray(output.data["text/plain"]))
    ? joinText(output.data["text/plain"] as string)
    : undefined;

/** The line that a value which showed itself also printed: 图：标题. */
function captions(outputs: readonly Output[]): ReadonlySet<string> {
  const rich = outputs.filter((output) => "data" in output && Object.keys(output.data).length > 1);
  return new Set(rich.flatMap((output) => plainText(output)?.split("\n", 1) ?? []));
}

/** Consecutive writes to one stream are one text. */
function joinStreams(outputs: readonly Output[]): Output[] {
  const joined: Output[] = [];
  for (const output of outputs) {
    const last = joined.at(-1);
    if (
      output.output_type === "stream" &&
      last?.output_type === "stream" &&
      last.name === output.name
    ) {
      const text = joinText(last.text) + joinText(output.text);
      joined[joined.length - 1] = { ...last, text };
    } else joined.push(output);
  }
  return joined;
}

/** Outputs as a reader wants them: streams joined, and no line that only names the figure beside it. */
export function readableOutputs(outputs: readonly Output[]): Output[] {
  const named = captions(outputs);
  const isCaption = (line: string): boolean => named.has(stripAnsi(line).trim());
  return joinStreams(outputs).flatMap((output): Output[] => {
    if (output.output_type === "stream" && output.name === "stdout") {
      const lines = joinText(output.text).split("\n");
      const kept = lines.filter((line) => line === "" || !isCaption(line));
      return kept.length === lines.length
        ? [output]
        : [{ ...output, text: kept.join("\n") } satisfies StreamOutput];
    }
    const text = plainText(output);
    const isOnlyText = "data" in output && Object.keys(output.data).length === 1;
    return isOnlyText && text !== undefined && isCaption(text) ? [] : [output];
  });
}
