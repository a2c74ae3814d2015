import type { Trace } from "./figure";
import type { Triple } from "./level-curve";
import { onTriangle } from "./on-triangle";
import { drawn } from "./plain-rows";
import { colors } from "./style";

/** Steps of p by descent in its logits, as short lines with heads; no step is a dot. */
export function descentArrows(
  name: string,
  spots: readonly Triple[],
  gradient: (p: Triple) => Triple,
  axes: object,
): Trace {
  const steps = spots.map((p) => {
    const g = gradient(p);
    const mean = p.reduce((sum, pi, i) => sum + pi * g[i], 0);
    return p.map((pi, i) => -pi * (g[i] - mean)) as unknown as Triple;
  });
  const longest = Math.max(...steps.map((step) => Math.hypot(...step)), 1e-12);
  const ends = spots.map((p, k) => {
    const long = Math.hypot(...steps[k]);
    // By the root: short steps are seen too.
    const scale = long > 0 ? (0.11 * Math.sqrt(long / longest)) / long : 0;
    return onTriangle(p.map((pi, i) => pi + scale * steps[k][i]));
  });
  const isStill = steps.every((step) => Math.hypot(...step) === 0);
  const starts = spots.map((p) => onTriangle(p));
  return {
    type: "scatter",
    mode: isStill ? "markers" : "lines+markers",
    name,
    x: isStill
      ? starts.map(({ x }) => drawn(x))
      : starts.flatMap(({ x }, i) => [drawn(x), drawn(ends[i].x), null]),
    y: isStill
      ? starts.map(({ y }) => drawn(y))
      : starts.flatMap(({ y }, i) => [drawn(y), drawn(ends[i].y), null]),
    line: { color: colors.divergence, width: 1.4, simplify: false },
    marker: {
      color: colors.divergence,
      symbol: isStill ? "circle" : "arrow",
      ...(isStill ? { size: 4 } : { angleref: "previous", size: starts.flatMap(() => [0, 8, 0]) }),
    },
    hoverinfo: "skip",
    showlegend: false,
    ...axes,
  };
}
