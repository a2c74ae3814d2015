import { isRecord } from "../words/is-record";

type Json = Readonly<Record<string, unknown>>;

/** More than these take a page about a second on a slow machine. */
const mostMarks = 5000;
const mostShapes = 300;
const mostSteps = 200;

const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

const textLength = (value: unknown): number =>
  typeof value === "string"
    ? value.length
    : Array.isArray(value)
      ? value.reduce((sum: number, item) => sum + textLength(item), 0)
      : 0;

/** What a trace costs, in marks; lines are cheap, marks are not. */
function marksOf(trace: Json, traces: number): number {
  const { type = "scatter", mode, x, y, text, labels, values, z } = trace;
  const points = Math.max(...[x, y, text, labels, values].map(lengthOf));
  const rows: readonly unknown[] = Array.isArray(z) ? z : [];
  if (type === "heatmap") return rows.length > 2000 ? Number.POSITIVE_INFINITY : 0;
  // Each level walks every cell.
  if (type === "contour") return (rows.length * Math.max(0, ...rows.map(lengthOf))) / 8;
  if (type === "pie") return 40 * points; // each word makes room for each other
  const isLine = typeof mode === "string" && !/markers|text/.test(mode);
  const isBare = trace.error_x === undefined && trace.error_y === undefined;
  // Stacked lines are given each other's points, one by one.
  if (trace.stackgroup !== undefined) return (points * traces) / 20;
  if (type === "scatter" && isLine && isBare) return points / 40;
  const hasWords = type === "scatter" ? /text/.test(String(mode)) : text !== undefined;
  return hasWords ? 5 * points + textLength(text) / 8 : points;
}

/** Whether levels, bins or ticks have no end in sight, or the picture no sensible size. */
function isEndless(value: unknown, depth: number): boolean {
  if (!isRecord(value) || depth > 6) return false;
  const { start, end, size } = value;
  const hasSteps = size !== undefined && start !== undefined;
  if (hasSteps && !((Number(end) - Number(start)) / Number(size) <= mostSteps)) return true;
  return Object.entries(value).some(([key, item]) => {
    if (/^(?:ncontours|nbins[xy]?|nticks)$/.test(key)) return !(Number(item) <= mostSteps);
    if (/^(?:tickvals|ticktext|colorscale)$/.test(key)) return lengthOf(item) > 300;
    if (/^(?:width|height)$/.test(key) && depth === 0) {
      return !(Number(item) >= 50 && Number(item) <= 1500);
    }
    const lacksStart =
      key === "contours" && isRecord(item) && item.size !== undefined && item.start === undefined;
    return lacksStart || isEndless(item, depth + 1);
  });
}

/** Whether Plotly would hold up the page over a figure: elements by the ten thousand, levels or bins without end. */
export function tooMuchToDraw(data: readonly Json[], layout: Json): boolean {
  const notes: readonly unknown[] = Array.isArray(layout.annotations) ? layout.annotations : [];
  const words = notes.reduce(
    (sum: number, note) => sum + 20 + textLength(isRecord(note) ? note.text : undefined) / 4,
    0,
  );
  const total = data.reduce((sum, trace) => sum + marksOf(trace, data.length), words);
  return (
    total > mostMarks ||
    lengthOf(layout.shapes) > mostShapes ||
    isEndless(layout, 0) ||
    data.some((trace) => isEndless(trace, 1))
  );
}
