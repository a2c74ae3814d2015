import { escapeRegExp } from "../words/escape-reg-exp";
import { joinText, type Output } from "./nbformat";
import { stripAnsi } from "./terminal-text";
import { textOf } from "./text-of";
import type { Band, Bands } from "./training-marks";

/** A metric that a cell was to print, and what it printed. */
export interface MetricVerdict {
  readonly name: string;
  readonly band: Band;
  /** What stands behind the name; undefined where the name is not printed. */
  readonly said?: string;
  /** undefined where that is no number. */
  readonly value?: number;
  readonly ok: boolean;
}

/** Printed text, and the words of values and reports that are shown. */
const textsOf = (outputs: readonly Output[]): string =>
  outputs
    .map((output) => {
      if (output.output_type === "stream") {
        return "text" in output && output.name === "stdout" ? joinText(output.text) : "";
      }
      return "data" in output ? (textOf(output.data, "text/plain") ?? "") : "";
    })
    .map((text) => stripAnsi(text))
    .join("\n");

// Behind a number stands nothing that makes it another one: 1,234 and 3×10⁻⁵ and 3/4 are not read by half.
const number =
  /^[+\-−]?(?:∞|Infinity\b|(?:\d+(?:\.\d*)?|\.\d+)(?:e[+\-−]?\d+)?(?!\d|[.,_/^]\d|\s*[×·*]\s*\d))/iu;

function numberAt(said: string): number | undefined {
  const text = number.exec(said)?.[0];
  return text === undefined
    ? undefined
    : Number(
        text
          .replaceAll("−", "-")
          .replace("∞", "Infinity")
          .replace(/\.(?=e|$)/i, ""),
      );
}

/** What is printed behind a metric's name, `name = number`, `name: number`: the last time it is. */
function saidOf(name: string, text: string): string | undefined {
  const pattern = `(?<![\\p{L}\\p{N}_])${escapeRegExp(name)}["'\`]?[^\\S\\n]*(?:[=:：＝≈])[^\\S\\n]*`;
  const last = [...text.matchAll(new RegExp(pattern, "gu"))].at(-1);
  return last && text.slice(last.index + last[0].length).split("\n", 1)[0];
}

/** Compares what a cell put out with the bands of its metrics. */
export function judgeMetrics(outputs: readonly Output[], bands: Bands): MetricVerdict[] {
  const text = textsOf(outputs);
  return Object.entries(bands).map(([name, band]) => {
    const said = saidOf(name, text);
    if (said === undefined) return { name, band, ok: false };
    const value = numberAt(said);
    if (value === undefined) return { name, band, said, ok: false };
    return { name, band, said, value, ok: band[0] <= value && value <= band[1] };
  });
}

const longest = 40;

/** Why a metric fails: its name, what it is, and its band. */
export function metricText({ name, band, said, value }: MetricVerdict): string {
  const range = `[${band.join(", ")}]`;
  if (said === undefined) {
    return `没有印出 ${name} = 数，应在 ${range} 内 / ${name} = number is not printed, wanted within ${range}`;
  }
  if (value === undefined) {
    const shown = said.length > longest ? `${said.slice(0, longest)}…` : said.trim();
    return `${name} 不是数：${shown}，应在 ${range} 内 / ${name} is no number: ${shown}, wanted within ${range}`;
  }
  return `${name} = ${value}，应在 ${range} 内 / ${name} = ${value} is outside ${range}`;
}
