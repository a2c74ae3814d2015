import { isRecord } from "../../words/is-record";
import type { Drawing } from "./figure-in-unit";

/** Where a figure's JSON has words for its readers. */
const worded = new Set([
  "title",
  "text",
  "name",
  "ticktext",
  "hovertemplate",
  "customdata",
  "ticksuffix",
  "tickprefix",
]);

function changed(value: unknown, say: (text: string) => string, isWords: boolean): unknown {
  if (typeof value === "string") return isWords ? say(value) : value;
  if (Array.isArray(value)) {
    return typeof value[0] === "number" ? value : value.map((item) => changed(item, say, isWords));
  }
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, changed(item, say, worded.has(key))]),
  );
}

/** A figure whose words are said otherwise; a trace that gets another name keeps its own beside it, for its grips. */
export function figureInEnglish({ data, layout }: Drawing, say: (text: string) => string): Drawing {
  return {
    layout: changed(layout, say, false) as Drawing["layout"],
    data: data.map((trace) => {
      const said = changed(trace, say, false) as Readonly<Record<string, unknown>>;
      const { name } = trace as { readonly name?: unknown };
      return said.name === name ? said : { ...said, meta: { name } };
    }),
  };
}
