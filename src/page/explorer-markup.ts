import { isRecord } from "../words/is-record";
import type { Control } from "./control";

/** What makes a figure an explorer: its controls in their order, and the function that draws, as text. */
export interface ExplorerSpec {
  readonly controls: Readonly<Record<string, Control>>;
  readonly source: string;
  readonly locale: "zh-CN" | "en";
  /** Ranges of axes that stay as they are whatever the controls say, by the axis's key in a layout. */
  readonly axes?: Readonly<Record<string, readonly [number, number]>>;
  readonly handles?: readonly Handle[];
  readonly goals?: readonly Goal[];
  /** Whether the function has a third parameter, which tells that the hand still moves. */
  readonly coarse?: boolean;
  /** Modules that the functions find as members of the library. */
  readonly use?: readonly UsedModule[];
}

/** What an explorer may use beside the library. */
export type UsedModule = "learn";

/** A grip on a curve that moves a control. */
export interface Handle {
  readonly control: string;
  /** The name of the trace that it lies on. */
  readonly curve: string;
  /** A control whose value is where the handle's zero is. */
  readonly from?: string;
  /** A control whose value is the handle's unit of length. */
  readonly scale?: string;
}

/** Something for the reader to reach: words, and a function of the library and the values that tells whether it is. */
export interface Goal {
  readonly text: string;
  readonly source: string;
}

/** A figure as JSON, as Plotly's MIME type has it. */
export interface PlotlyJson {
  readonly data?: unknown;
  readonly layout?: { readonly meta?: object };
}

/** A figure as JSON, as the script element of its markup has it: what makes it an explorer lies beside. */
export interface FigureJson extends PlotlyJson {
  readonly explorer?: unknown;
}

/** An explorer's spec as it is stored. Notebooks are stored with their keys sorted, so the order is told apart. */
export const storedSpec = (spec: ExplorerSpec): object => ({
  ...spec,
  order: Object.keys(spec.controls),
});

/** Plotly's JSON with a stored spec, at the one place where Plotly's schema lets a figure keep what is its own. */
export const withSpec = <Plotly extends PlotlyJson>(plotly: Plotly, explorer: unknown): Plotly => ({
  ...plotly,
  layout: { ...plotly.layout, meta: { ...plotly.layout?.meta, explorer } },
});

/** Plotly's JSON of a figure that was read from markup. */
export function plotlyOf(figure: FigureJson): PlotlyJson {
  const { explorer, ...plotly } = figure;
  return explorer ? withSpec(plotly, explorer) : figure;
}

/** What `withSpec` put into Plotly's JSON, not read yet. */
function specIn(plotlyJson: unknown): unknown {
  const layout = isRecord(plotlyJson) ? plotlyJson.layout : undefined;
  const meta = isRecord(layout) ? layout.meta : undefined;
  return isRecord(meta) ? meta.explorer : undefined;
}

/** Whether Plotly's JSON is of a figure with controls. */
export const hasControls = (plotlyJson: unknown): boolean => specIn(plotlyJson) !== undefined;

/** The explorer in a figure's stored Plotly JSON; undefined where there is none as `explore` writes it. */
export const explorerOf = (plotlyJson: unknown): ExplorerSpec | undefined =>
  readSpec(specIn(plotlyJson));

const isNumber = (value: unknown): value is number => Number.isFinite(value);

const isShort = (value: unknown): value is string =>
  typeof value === "string" && value.length <= 200;

/** A stored control with what its kind needs and nothing else. */
function readControl(stored: unknown): Control | undefined {
  if (!isRecord(stored)) return undefined;
  const { kind, value, low, high, step, choices } = stored;
  const label = {
    ...(isShort(stored.label) ? { label: stored.label } : {}),
    ...(isShort(stored.unit) ? { unit: stored.unit } : {}),
  };
  if (kind === "toggle" && typeof value === "boolean") return { kind, value, ...label };
  if (kind === "select" && Array.isArray(choices) && choices.every(isShort) && isShort(value)) {
    return { kind, value, choices: choices.slice(0, 100), ...label };
  }
  const isNumeric = kind === "slider" || kind === "number";
  return isNumeric &&
    isNumber(value) &&
    isNumber(low) &&
    isNumber(high) &&
    isNumber(step) &&
    low < high &&
    step > 0
    ? { kind, value, low, high, step, ...label }
    : undefined;
}

const mostControls = 20;

/** Reads a stored spec with care, a notebook may hold anything; undefined where any of it is not as `explore` writes it. */
export function readSpec(value: unknown): ExplorerSpec | undefined {
  if (!isRecord(value) || !isRecord(value.controls)) return undefined;
  const { source, locale, axes, handles, goals, coarse, use } = value;
  if (!isSource(source) || !isUse(use)) return undefined;
  const names = Object.keys(value.controls);
  if (names.length === 0 || names.length > mostControls || !names.every(isShort)) return undefined;
  const order: readonly unknown[] = Array.isArray(value.order)
    ? value.order.slice(0, mostControls)
    : [];
  const place = (name: string): number =>
    order.includes(name) ? order.indexOf(name) : order.length;
  names.sort((a, b) => place(a) - place(b));
  const controls: [string, Control][] = [];
  for (const name of names) {
    const control = readControl(value.controls[name]);
    if (!control) return undefined;
    controls.push([name, control]);
  }
  return {
    controls: Object.fromEntries(controls),
    source,
    locale: locale === "en" ? "en" : "zh-CN",
    ...(isRecord(axes) ? { axes: readAxes(axes) } : {}),
    ...(Array.isArray(handles) ? { handles: handles.slice(0, 12).filter(isHandleOf(names)) } : {}),
    ...(Array.isArray(goals) ? { goals: goals.slice(0, 8).filter(isGoal) } : {}),
    ...(coarse === true ? { coarse } : {}),
    ...(use?.length ? { use: ["learn"] } : {}),
  };
}

const isUse = (value: unknown): value is ExplorerSpec["use"] =>
  value === undefined || (Array.isArray(value) && value.every((name) => name === "learn"));

const isSource = (value: unknown): value is string =>
  typeof value === "string" && value.length <= 50_000;

const readAxes = (axes: Readonly<Record<string, unknown>>): ExplorerSpec["axes"] =>
  Object.fromEntries(
    Object.entries(axes).flatMap(([key, range]) =>
      /^[xy]axis\d?$/.test(key) && Array.isArray(range) && isNumber(range[0]) && isNumber(range[1])
        ? [[key, [range[0], range[1]] as const]]
        : [],
    ),
  );

const isHandleOf =
  (names: readonly string[]) =>
  (value: unknown): value is Handle => {
    if (!isRecord(value) || !isShort(value.curve)) return false;
    const { control, from, scale } = value;
    const isName = (name: unknown): boolean => isShort(name) && names.includes(name);
    return isName(control) && [from, scale].every((name) => name === undefined || isName(name));
  };

const isGoal = (value: unknown): value is Goal =>
  isRecord(value) && isShort(value.text) && isSource(value.source);
