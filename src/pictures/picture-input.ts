import { isRecord } from "../words/is-record";

/** What of a Plotly figure a picture depends on. */
export interface PictureInput {
  readonly data: readonly unknown[];
  readonly layout: Readonly<Record<string, unknown>>;
  readonly width: number;
  readonly height: number;
}

const sizeOr = (value: unknown, otherwise: number): number =>
  typeof value === "number" && value >= 50 && value <= 4000 ? Math.round(value) : otherwise;

/** A figure's data and layout, with a size: 640×400 unless the layout says otherwise. */
export function pictureInput(plotlyJson: unknown): PictureInput {
  if (!isRecord(plotlyJson)) {
    throw new TypeError("figure: 不是 Plotly 图对象 / no Plotly figure object");
  }
  const { data = [], layout } = plotlyJson;
  if (!Array.isArray(data)) throw new TypeError("figure: data 不是数组 / data is no array");
  // What can be pressed or dragged is nothing in a picture.
  const { meta: _, sliders, updatemenus, ...drawn } = isRecord(layout) ? layout : {};
  return {
    data: data.filter(isRecord),
    layout: drawn,
    width: sizeOr(drawn.width, 640),
    height: sizeOr(drawn.height, 400),
  };
}
