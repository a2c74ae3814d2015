import { isRecord } from "../../words/is-record";
import type { Figure } from "../parts/figure";
import type { Control } from "./controls";

type Range = readonly [low: number, high: number];
type Values = Readonly<Record<string, number | string | boolean>>;

/** Where the axes of an explorer stay, by their keys in a layout. */
export type FixedAxes = Readonly<Record<string, Range>>;

const mostPositions = 40;

/** How much longer an axis may be than in the first figure. */
const most = 4;

/** The ends of a control, its first value, and of a choice all that there is. */
function endsOf(control: Control): (number | string | boolean)[] {
  if (control.kind === "toggle") return [control.value, !control.value];
  if (control.kind === "select") return [control.value, ...control.choices];
  const { low, high, value, kind } = control;
  // A number that is typed may have no bounds to speak of.
  const isBounded = kind === "slider" || high - low <= 1e4;
  return isBounded ? [value, low, high] : [value];
}

/** Positions at which a figure is likely to be widest: each end alone, then the corners, as many as may be. */
export function cornersOf(controls: Readonly<Record<string, Control>>): Values[] {
  const entries = Object.entries(controls).map(
    ([name, control]) => [name, endsOf(control)] as const,
  );
  const alone = entries.flatMap(([name, ends]) => ends.map((end) => ({ [name]: end })));
  const corners = entries.reduce<Values[]>(
    (all, [name, ends]) =>
      all.length * ends.length > mostPositions
        ? all
        : all.flatMap((values) => ends.map((end) => ({ ...values, [name]: end }))),
    [{}],
  );
  return [...alone, ...corners].slice(0, 2 * mostPositions);
}

const numbers = (value: unknown): number[] =>
  (Array.isArray(value) ? value.flat() : []).filter((v) => typeof v === "number");

/** Bars at these places and the room between them, half of it beyond the outermost. */
function acrossBars(places: readonly number[]): number[] {
  const sorted = [...new Set(places)].sort((a, b) => a - b);
  const gaps = sorted.slice(1).map((place, i) => place - sorted[i]);
  const half = Math.min(...(gaps.length > 0 ? gaps : [1])) / 2;
  return sorted.flatMap((place) => [place - half, place + half]);
}

/** What a trace reaches along an axis; bars from 0 or from their base, and as wide as they stand apart. */
function reach(trace: Readonly<Record<string, unknown>>, letter: "x" | "y"): number[] {
  const own = numbers(trace[letter]);
  const along = trace.orientation === "h" ? "x" : "y";
  if (trace.type !== "bar") return own;
  if (letter !== along) return acrossBars(own);
  const bases = numbers(trace.base);
  return [0, ...own.map((value, i) => value + (bases[i] ?? 0)), ...bases];
}

/** The range of an axis in one figure: as the layout says, else as far as its traces reach. */
function rangeIn({ data, layout }: Figure, key: string): Range | undefined {
  const axis = layout[key];
  if (!isRecord(axis) || axis.type === "log" || axis.autorange === "reversed") return undefined;
  const { range } = axis;
  if (Array.isArray(range)) {
    const [low, high] = numbers(range);
    return low !== undefined && high !== undefined && low < high ? [low, high] : undefined;
  }
  const letter = key.startsWith("x") ? "x" : "y";
  const short = key.replace("axis", "");
  const reached = data
    .filter((trace) => (trace[`${letter}axis`] ?? letter) === short)
    .flatMap((trace) => reach(trace, letter));
  if (reached.length === 0) return undefined;
  const [low, high] = [Math.min(...reached), Math.max(...reached)];
  const room = 0.05 * (high - low || 1);
  return [axis.rangemode === "tozero" && low >= 0 ? 0 : low - room, high + room];
}

/**
 * Ranges that hold what the figures of an explorer show at its controls' ends, so that its axes stay while the reader
 * moves: a hill three times as high is drawn three times as high.
 *
 * What is more than `most` times as high as the first figure, or as deep below zero (there half as deep as it is high is allowed too), is cut by the frame: the first
 * would be a flat line.
 *
 * Axes that are logarithmic or turned round stay as each figure has them.
 */
export function fixedAxes(figures: readonly Figure[]): FixedAxes {
  const keys = Object.keys(figures[0]?.layout ?? {}).filter((key) => /^[xy]axis\d?$/.test(key));
  const ranges = keys.flatMap((key): [string, Range][] => {
    const found = figures.map((figure) => rangeIn(figure, key));
    const known = found.filter((range) => range !== undefined);
    if (known.length === 0 || known.length < found.length) return [];
    const [low, high] = known[0];
    const room = most * (high - low);
    // About zero each side has its own room, or half the other's: what lies below it is often little.
    const [least, greatest] =
      low < 0 && high > 0
        ? [most * Math.min(low, -high / 2), most * Math.max(high, -low / 2)]
        : [high - room, low + room];
    const held = [
      Math.max(least, Math.min(...known.map(([end]) => end))),
      Math.min(greatest, Math.max(...known.map(([, end]) => end))),
    ];
    return [[key, held.map((end) => Number(end.toPrecision(6))) as unknown as Range]];
  });
  return Object.fromEntries(ranges);
}
