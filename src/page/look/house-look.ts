import { lightColors } from "./palette";

/** Letters of figures: where the page brings none, the system's Chinese ones. */
export const fontFamily =
  '"Noto Sans SC", "Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';

/** Where a title stands, and how large. */
export const titleLook = { x: 0.02, xanchor: "left", font: { size: 17 } } as const;

/** Letters and paper of every figure, in the colours of a light page. */
export const paperLook = {
  font: { family: fontFamily, size: 13, color: lightColors.text },
  paper_bgcolor: lightColors.paper,
  plot_bgcolor: lightColors.paper,
} as const;

/** Lines of an axis: Plotly's own grid is not seen on a dark page. */
const axisLook = { gridcolor: lightColors.grid, zerolinecolor: lightColors.zero } as const;

/** What of a layout its look is made of. */
interface Looks {
  readonly title?: object;
  readonly [attribute: string]: unknown;
}

/** One with lines, of whose colour it says nothing. */
const isPlainAxis = (axis: unknown): axis is object =>
  typeof axis === "object" &&
  axis !== null &&
  !("gridcolor" in axis || "zerolinecolor" in axis) &&
  !("visible" in axis && axis.visible === false) &&
  !("showgrid" in axis && axis.showgrid === false);

/**
 * The layout with the house's letters, paper, lines and place of the title where it says nothing of them: what a reader writes
 * by hand follows a dark page too, whose colours are exchanged one by one. What is given stays, and its order.
 */
export function inHouseLook<L extends Looks>(layout: L): L {
  const { title, font } = layout;
  const axes = Object.entries(layout).flatMap(([key, axis]) =>
    /^[xy]axis\d*$/.test(key) && isPlainAxis(axis) ? [[key, { ...axis, ...axisLook }]] : [],
  );
  return {
    ...completed(layout, paperLook),
    ...Object.fromEntries(axes),
    ...(title ? { title: completed(title, titleLook) } : {}),
    font: completed((font ?? {}) as object, paperLook.font),
  };
}

function completed<T extends object>(given: T, look: object): T {
  const missing = Object.entries(look).filter(([key]) => !(key in given));
  return { ...given, ...Object.fromEntries(missing) };
}
