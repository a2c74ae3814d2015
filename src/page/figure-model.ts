import { isRecord } from "../words/is-record";
import { isBitmapAddress } from "./bitmap-address";
import type { CheckedTable } from "./check-result";
import { type ExplorerSpec, explorerOf, type FigureJson } from "./explorer-markup";
import { isTooMuch, thinPoints } from "./figure-limits";
import { scriptJson } from "./figure-markup";
import { layoutTitle } from "./look/layout-title";

/** A stored figure, read with care: a notebook's outputs may hold anything. */
export interface FigureModel {
  readonly data: readonly Readonly<Record<string, unknown>>[];
  readonly layout: Readonly<Record<string, unknown>>;
  readonly frames?: readonly unknown[];
  readonly alt: string;
  readonly table?: CheckedTable;
  /** Whether Plotly would have to fetch a map to draw it, which no page of ours may. */
  readonly needsNetwork: boolean;
  /** Whether a page would be held up by drawing it. */
  readonly tooMuch: boolean;
  /** How its points were thinned out, in words; undefined where all are there. */
  readonly thinned?: string;
  /** Controls, and the function that draws; it is run in a page's Worker only. */
  readonly explorer?: ExplorerSpec;
}

const isCell = (value: unknown): value is string | number =>
  typeof value === "string" || typeof value === "number";

const shortCell = (cell: string | number): string | number =>
  typeof cell === "string" && cell.length > 500 ? `${cell.slice(0, 500)}…` : cell;

function readTable(value: unknown): CheckedTable | undefined {
  if (!isRecord(value) || !Array.isArray(value.columns) || !Array.isArray(value.rows))
    return undefined;
  const columns = value.columns.slice(0, 50).map((name) => String(name).slice(0, 500));
  const rows = value.rows
    .filter((row): row is unknown[] => Array.isArray(row))
    // JSON has no ∞: it is stored as null.
    .map((row) => row.slice(0, 50).map((cell) => (isCell(cell) ? shortCell(cell) : "—")));
  return columns.length > 0 && rows.length > 0 ? { columns, rows } : undefined;
}

/** The points of traces that have x and y, for figures that bring no table. */
function tableOfTraces(data: FigureModel["data"]): CheckedTable | undefined {
  const rows = data.flatMap(({ name, x, y }, index) =>
    Array.isArray(x) && Array.isArray(y)
      ? x.map((value, i) => [
          typeof name === "string" ? name : index + 1,
          isCell(value) ? shortCell(value) : "—",
          isCell(y[i]) ? shortCell(y[i]) : "—",
        ])
      : [],
  );
  return rows.length > 0 ? { columns: ["系列", "x", "y"], rows } : undefined;
}

/** Pictures that lie elsewhere are left out: the page opens without a network. */
function withoutRemoteImages(layout: FigureModel["layout"]): FigureModel["layout"] {
  if (!Array.isArray(layout.images)) return layout;
  const images = layout.images.filter(
    (image) => isRecord(image) && isBitmapAddress(String(image.source)),
  );
  return { ...layout, images };
}

/** A size that a page can give it, or none: the card's then. */
function withSensibleSize(layout: FigureModel["layout"]): FigureModel["layout"] {
  const isSensible = (key: string, value: unknown): boolean =>
    !/^(?:width|height)$/.test(key) || (typeof value === "number" && value >= 50 && value <= 4000);
  return Object.fromEntries(
    Object.entries(layout).filter(([key, value]) => isSensible(key, value)),
  );
}

const mapTypes = /^(?:scattergeo|choropleth|(?:scatter|choropleth|density)(?:map|mapbox))$/;

/** Whether a trace, of the figure or of a frame, lies on a map. */
function needsNetwork(data: readonly unknown[], frames: unknown): boolean {
  const inFrames = Array.isArray(frames)
    ? frames.flatMap((frame) => (isRecord(frame) && Array.isArray(frame.data) ? frame.data : []))
    : [];
  return [...data, ...inFrames].some(
    (trace) => isRecord(trace) && mapTypes.test(String(trace.type)),
  );
}

/** Reads `{ data, layout: { meta: { alt, table } }, frames? }`; undefined if it is no figure. */
export function readFigure(value: unknown): FigureModel | undefined {
  if (!isRecord(value) || !Array.isArray(value.data)) return undefined;
  const data = value.data.filter(isRecord);
  if (data.length !== value.data.length) return undefined;
  const { meta, ...layout } = isRecord(value.layout) ? value.layout : {};
  const { alt, table } = isRecord(meta) ? meta : {};
  const explorer = explorerOf(value);
  // Plotly's own slider is for viewers that do not run the function.
  const { sliders, ...bare } = layout;
  const { data: shown, note } = thinPoints(data);
  const frames = Array.isArray(value.frames) ? value.frames : [];
  return {
    data: shown,
    layout: withSensibleSize(withoutRemoteImages(explorer ? bare : layout)),
    ...(note === undefined ? {} : { thinned: note }),
    tooMuch: isTooMuch([shown, layout, frames]),
    ...(explorer ? { explorer } : {}),
    ...(Array.isArray(value.frames) ? { frames: value.frames } : {}),
    needsNetwork: needsNetwork(data, value.frames),
    alt: ((typeof alt === "string" && alt.trim()) || layoutTitle(layout) || "图").slice(0, 2000),
    table: readTable(table) ?? tableOfTraces(data),
  };
}

const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);

/** Eight digits are more than a screen shows, and half the bytes; whole numbers and dates as numbers stay. */
const forScreen = (value: number): number =>
  Number.isInteger(value) || Math.abs(value) >= 1e4 ? value : Number(value.toPrecision(8));

/** A figure as JSON for a script element: nothing in it ends the element or reaches a prototype. */
export function embeddedJson({ data, layout, frames, explorer }: FigureModel): string {
  const figure = { data, layout, frames, explorer } satisfies FigureJson & { frames: unknown };
  return scriptJson(figure, (key, value) => {
    if (forbiddenKeys.has(key)) return undefined;
    return typeof value === "number" ? forScreen(value) : value;
  });
}
