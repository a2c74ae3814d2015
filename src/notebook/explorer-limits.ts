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
  const marks = (trace: (typeof data)[number]): number => {
    const { type = "scatter", mode, x, y, text, labels, values, z } = trace;
    const points = Math.max(...[x, y, text, labels, values].map(lengthOf));
    const rows = Array.isArray(z) ? z : [];
    if (type === "heatmap") return rows.length > 2000 ? Number.POSITIVE_INFINITY : 0;
    // Each level walks every cell.
    if (type === "contour") return (rows.length * Math.max(0, ...rows.map(lengthOf))) / 4;
    const isLine = typeof mode === "string" && !/markers|text/.test(mode);
    const isBare = trace.error_x === undefined && trace.error_y === undefined;
    if (type === "scatter" && isLine && isBare) return points / 20;
    const hasWords = type === "scatter" ? /text/.test(String(mode)) : text !== undefined;
    return hasWords ? 5 * points : points;
  };
  const endless = (value: unknown, depth: number): boolean => {
    if (typeof value !== "object" || value === null || depth > 6) return false;
    const { start, end, size } = value as Record<string, number>;
    if (size !== undefined && start !== undefined && !((end - start) / size <= 200)) return true;
    return Object.entries(value).some(([key, item]) => {
      if (/^(?:ncontours|nbins[xy]?|nticks)$/.test(key)) return !(item <= 200);
      if (/^(?:tickvals|ticktext|colorscale)$/.test(key)) return lengthOf(item) > 300;
      if (/^(?:width|height)$/.test(key) && depth === 0) return !(item >= 50 && item <= 4000);
      return !Array.isArray(item) && endless(item, depth + 1);
    });
  };
  const total = data.reduce((sum, trace) => sum + marks(trace), 0);
  return (
    total > 10_000 ||
    lengthOf(layout.annotations) > 100 ||
    lengthOf(layout.shapes) > 300 ||
    endless(layout, 0) ||
    data.some((trace) => endless(trace, 1))
  );
};
