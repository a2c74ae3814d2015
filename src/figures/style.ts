import type { Layout } from "./figure";

/** One colour a role, in every figure: at least 4.5 to 1 on white, told apart by colour-blind readers. */
export const colors = {
  p: "#005F9E",
  q: "#B84E00",
  divergence: "#6A3D9A",
  data: "#333333",
  model: "#00785A",
  grid: "#E3E6EA",
  text: "#1F2933",
} as const;

/** `#RRGGBB` made translucent, for areas under lines of the same colour. */
export function translucent(color: string, opacity: number): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return `rgba(${red}, ${green}, ${blue}, ${opacity})`;
}

const fontFamily =
  '"Noto Sans SC", "Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';

/** An axis with a title and light grid lines. */
export function axis(title: string, more: Readonly<Record<string, unknown>> = {}): object {
  return {
    title: { text: title, standoff: 8 },
    gridcolor: colors.grid,
    zerolinecolor: "#9AA5B1",
    automargin: true,
    ...more,
  };
}

/** What every figure's layout shares; `more` adds the axes and what else is its own. */
export function baseLayout(title: string, more: Readonly<Record<string, unknown>>): Layout {
  return {
    title: { text: title, x: 0.02, xanchor: "left", font: { size: 17 } } as { text: string },
    font: { family: fontFamily, size: 13, color: colors.text },
    paper_bgcolor: "#FFFFFF",
    plot_bgcolor: "#FFFFFF",
    margin: { l: 64, r: 24, t: 84, b: 56 },
    legend: { orientation: "h", x: 0, y: 1.02, xanchor: "left", yanchor: "bottom" },
    width: 680,
    height: 460,
    ...more,
  };
}
