import { colors, translucent } from "./style";

/**
 * Positions as near as may be to the given ones, at least `gap` apart and in the same order.
 *
 * Neighbours that meet form a block, which sits around its own mean: the sum of squared moves is least.
 */
export function spread(positions: readonly number[], gap: number): number[] {
  const order = positions.map((_, i) => i).sort((i, j) => positions[i] - positions[j] || i - j);
  const blocks: { sum: number; members: number[] }[] = [];
  const start = ({ sum, members }: (typeof blocks)[number]): number =>
    sum / members.length - (gap * (members.length - 1)) / 2;
  for (const i of order) {
    blocks.push({ sum: positions[i], members: [i] });
    while (blocks.length > 1) {
      const [before, last] = blocks.slice(-2);
      if (start(before) + gap * before.members.length <= start(last)) break;
      blocks.splice(-2, 2, {
        sum: before.sum + last.sum,
        members: [...before.members, ...last.members],
      });
    }
  }
  const placed = positions.slice();
  for (const block of blocks) {
    for (const [k, i] of block.members.entries()) placed[i] = start(block) + gap * k;
  }
  return placed;
}

/** A name that stands beside its curve, in the curve's colour. */
export function curveLabel(
  text: string,
  x: number,
  y: number,
  color: string,
  more: Readonly<Record<string, unknown>> = {},
): object {
  return {
    text,
    x,
    y,
    showarrow: false,
    yanchor: "bottom",
    font: { color, size: 13 },
    ...more,
  };
}

/** Words on a map or over lines: on a ground of the page's own colour. */
export const grounded = { bgcolor: translucent(colors.paper, 0.85), borderpad: 2 } as const;

export interface EndLabel {
  readonly text: string;
  readonly y: number;
  readonly color: string;
}

interface EndLabelOptions {
  /** Where the curves end, as the axis counts: the logarithm on a logarithmic axis. */
  readonly x: number;
  /** Least distance in units of y. */
  readonly gap: number;
  /** The axis's upper end: what lies above it is not drawn. */
  readonly top: number;
}

/** Names of curves at their right ends, pushed apart where they would meet, none above the axis. */
export function endLabels(labels: readonly EndLabel[], { x, gap, top }: EndLabelOptions): object[] {
  const apart = spread(
    labels.map(({ y }) => y),
    gap,
  );
  const above = (i: number): number =>
    apart.filter((y, j) => y > apart[i] || (y === apart[i] && j < i)).length;
  return labels.map(({ text, color }, i) =>
    curveLabel(text, x, Math.min(apart[i], top - gap * (above(i) + 0.5)), color, {
      xanchor: "left",
      yanchor: "middle",
      xshift: 6,
    }),
  );
}

/** A bracket from `low` to `high` at x, as shapes: a line with feet that point to what it measures. */
export function bracket(
  x: number,
  [low, high]: readonly [number, number],
  foot: number,
  more: Readonly<Record<string, unknown>> = {},
): object[] {
  const line = { color: colors.text, width: 1.5 };
  return [
    { type: "line", x0: x, x1: x, y0: low, y1: high, line, ...more },
    ...[low, high].map((y) => ({
      type: "line",
      x0: x - foot,
      x1: x + foot,
      y0: y,
      y1: y,
      line,
      ...more,
    })),
  ];
}
