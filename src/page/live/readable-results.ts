import type { LiveOutput } from "./live-messages";

const plotlyMime = "application/vnd.plotly.v1+json";

/** The line that a value of klab's prints besides showing itself. */
function captionOf(output: LiveOutput): string | undefined {
  if (output.kind !== "display") return undefined;
  const { data } = output;
  const html = data["text/html"];
  const isOurs =
    plotlyMime in data ||
    (typeof html === "string" && /^\s*<(?:figure|div) (?:data-klab|lang=)/.test(html));
  const text = data["text/plain"];
  return isOurs && typeof text === "string" ? text.split("\n", 1)[0] : undefined;
}

/** A cell's outputs as a reader wants them: without the last line, where that only names the value shown before it. */
export function readableResults(outputs: readonly LiveOutput[]): readonly LiveOutput[] {
  const last = outputs.at(-1);
  const before = outputs.slice(0, -1);
  const caption = before.flatMap((output) => captionOf(output) ?? []).at(-1);
  if (last?.kind !== "stream" || last.name !== "stdout" || caption === undefined) return outputs;
  const body = last.text.replace(/\n+$/, "");
  const start = body.lastIndexOf("\n") + 1;
  if (body.slice(start) !== caption) return outputs;
  const text = body.slice(0, start);
  return text.trim() === "" ? before : [...before, { ...last, text }];
}
