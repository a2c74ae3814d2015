import { isRecord } from "../words/is-record";
import { longestResult } from "./longest-result";
import { tooMuchToDraw } from "./too-much-to-draw";

/** What passes from a Worker to the page. */
export interface CheckedResult {
  readonly id: number;
  readonly error?: string;
  readonly data?: readonly object[];
  readonly layout?: object;
  /** Plain text, where the title is not what is to be said of this position. */
  readonly readout?: string;
  /** Plain text, not markup. */
  readonly alt?: string;
  readonly table?: CheckedTable;
  /** Whether each of the explorer's goals is reached. */
  readonly goals?: readonly boolean[];
}

/** Plain text and numbers, each row as long as the columns. */
export interface CheckedTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

const traceTypes = "scatter bar heatmap contour histogram box pie".split(" ");

const droppedKeys = new Set(
  `__proto__ constructor prototype images updatemenus sliders template mapbox map geo meta source src href customJS
  grid rangebreaks rangeslider rangeselector xbins ybins bdata dtype transforms dtick tick0 tickmode autorangeoptions`.split(
    /\s+/,
  ),
);

const layoutKeys =
  /^(?:title|font|(?:paper|plot)_bgcolor|margin|legend|hoverlabel|hovermode|dragmode|width|height|autosize|[xy]axis\d?|annotations|shapes|showlegend|(?:bar|box)(?:mode|gap|groupgap|norm)|colorway|coloraxis|separators|uniformtext)$/;

/** What is no tag of Plotly's goes, and a "<" that could make one with what follows is written as the character. */
const label = (value: string): string =>
  value
    .slice(0, 1000)
    .replace(/<\/?[a-z!?][^<>]*>|</gi, (found) =>
      found === "<" ? "&lt;" : /^<\/?(?:b|i|br|sub|sup|em|extra)\s*\/?>$/i.test(found) ? found : "",
    )
    // d3 pads a number to any width it is told.
    .replace(/%\{[^{}]*\}/g, (found) => (/\d{3}/.test(found) ? "" : found))
    .replace(/\$/g, "＄"); // a page with MathJax would take it for TeX, which has links

/** A copy with labels only, of so many values and levels at most. */
function cleaner(mostValues: number): (value: unknown) => unknown {
  let left = mostValues;
  const clean = (value: unknown, depth: number): unknown => {
    if (--left < 0 || depth > 14) throw new Error("result too large");
    if (typeof value === "string") return label(value);
    if (Array.isArray(value)) return value.map((item) => clean(item, depth + 1));
    if (!isRecord(value)) return value;
    const entries = Object.entries(value).filter(
      ([key, item]) =>
        !droppedKeys.has(key) &&
        key.length < 60 &&
        !(/format|^value$/.test(key) && typeof item === "string" && /\d{3}/.test(item)),
    );
    return Object.fromEntries(entries.map(([key, item]) => [key, clean(item, depth + 1)]));
  };
  return (value) => clean(value, 0);
}

const isCell = (value: unknown): value is string | number =>
  typeof value === "number" || (typeof value === "string" && value.length <= 500);

function checkedTable(table: unknown): CheckedTable | undefined {
  if (!isRecord(table) || !Array.isArray(table.columns) || !Array.isArray(table.rows)) {
    return undefined;
  }
  const columns: readonly unknown[] = table.columns;
  const rows: readonly unknown[] = table.rows;
  const isRow = (row: unknown): row is (string | number)[] =>
    Array.isArray(row) && row.length === columns.length && row.every(isCell);
  if (columns.length > 30 || rows.length > 5000 || !isRow(columns) || !rows.every(isRow)) {
    return undefined;
  }
  return { columns: columns.map(String), rows };
}

/**
 * Reads a Worker's answer as if an enemy had written it; throws where it is no figure.
 *
 * Only JSON of the kinds a figure has: no keys that reach a prototype, no map tiles, no pictures or links from
 * elsewhere, no markup but Plotly's own, nothing that has Plotly count or pad without end, bounded depth and number
 * of values.
 */
export function checkResult(text: unknown): CheckedResult {
  if (typeof text !== "string" || text.length > longestResult) throw new Error("result too large");
  const answer: unknown = JSON.parse(text);
  if (!isRecord(answer) || typeof answer.id !== "number") throw new Error("no answer");
  const { id, error, data, layout, readout, alt, table, goals } = answer;
  if (error !== undefined) return { id, error: String(error).slice(0, 500) };
  if (!Array.isArray(data) || data.length > 60 || !data.every(isRecord) || !isRecord(layout)) {
    throw new Error("no figure");
  }
  for (const { type = "scatter" } of data) {
    if (typeof type !== "string" || !traceTypes.includes(type)) {
      throw new Error("no trace of a known type");
    }
  }
  const known = Object.fromEntries(Object.entries(layout).filter(([key]) => layoutKeys.test(key)));
  if (tooMuchToDraw(data, known)) throw new Error("too much to draw");
  const clean = cleaner(200_000);
  const shown = checkedTable(table);
  return {
    id,
    data: clean(data) as object[],
    layout: clean(known) as object,
    ...(typeof readout === "string" ? { readout: readout.slice(0, 500) } : {}),
    ...(typeof alt === "string" ? { alt: alt.slice(0, 4000) } : {}),
    ...(shown ? { table: shown } : {}),
    ...(Array.isArray(goals) ? { goals: goals.slice(0, 8).map((goal) => goal === true) } : {}),
  };
}
