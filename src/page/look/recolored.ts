import { channels, colorPairs } from "./palette";

const both = (from: string, to: string): [string, string][] => [
  [from, to],
  [channels(from), channels(to)],
];

const exchanges: Readonly<Record<"light" | "dark", ReadonlyMap<string, string>>> = {
  dark: new Map(colorPairs.flatMap(([light, dark]) => both(light, dark))),
  light: new Map(colorPairs.flatMap(([light, dark]) => both(dark, light))),
};

/** Plotly's JSON with every colour of ours exchanged for its counterpart on a page of the theme; nothing else changes. */
export const recolored = <Json>(value: Json, theme: "light" | "dark"): Json =>
  exchange(value, exchanges[theme]) as Json;

function exchange(value: unknown, map: ReadonlyMap<string, string>): unknown {
  if (typeof value === "string") {
    const rgba = /^rgba\((\d+, \d+, \d+), (.*)\)$/.exec(value);
    if (rgba) return `rgba(${map.get(rgba[1]) ?? rgba[1]}, ${rgba[2]})`;
    return map.get(value) ?? value;
  }
  if (Array.isArray(value)) {
    return typeof value.at(-1) === "number" ? value : value.map((item) => exchange(item, map));
  }
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, exchange(item, map)]));
}
