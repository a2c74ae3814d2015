/** What passes from a Worker to Plotly. */
export interface CheckedResult {
  readonly id: number;
  readonly error?: string;
  readonly data?: readonly object[];
  readonly layout?: object;
}

/**
 * Reads a Worker's answer as if an enemy had written it; throws where it is no figure.
 *
 * The text of a function. Only JSON of the kinds a figure has: no keys that reach a prototype, no map tiles, no
 * pictures or links from elsewhere, no markup but Plotly's own, bounded depth and number of values.
 */
export const checkResult = (text: unknown, longest: number): CheckedResult => {
  if (typeof text !== "string" || text.length > longest) throw new Error("result too large");
  const types = "scatter bar heatmap contour histogram box violin pie".split(" ");
  const dropped = new Set(
    "__proto__ constructor prototype images updatemenus sliders template mapbox map geo meta source src href customJS".split(
      " ",
    ),
  );
  let left = 200_000;
  const label = (value: string): string =>
    value
      .slice(0, 4000)
      .replace(/<[a-z/!?][^>]*>?/gi, (tag) =>
        /^<\/?(?:b|i|br|sub|sup|em)\s*\/?>$/i.test(tag) ? tag : "",
      )
      .replace(/\$/g, "＄"); // a page with MathJax would take it for TeX, which has links
  const clean = (value: unknown, depth: number): unknown => {
    if (--left < 0 || depth > 14) throw new Error("result too large");
    if (typeof value === "string") return label(value);
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => clean(item, depth + 1));
    const entries = Object.entries(value).filter(([key]) => !dropped.has(key) && key.length < 60);
    return Object.fromEntries(entries.map(([key, item]) => [key, clean(item, depth + 1)]));
  };
  const { id, error, data, layout } = JSON.parse(text);
  if (typeof id !== "number") throw new Error("no answer");
  if (error !== undefined) return { id, error: label(String(error)) };
  const isRecord = (value: unknown): value is Record<string, unknown> =>
    typeof value === "object" && value !== null && !Array.isArray(value);
  if (!Array.isArray(data) || data.length > 60 || !data.every(isRecord) || !isRecord(layout)) {
    throw new Error("no figure");
  }
  for (const { type = "scatter" } of data) {
    if (!types.includes(String(type))) throw new Error("no trace of a known type");
  }
  return { id, data: clean(data, 0) as object[], layout: clean(layout, 0) as object };
};
