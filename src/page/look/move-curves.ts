import { isRecord } from "../../words/is-record";
import type { DrawnLayout, DrawnNote } from "./drawn-layout";

/** What a plot shows: traces and layout as they were given to Plotly. */
export interface Shown {
  readonly data: readonly object[];
  readonly layout: DrawnLayout;
}

/** An axis as Plotly keeps it. */
interface Scale {
  readonly autorange?: unknown;
  readonly _length: number;
  c2p(value: number): number;
  r2p(value: number): number;
}

export type MovablePlot = HTMLElement & {
  data?: readonly object[];
  readonly _fullLayout?: object;
  emit?(event: string): void;
};

type Json = Readonly<Record<string, unknown>>;
type Edit = () => void;

/** Keys of a trace of lines whose changes are not drawn, or are its path. */
const unseen = new Set(["x", "y", "text", "customdata", "hovertemplate", "name", "meta"]);
const risen = new Set(["y", "base", "customdata", "hovertemplate", "name", "meta"]);

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => isSame(item, b[i]));
  }
  if (!isRecord(a) || !isRecord(b) || Array.isArray(a) || Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => isSame(a[key], b[key]));
}

const isSameBut = (a: Json, b: Json, but: ReadonlySet<string>): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every(
    (key) => but.has(key) || isSame(a[key], b[key]),
  );

function scaleOf(plot: MovablePlot, ref: string): Scale | undefined {
  const key = `${ref[0]}axis${ref.slice(1)}`;
  const scale = (plot._fullLayout as Readonly<Record<string, Scale>> | undefined)?.[key];
  return scale?.autorange === false ? scale : undefined;
}

/** Texts between tags, which are as many as the drawn text has pieces. */
const pieces = (text: string): string[] =>
  text
    .split(/<[^>]*>/)
    .map((piece) => piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"))
    .filter((piece) => piece !== "");
const tags = (text: string): string => (text.match(/<[^>]*>/g) ?? []).join("");

/** Writes a label over another of the same markup; undefined where it has another. */
function textEdit(drawn: Element | null, from: unknown, to: unknown): Edit | undefined {
  if (from === to) return () => {};
  if (!drawn || typeof from !== "string" || typeof to !== "string" || tags(from) !== tags(to))
    return undefined;
  const nodes: Text[] = [];
  const walker = drawn.ownerDocument.createTreeWalker(drawn, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    // Plotly sets these around what is raised or lowered.
    if (node.nodeValue !== "\u200b" && node.nodeValue !== "") nodes.push(node as Text);
  }
  const texts = pieces(to);
  if (nodes.length !== texts.length) return undefined;
  return () => {
    for (const [i, text] of texts.entries()) nodes[i].data = text;
  };
}

const isNumber = (value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value);

/** The lines between gaps, in pixels. */
function linesOf({ x, y }: Json, across: Scale, up: Scale): string[] | undefined {
  if (!Array.isArray(x) || !Array.isArray(y) || x.length !== y.length) return undefined;
  const lines: string[] = [];
  let line = "";
  for (let i = 0; i < x.length; i += 1) {
    const [px, py] = [x[i], y[i]];
    if (isNumber(px) && isNumber(py)) {
      line += `${line === "" ? "M" : "L"}${across.c2p(px).toFixed(2)},${up.c2p(py).toFixed(2)}`;
    } else if (line !== "") {
      lines.push(line);
      line = "";
    }
  }
  if (line !== "") lines.push(line);
  return lines;
}

function lineEdits(
  drawn: Element,
  to: Json,
  [across, up]: readonly [Scale, Scale],
): Edit[] | undefined {
  const { fill = "none", line } = to;
  const isStraight = !isRecord(line) || line.shape === undefined || line.shape === "linear";
  const lines = linesOf(to, across, up);
  const paths = [...drawn.querySelectorAll(".js-line")];
  const areas = [...drawn.querySelectorAll(".js-fill")];
  if (!isStraight || !lines || lines.length !== paths.length) return undefined;
  const edits = lines.map((path, i) => () => paths[i].setAttribute("d", path));
  if (fill === "none") return areas.length === 0 ? edits : undefined;
  if (fill !== "tozeroy" || lines.length !== 1 || areas.length !== 1) return undefined;
  const zero = up.c2p(0).toFixed(2);
  const xs = (to.x as number[]).filter((_, i) => isNumber((to.y as unknown[])[i]));
  const [first, last] = [xs[0], xs[xs.length - 1]].map((x) => across.c2p(x).toFixed(2));
  const area = `${lines[0]}L${last},${zero}L${first},${zero}Z`;
  return [...edits, () => areas[0].setAttribute("d", area)];
}

/** Upright bars from a base, beside each other: only how high they are changes. */
function barEdits(up: Scale, drawn: Element, to: Json, layout: DrawnLayout): Edit[] | undefined {
  const { y, base, orientation = "v", text } = to;
  const isFree = layout.barmode === "group" || layout.barmode === "overlay";
  if (!isFree || orientation !== "v" || text !== undefined || !Array.isArray(y)) return undefined;
  const paths = [...drawn.querySelectorAll(".point > path")];
  if (paths.length !== y.length || !y.every(isNumber)) return undefined;
  const edits = paths.map((path, i): Edit | undefined => {
    const sides = /^M([-\d.]+),[-\d.]+V[-\d.]+H([-\d.]+)V[-\d.]+Z$/.exec(
      path.getAttribute("d") ?? "",
    );
    const from: unknown = Array.isArray(base) ? base[i] : (base ?? 0);
    if (!sides || !isNumber(from)) return undefined;
    const [foot, head] = [from, from + y[i]].map((value) => up.c2p(value).toFixed(2));
    return () => path.setAttribute("d", `M${sides[1]},${foot}V${head}H${sides[2]}V${foot}Z`);
  });
  return edits.every((edit) => edit !== undefined) ? edits : undefined;
}

/** Draws a line or bars anew in other places; undefined where it is neither, or its axes are free. */
function traceEdits(
  plot: MovablePlot,
  drawn: Element | undefined,
  [from, to]: readonly [Json, Json],
  layout: DrawnLayout,
): Edit[] | undefined {
  if (isSame(from, to)) return [];
  const { type = "scatter", mode, xaxis = "x", yaxis = "y" } = to;
  const [across, up] = [scaleOf(plot, String(xaxis)), scaleOf(plot, String(yaxis))];
  if (!drawn || !across || !up) return undefined;
  if (type === "bar") {
    return isSameBut(from, to, risen) ? barEdits(up, drawn, to, layout) : undefined;
  }
  const isLine = type === "scatter" && mode === "lines" && isSameBut(from, to, unseen);
  return isLine ? lineEdits(drawn, to, [across, up]) : undefined;
}

/** How far a place moved along one direction, in pixels; undefined where its axis is free. */
function shift(plot: MovablePlot, ref: string, from: unknown, to: unknown): number | undefined {
  if (from === to) return 0;
  if (!isNumber(from) || !isNumber(to) || !/^[xy]\d*(?: domain)?$/.test(ref)) return undefined;
  const [axis, domain] = ref.split(" ");
  const scale = scaleOf(plot, axis);
  if (!scale) return undefined;
  const sign = axis[0] === "x" ? 1 : -1;
  if (domain) return sign * (to - from) * scale._length;
  const [before, after] = [scale.r2p(from), scale.r2p(to)];
  // Beyond the axis Plotly shows none.
  return [before, after].every((pixel) => pixel >= 0 && pixel <= scale._length)
    ? after - before
    : undefined;
}

const moving = new Set(["x", "y", "text"]);

function noteEdit(
  plot: MovablePlot,
  index: number,
  from: DrawnNote,
  to: DrawnNote,
): Edit | undefined {
  if (isSame(from, to)) return () => {};
  if (!isSameBut(from, to, moving)) return undefined;
  const drawn = plot.querySelector(`.annotation[data-index="${index}"]`);
  const dx = shift(plot, String(to.xref ?? "x"), from.x, to.x);
  const dy = shift(plot, String(to.yref ?? "y"), from.y, to.y);
  const said = textEdit(drawn?.querySelector(".annotation-text") ?? null, from.text, to.text);
  if (!drawn || dx === undefined || dy === undefined || !said) return undefined;
  return () => {
    said();
    drawn.setAttribute("transform", `translate(${dx.toFixed(1)},${dy.toFixed(1)})`);
  };
}

const titleText = ({ title }: DrawnLayout): unknown => (isRecord(title) ? title.text : title);
const outside = new Set(["title", "annotations"]);

/**
 * Moves the curves and labels of a plot whose axes stay, as the hand moves, without Plotly, which would draw axes and
 * all anew; false where more than these changed: then nothing is done.
 *
 * @param drawn what Plotly drew last
 * @param to what is to be seen
 */
export function moveCurves(plot: MovablePlot, drawn: Shown, to: Shown): boolean {
  const { data, layout } = drawn;
  const notes: readonly DrawnNote[] = layout.annotations ?? [];
  const next: readonly DrawnNote[] = to.layout.annotations ?? [];
  if (data.length !== to.data.length || notes.length !== next.length) return false;
  if (!isSameBut(layout, to.layout, outside)) return false;
  const groups = new Map<number, Element>();
  for (const group of plot.querySelectorAll(".scatterlayer > .trace, .barlayer > .trace")) {
    const { __data__: kept } = group as Element & {
      __data__?: readonly { readonly trace?: { readonly index?: number } }[];
    };
    const index = kept?.[0]?.trace?.index;
    if (index !== undefined) groups.set(index, group);
  }
  const edits: Edit[] = [];
  for (const [i, trace] of data.entries()) {
    const pair = [trace as Json, to.data[i] as Json] as const;
    const own = traceEdits(plot, groups.get(i), pair, layout);
    if (!own) return false;
    edits.push(...own);
  }
  for (const [i, note] of notes.entries()) {
    const edit = noteEdit(plot, i, note, next[i]);
    if (!edit) return false;
    edits.push(edit);
  }
  const titled = textEdit(plot.querySelector(".gtitle"), titleText(layout), titleText(to.layout));
  if (!titled) return false;
  for (const edit of [...edits, titled]) edit();
  plot.data = to.data;
  plot.emit?.("plotly_afterplot");
  return true;
}
