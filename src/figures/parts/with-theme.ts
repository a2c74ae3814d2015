import { checkArgument } from "../../words/check-argument";
import { shapeError, valueError } from "../../words/errors";
import { Figure } from "./figure";
import { colors, divergenceScale } from "./style";

/** The pages that figures are drawn for. */
export type Theme = "light" | "dark";

/** Each role's colour on a dark page: at least 4.5 to 1 on `paper`, told apart by colour-blind readers. */
const dark: Readonly<Record<keyof typeof colors, string>> = {
  p: "#6DB6F2",
  q: "#F2A35E",
  divergence: "#C3A5F0",
  data: "#D9DEE4",
  model: "#5CCFA6",
  other: "#F28DB8",
  quiet: "#A6B1BD",
  grid: "#313A46",
  zero: "#66727F",
  text: "#E8ECF1",
  paper: "#14181D",
};

const darkScale = ["#1A1E26", "#3A3358", "#654E94", "#9679CB", "#D3BCF7"];

const pairs: readonly (readonly [string, string])[] = [
  ...Object.entries(colors).map(
    ([role, color]) => [color, dark[role as keyof typeof dark]] as const,
  ),
  ...divergenceScale.map(([, color], i) => [color, darkScale[i]] as const),
];

/** Red, green and blue as `translucent` writes them. */
const channels = (color: string): string =>
  [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)).join(", ");

const replacements: Readonly<Record<Theme, ReadonlyMap<string, string>>> = {
  dark: new Map(pairs.flatMap(([from, to]) => both(from, to))),
  light: new Map(pairs.flatMap(([to, from]) => both(from, to))),
};

function both(from: string, to: string): [string, string][] {
  return [
    [from, to],
    [channels(from), channels(to)],
  ];
}

/**
 * The figure in the colours of a light or a dark page.
 *
 * Colours stand for roles, so each is exchanged for its counterpart; nothing else changes. Back and forth gives
 * the first figure again.
 *
 * @param figure any figure of `figures`
 * @param theme "light" or "dark"
 * @throws RangeError for another theme
 *
 * @example
 * figures.withTheme(figures.pmfPair([0.5, 0.5], [0.9, 0.1]), "dark").layout.paper_bgcolor; // "#14181D"
 */
export function withTheme(figure: Figure, theme: Theme): Figure {
  if (!(Array.isArray(figure?.data) && typeof figure.layout === "object")) {
    throw shapeError(
      "withTheme",
      "figure 应为图，例如 figures.pmfPair(…)",
      "figure must be a figure, for example figures.pmfPair(…)",
    );
  }
  checkArgument("withTheme", "theme", theme, "string");
  if (!Object.hasOwn(replacements, theme)) {
    throw valueError(
      "withTheme",
      `theme 是 ${theme}，应为 "light" 或 "dark"`,
      `theme is ${theme}; give "light" or "dark"`,
    );
  }
  const map = replacements[theme];
  const { data, layout, frames, alt, table } = figure;
  return new Figure({
    data: recolored(data, map) as Figure["data"],
    layout: recolored(layout, map) as Figure["layout"],
    ...(frames ? { frames: recolored(frames, map) as object[] } : {}),
    alt,
    table,
  });
}

function recolored(value: unknown, map: ReadonlyMap<string, string>): unknown {
  if (typeof value === "string") {
    const rgba = /^rgba\((\d+, \d+, \d+), (.*)\)$/.exec(value);
    if (rgba) return `rgba(${map.get(rgba[1]) ?? rgba[1]}, ${rgba[2]})`;
    return map.get(value) ?? value;
  }
  if (Array.isArray(value)) {
    return typeof value.at(-1) === "number" ? value : value.map((item) => recolored(item, map));
  }
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, recolored(item, map)]),
  );
}
