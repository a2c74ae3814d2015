import { fontFamily, paperLook, titleLook } from "../../page/look/house-look";
import { lightColors, lightScale } from "../../page/look/palette";
import type { Layout, Trace } from "./figure";

/** One colour a role, in every figure. */
export const colors = lightColors;

/** From little to much divergence, the paper's colour first: lightness alone tells the order. */
export const divergenceScale: readonly (readonly [number, string])[] = lightScale.map(
  (color, i) => [i / 4, color] as const,
);

/** Hyphens before digits as the minus sign: a title may come from `toFixed`. */
const withMinusSigns = (text: string): string => text.replace(/(^|[^\w)\]])-(?=\d)/g, "$1−");

/** `#RRGGBB` made translucent, for areas under lines of the same colour. */
export function translucent(color: string, opacity: number): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return `rgba(${red}, ${green}, ${blue}, ${opacity})`;
}

/** An axis with a title and light grid lines. */
export function axis(title: string, more: Readonly<Record<string, unknown>> = {}): object {
  return {
    title: { text: title, standoff: 8 },
    gridcolor: colors.grid,
    zerolinecolor: colors.zero,
    automargin: true,
    ...more,
  };
}

/** A curve as a trace; not simplified, so that bends stay round. */
export function line(
  name: string,
  x: readonly (number | null)[],
  y: readonly (number | null)[],
  color: string,
  more: Readonly<Record<string, unknown>> = {},
): Trace {
  const { dash, width = 2.4, ...rest } = more;
  return {
    type: "scatter",
    mode: "lines",
    name,
    x,
    y,
    line: { color, width, simplify: false, ...(dash ? { dash } : {}) },
    hovertemplate: `%{x:.4g}<br>${name} = %{y:.4g}<extra></extra>`,
    ...rest,
  };
}

/** Points that matter: an optimum, a sample; an open symbol is drawn in its colour, others are rimmed with the paper's. */
export function points(
  name: string,
  x: readonly number[],
  y: readonly number[],
  color: string,
  more: Readonly<Record<string, unknown>> = {},
): Trace {
  const { symbol = "circle", size = 11, ...rest } = more;
  const width = String(symbol).endsWith("-open") ? 2.6 : 1.5;
  return {
    type: "scatter",
    mode: "markers",
    name,
    x,
    y,
    marker: { color, symbol, size, line: { color: colors.paper, width } },
    hovertemplate: `%{x:.4g}<br>${name} = %{y:.4g}<extra></extra>`,
    ...rest,
  };
}

/** Words beside a point or a line. */
export function note(
  text: string,
  x: number,
  y: number,
  more: Readonly<Record<string, unknown>> = {},
): object {
  return { text, x, y, showarrow: false, font: { size: 12, color: colors.text }, ...more };
}

/** What every figure's layout shares; `more` adds the axes and what else is its own. */
export function baseLayout(title: string, more: Readonly<Record<string, unknown>>): Layout {
  return {
    title: { text: withMinusSigns(title), ...titleLook } as { text: string },
    ...paperLook,
    margin: { l: 64, r: 24, t: 84, b: 56 },
    legend: { orientation: "h", x: 0, y: 1.02, xanchor: "left", yanchor: "bottom" },
    hoverlabel: { font: { family: fontFamily } },
    width: 680,
    height: 460,
    ...more,
  };
}
