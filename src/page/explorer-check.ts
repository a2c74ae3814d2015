/** What passes from a Worker to the page. */
export interface CheckedResult {
  readonly id: number;
  readonly error?: string;
  readonly data?: readonly object[];
  readonly layout?: object;
  /** Plain text, not markup. */
  readonly alt?: string;
  readonly table?: CheckedTable;
}

/** Plain text and numbers, each row as long as the columns. */
export interface CheckedTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/**
 * Reads a Worker's answer as if an enemy had written it; throws where it is no figure.
 *
 * The text of a function. Only JSON of the kinds a figure has: no keys that reach a prototype, no map tiles, no
 * pictures or links from elsewhere, no markup but Plotly's own, nothing that has Plotly count or pad without end,
 * bounded depth and number of values.
 */
export const checkResult = (
  text: unknown,
  longest: number,
  tooMuch: (data: readonly Record<string, unknown>[], layout: Record<string, unknown>) => boolean,
): CheckedResult => {
  if (typeof text !== "string" || text.length > longest) throw new Error("result too large");
  const types = "scatter bar heatmap contour histogram box pie".split(" ");
  const dropped = new Set(
    `__proto__ constructor prototype images updatemenus sliders template mapbox map geo meta source src href customJS
    grid rangebreaks rangeslider rangeselector xbins ybins bdata dtype transforms dtick tick0 tickmode autorangeoptions`.split(
      /\s+/,
    ),
  );
  const layoutKeys =
    /^(?:title|font|(?:paper|plot)_bgcolor|margin|legend|hoverlabel|hovermode|dragmode|width|height|autosize|[xy]axis\d?|annotations|shapes|showlegend|(?:bar|box)(?:mode|gap|groupgap|norm)|colorway|coloraxis|separators|uniformtext)$/;
  let left = 200_000;
  // What is no tag of Plotly's goes, and a "<" that could make one with what follows is written as the character.
  const label = (value: string): string =>
    value
      .slice(0, 1000)
      .replace(/<\/?[a-z!?][^<>]*>|</gi, (found) =>
        found === "<"
          ? "&lt;"
          : /^<\/?(?:b|i|br|sub|sup|em|extra)\s*\/?>$/i.test(found)
            ? found
            : "",
      )
      // d3 pads a number to any width it is told.
      .replace(/%\{[^{}]*\}/g, (found) => (/\d{3}/.test(found) ? "" : found))
      .replace(/\$/g, "＄"); // a page with MathJax would take it for TeX, which has links
  const clean = (value: unknown, depth: number): unknown => {
    if (--left < 0 || depth > 14) throw new Error("result too large");
    if (typeof value === "string") return label(value);
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => clean(item, depth + 1));
    const entries = Object.entries(value).filter(
      ([key, item]) =>
        !dropped.has(key) &&
        key.length < 60 &&
        !(/format|^value$/.test(key) && typeof item === "string" && /\d{3}/.test(item)),
    );
    return Object.fromEntries(entries.map(([key, item]) => [key, clean(item, depth + 1)]));
  };
  const { id, error, data, layout, alt, table } = JSON.parse(text);
  if (typeof id !== "number") throw new Error("no answer");
  if (error !== undefined) return { id, error: String(error).slice(0, 500) };
  const isRecord = (value: unknown): value is Record<string, unknown> =>
    typeof value === "object" && value !== null && !Array.isArray(value);
  if (!Array.isArray(data) || data.length > 60 || !data.every(isRecord) || !isRecord(layout)) {
    throw new Error("no figure");
  }
  for (const { type = "scatter" } of data) {
    if (typeof type !== "string" || !types.includes(type)) {
      throw new Error("no trace of a known type");
    }
  }
  const known = Object.fromEntries(Object.entries(layout).filter(([key]) => layoutKeys.test(key)));
  if (tooMuch(data, known)) throw new Error("too much to draw");
  const isCell = (value: unknown): boolean =>
    typeof value === "number" || (typeof value === "string" && value.length <= 500);
  const isRow = (value: unknown, length: number): boolean =>
    Array.isArray(value) && value.length === length && value.every(isCell);
  const hasTable =
    isRecord(table) &&
    isRow(table.columns, Math.min(30, (table.columns as unknown[])?.length)) &&
    Array.isArray(table.rows) &&
    table.rows.length <= 5000 &&
    table.rows.every((row) => isRow(row, (table.columns as unknown[]).length));
  return {
    id,
    data: clean(data, 0) as object[],
    layout: clean(known, 0) as object,
    ...(typeof alt === "string" ? { alt: alt.slice(0, 4000) } : {}),
    ...(hasTable ? { table: { columns: table.columns, rows: table.rows } as CheckedTable } : {}),
  };
};
