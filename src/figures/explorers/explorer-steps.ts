import type { Figure } from "../parts/figure";
import type { Control } from "./controls";

/** Positions of one control, as Plotly's own slider knows them. */
export interface StepFigures {
  readonly label: string;
  readonly positions: readonly { readonly text: string; readonly figure: Figure }[];
  /** Index of the position that is drawn first. */
  readonly active: number;
}

const mostPositions = 21;
const mostBytes = 200_000;

/** The positions of a control to draw beforehand; its first value among them. */
export function positionsOf(control: Control): (number | string | boolean)[] {
  if (control.kind === "toggle") return [false, true];
  if (control.kind === "select") return control.choices.slice(0, mostPositions);
  if (control.kind === "number") return [control.value];
  const { low, high, step, value } = control;
  const count = Math.min(mostPositions, Math.floor((high - low) / step + 1e-9) + 1);
  const snapped = Array.from({ length: count }, (_, i) => {
    const exact = low + ((high - low) * i) / Math.max(1, count - 1);
    return Number((low + Math.round((exact - low) / step) * step).toPrecision(12));
  });
  const nearest = snapped.reduce(
    (best, x, i) => (Math.abs(x - value) < Math.abs(snapped[best] - value) ? i : best),
    0,
  );
  snapped[nearest] = value;
  return [...new Set(snapped.filter((x) => x <= high))];
}

type Json = Readonly<Record<string, unknown>>;

const short = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, v) => (typeof v === "number" ? Number(v.toPrecision(5)) : v)),
  );

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

/**
 * A slider for viewers that know Plotly's JSON and run none of our code: each step updates what differs.
 *
 * @returns undefined if the figures' traces do not match, or half as many positions, and half again, take over 200 kB
 */
export function updateSlider({ label, positions, active }: StepFigures): object | undefined {
  const base = positions[active]?.figure;
  if (!base || positions.length < 2) return undefined;
  const alike = positions.every(
    ({ figure }) =>
      figure.data.length === base.data.length &&
      figure.data.every((trace, i) => trace.type === base.data[i].type),
  );
  if (!alike) return undefined;
  const figures = positions.map(({ figure }) => figure);
  const attributes = [
    ...new Set(figures.flatMap(({ data }) => data.flatMap((t) => Object.keys(t)))),
  ]
    .filter((key) => key !== "type")
    .filter((key) =>
      figures.some((f) => f.data.some((t, i) => differs(t[key], base.data[i][key]))),
    );
  const layoutKeys = [...new Set(figures.flatMap(({ layout }) => Object.keys(layout)))].filter(
    (key) => figures.some(({ layout }) => differs(layout[key], base.layout[key])),
  );
  const args = ({ data, layout }: Figure): [Json, Json] => [
    Object.fromEntries(attributes.map((key) => [key, data.map((trace) => trace[key] ?? null)])),
    Object.fromEntries(layoutKeys.map((key) => [key, layout[key] ?? null])),
  ];
  const steps = positions.map(({ text, figure }) => ({
    label: text,
    method: "update",
    args: short(args(figure)),
  }));
  if (JSON.stringify(steps).length > mostBytes) {
    // Every second position, the one drawn first among them.
    const keep = (i: number): boolean => i % 2 === active % 2;
    const fewer = positions.filter((_, i) => keep(i));
    return updateSlider({ label, positions: fewer, active: Math.floor(active / 2) });
  }
  return { active, currentvalue: { prefix: `${label} = ` }, pad: { t: 44 }, steps };
}
