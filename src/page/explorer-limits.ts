/**
 * Whether Plotly would hold up the page over a figure: elements by the ten thousand, levels or bins without end.
 *
 * The text of a function. The bounds are what takes about a second on a slow machine; lines are cheap, marks are not.
 */
export const tooMuchToDraw = (
  data: readonly Record<string, unknown>[],
  layout: Record<string, unknown>,
): boolean => {
  const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);
  const lengthOfAll = (value: unknown): number =>
    typeof value === "string"
      ? value.length
      : Array.isArray(value)
        ? value.reduce((sum, item) => sum + lengthOfAll(item), 0)
        : 0;
  const marks = (trace: (typeof data)[number]): number => {
    const { type = "scatter", mode, x, y, text, labels, values, z } = trace;
    const points = Math.max(...[x, y, text, labels, values].map(lengthOf));
    const rows = Array.isArray(z) ? z : [];
    if (type === "heatmap") return rows.length > 2000 ? Number.POSITIVE_INFINITY : 0;
    // Each level walks every cell.
    if (type === "contour") return (rows.length * Math.max(0, ...rows.map(lengthOf))) / 8;
    if (type === "pie") return 40 * points; // each word makes room for each other
    const isLine = typeof mode === "string" && !/markers|text/.test(mode);
    const isBare = trace.error_x === undefined && trace.error_y === undefined;
    // Stacked lines are given each other's points, one by one.
    if (trace.stackgroup !== undefined) return (points * data.length) / 20;
    if (type === "scatter" && isLine && isBare) return points / 40;
    const hasWords = type === "scatter" ? /text/.test(String(mode)) : text !== undefined;
    return hasWords ? 5 * points + lengthOfAll(text) / 8 : points;
  };
  const notes = Array.isArray(layout.annotations) ? layout.annotations : [];
  const words = notes.reduce((sum, note) => sum + 20 + lengthOfAll(note?.text) / 4, 0);
  const endless = (value: unknown, depth: number): boolean => {
    if (typeof value !== "object" || value === null || depth > 6) return false;
    const { start, end, size } = value as Record<string, number>;
    if (size !== undefined && start !== undefined && !((end - start) / size <= 200)) return true;
    return Object.entries(value as object).some(([key, item]) => {
      if (/^(?:ncontours|nbins[xy]?|nticks)$/.test(key)) return !(item <= 200);
      if (/^(?:tickvals|ticktext|colorscale)$/.test(key)) return lengthOf(item) > 300;
      if (/^(?:width|height)$/.test(key) && depth === 0) return !(item >= 50 && item <= 1500);
      if (key === "contours" && item?.size !== undefined && item.start === undefined) return true;
      return !Array.isArray(item) && endless(item, depth + 1);
    });
  };
  const total = data.reduce((sum, trace) => sum + marks(trace), words);
  return (
    total > 5000 ||
    lengthOf(layout.shapes) > 300 ||
    endless(layout, 0) ||
    data.some((trace) => endless(trace, 1))
  );
};
