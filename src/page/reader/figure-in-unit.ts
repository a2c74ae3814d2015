import { isRecord } from "../../words/is-record";
import type { DrawnLayout } from "../look/drawn-layout";
import { coloursInUnit } from "./colours-in-unit";
import { type Json, mapNumbers, mapText } from "./map-json";
import { titleOf } from "./title";
import {
  factorOf,
  inUnit,
  isNatural,
  type ReaderUnit,
  scaledNumber,
  scaledNumbers,
  unitIn,
  withLogarithms,
} from "./unit-texts";

export interface Drawing {
  readonly data: readonly object[];
  readonly layout: DrawnLayout;
}

const isAxis = (key: string): boolean => /^[xy]axis\d*$/.test(key);
/** "x2", as traces refer to "xaxis2". */
const nameOf = (key: string): string => key.replace("axis", "");
const bare = (ref: unknown, usual: string): string => String(ref ?? usual).replace(" domain", "");
const isPure = (text: string): boolean =>
  /^(?:<b>)?[−+]?(?:\d+(?:\.\d+)?(?:e[−+]?\d+)?|∞)(?:<\/b>)?$/.test(text);
/** With a sign or a point, and no coordinate: no θ = 0.5, no (0.5, 0.3). */
const amount =
  /(?<![\w.(]|[a-zα-ωA-Z] = |\([^)]*)(?:[−+]\d+(?:\.\d+)?|\d+\.\d+)(?:e[−+]?\d+)?(?![^(]*\))/gu;

/** All that a figure says in words. */
function wordsOf({ data, layout }: Drawing): string[] {
  const notes = Array.isArray(layout.annotations) ? layout.annotations : [];
  return [
    titleOf(layout),
    ...Object.entries(layout).flatMap(([key, axis]) => (isAxis(key) ? [titleOf(axis)] : [])),
    ...notes.map(({ text }) => (typeof text === "string" ? text : "")),
    ...data.flatMap((trace) => {
      const { name, hovertemplate, colorbar } = trace as Json;
      return [name, hovertemplate, titleOf(colorbar)].filter((text) => typeof text === "string");
    }),
  ];
}

/** The unit of a figure's values; undefined where it has none, or is about that unit. */
export function unitOfFigure(drawing: Drawing): ReaderUnit | undefined {
  const words = wordsOf(drawing);
  if (words.some((text) => isNatural(text) || text.includes("比特"))) return undefined;
  return words.map(unitIn).find((unit) => unit !== undefined);
}

/** How the values of one figure become those of another unit. */
class FigureScale {
  readonly factor: number;
  /** Axes whose data are in the unit. */
  readonly scaled = new Set<string>();
  /** Axes in the unit whose ticks are words: the words change, and what is drawn stays. */
  readonly relabelled = new Set<string>();
  readonly #logarithmic = new Set<string>();

  constructor(
    readonly drawing: Drawing,
    readonly from: ReaderUnit,
    readonly to: ReaderUnit,
  ) {
    this.factor = factorOf(from, to);
    const axes = Object.entries(drawing.layout).filter(([key]) => isAxis(key)) as [string, Json][];
    const titled = axes.filter(([, axis]) => unitIn(titleOf(axis)) === from);
    for (const [key, axis] of axes) {
      // A panel beside one with numbers has none of its own.
      const isBeside =
        axis.showticklabels === false &&
        titled.some(
          ([other, { range }]) =>
            other[0] === key[0] &&
            (axis.matches === nameOf(other) || (range && String(axis.range) === String(range))),
        );
      if (!isBeside && !titled.some(([other]) => other === key)) continue;
      (Array.isArray(axis.ticktext) ? this.relabelled : this.scaled).add(nameOf(key));
      if (axis.type === "log") this.#logarithmic.add(nameOf(key));
    }
  }

  has(axis: string): boolean {
    return this.scaled.has(axis) || this.relabelled.has(axis);
  }

  readonly text = (text: string): string =>
    withLogarithms(inUnit(text, this.to, this.from), this.to);

  /** A text that stands on an axis in the unit: its bare numbers are in it, too. */
  readonly own = (text: string): string => {
    const said = this.text(text);
    if (said !== text || unitIn(text)) return said;
    return text.replace(amount, (one) => scaledNumber(one, this.factor));
  };

  readonly label = (text: string): string =>
    isPure(text) ? scaledNumbers(text, this.from, this.to) : this.own(text);

  #along(value: unknown, axis: string): unknown {
    return this.scaled.has(axis) ? mapNumbers(value, (x) => x * this.factor) : value;
  }

  /** A place that a layout gives: of a logarithmic axis, the logarithm. */
  #place(value: unknown, axis: string): unknown {
    if (!this.#logarithmic.has(axis)) return this.#along(value, axis);
    return this.scaled.has(axis) ? mapNumbers(value, (x) => x + Math.log10(this.factor)) : value;
  }

  axis(key: string, axis: Json): Json {
    const name = nameOf(key);
    const title = isRecord(axis.title)
      ? { ...axis.title, text: this.text(titleOf(axis)) }
      : axis.title;
    const ticktext = this.relabelled.has(name)
      ? mapText(axis.ticktext, this.label)
      : mapText(axis.ticktext, this.text);
    const { dtick: _, ...rest } = axis;
    return {
      ...(this.scaled.has(name) ? rest : axis),
      ...(axis.title === undefined
        ? {}
        : { title: typeof title === "string" ? this.text(title) : title }),
      ...(axis.ticktext === undefined ? {} : { ticktext }),
      ...(axis.tickvals === undefined ? {} : { tickvals: this.#along(axis.tickvals, name) }),
      ...(axis.range === undefined ? {} : { range: this.#place(axis.range, name) }),
    };
  }

  note(note: Json): Json {
    const [x, y] = [bare(note.xref, "x"), bare(note.yref, "y")];
    const isOwn = this.has(x) || this.has(y);
    const isBare = !isOwn && this.scaled.size + this.relabelled.size === 0;
    const change = isOwn || isBare ? this.label : this.text;
    return {
      ...note,
      text: mapText(note.text, change),
      ...(note.xref === undefined || note.xref === x ? { x: this.#place(note.x, x) } : {}),
      ...(note.yref === undefined || note.yref === y ? { y: this.#place(note.y, y) } : {}),
      ...(note.ayref === y ? { ay: this.#place(note.ay, y) } : {}),
      ...(note.axref === x ? { ax: this.#place(note.ax, x) } : {}),
    };
  }

  shape(shape: Json): Json {
    const [x, y] = [shape.xref ?? "x", shape.yref ?? "y"].map(String);
    return {
      ...shape,
      ...Object.fromEntries(
        ["x0", "x1"].flatMap((key) => (key in shape ? [[key, this.#along(shape[key], x)]] : [])),
      ),
      ...Object.fromEntries(
        ["y0", "y1"].flatMap((key) => (key in shape ? [[key, this.#along(shape[key], y)]] : [])),
      ),
    };
  }

  trace(trace: Json): Json {
    const [x, y] = [String(trace.xaxis ?? "x"), String(trace.yaxis ?? "y")];
    const isOwn = this.has(x) || this.has(y);
    const length = trace.orientation === "h" ? x : y;
    const along = ["x", "y"].flatMap((letter) => {
      const axis = letter === "x" ? x : y;
      const error = trace[`error_${letter}`];
      return [
        ...(trace[letter] === undefined ? [] : [[letter, this.#along(trace[letter], axis)]]),
        ...(isRecord(error)
          ? [
              [
                `error_${letter}`,
                {
                  ...error,
                  array: this.#along(error.array, axis),
                  arrayminus: this.#along(error.arrayminus, axis),
                  // A share of the value stays one.
                  ...(error.type === "constant"
                    ? {
                        value: this.#along(error.value, axis),
                        valueminus: this.#along(error.valueminus, axis),
                      }
                    : {}),
                },
              ],
            ]
          : []),
      ];
    });
    const isSaid = /%\{customdata(?::[^}]*)?\}\s?(?:nat|bit)/.test(String(trace.hovertemplate));
    const told = isSaid
      ? mapNumbers(trace.customdata, (value) => Number((value * this.factor).toPrecision(4)))
      : trace.customdata;
    const coloured = coloursInUnit(trace, this);
    const isTold = (name: string): boolean =>
      name === "customdata" ||
      (name === "z" ? "z" in coloured : this.scaled.has(name === "x" ? x : name === "y" ? y : ""));
    // What would tell a value that stays keeps its unit.
    const words = ["name", "hovertemplate"].flatMap((key) =>
      trace[key] === undefined || !valuesTold(trace[key]).every(isTold)
        ? []
        : [[key, mapText(trace[key], this.text)]],
    );
    return {
      ...trace,
      ...Object.fromEntries([...along, ...words]),
      ...(trace.base === undefined ? {} : { base: this.#along(trace.base, length) }),
      ...(trace.text === undefined
        ? {}
        : { text: mapText(trace.text, isOwn ? this.label : this.text) }),
      ...(told === undefined ? {} : { customdata: mapText(told, isOwn ? this.own : this.text) }),
      ...coloured,
    };
  }
}

/** The values that a template tells in a unit, by the names that Plotly has for them. */
const valuesTold = (template: unknown): string[] =>
  [...String(template).matchAll(/%\{([^:}]+)[^}]*\}\s?(?:nat|bit)(?!\w)/g)].map(([, name]) => name);

/** A figure with its values, the axes they are drawn along, and its words in another unit. */
export function figureInUnit(drawing: Drawing, from: ReaderUnit, to: ReaderUnit): Drawing {
  if (from === to) return drawing;
  const scale = new FigureScale(drawing, from, to);
  const { data, layout } = drawing;
  const entries = Object.entries(layout).map(([key, value]) => {
    if (isAxis(key) && isRecord(value)) return [key, scale.axis(key, value)];
    if (key === "title")
      return [
        key,
        isRecord(value)
          ? { ...value, text: scale.text(titleOf(layout)) }
          : mapText(value, scale.text),
      ];
    if (key === "annotations" && Array.isArray(value))
      return [key, value.map((note) => scale.note(note))];
    if (key === "shapes" && Array.isArray(value))
      return [key, value.map((shape) => scale.shape(shape))];
    return [key, value];
  });
  return {
    data: data.map((trace) => scale.trace(trace as Json)),
    layout: Object.fromEntries(entries),
  };
}
