import { isRecord } from "../../words/is-record";
import type { DrawnLayout } from "./drawn-layout";

type Span = readonly [low: number, high: number];

const spanOf = (axis: unknown): Span => {
  const domain = isRecord(axis) ? axis.domain : undefined;
  return Array.isArray(domain) && domain.length === 2 ? [domain[0], domain[1]] : [0, 1];
};

const axesOf = (
  layout: DrawnLayout,
  letter: "x" | "y",
): [string, Readonly<Record<string, unknown>>][] =>
  Object.entries(layout).flatMap(([key, axis]) =>
    key.startsWith(`${letter}axis`) && isRecord(axis) ? [[key, axis]] : [],
  );

/** The columns of panels that lie side by side, from the left; one for all others, insets among them. */
function columnsOf(layout: DrawnLayout): Span[] {
  const spans = axesOf(layout, "x").map(([, axis]) => spanOf(axis));
  const different = [...new Map(spans.map((span) => [span.join(), span])).values()].sort(
    (a, b) => a[0] - b[0],
  );
  const areApart = different.every((span, i) => i === 0 || span[0] >= different[i - 1][1]);
  return areApart && different.length > 1 ? different : [[0, 1]];
}

/** How many panels stand side by side. */
export const columnCount = (layout: DrawnLayout): number => columnsOf(layout).length;

const gap = 0.13;

/**
 * The layout with panels that stood side by side above each other, each as wide as the figure, the left one on top.
 *
 * Notes that are placed on a panel's axes or their domains move with it.
 */
export function stacked(layout: DrawnLayout): DrawnLayout {
  const columns = columnsOf(layout);
  const count = columns.length;
  if (count < 2) return layout;
  const height = (1 - gap * (count - 1)) / count;
  const columnOf = new Map(
    axesOf(layout, "x").map(([key, axis]) => {
      const [low] = spanOf(axis);
      return [key.replace("axis", ""), columns.findIndex((span) => span[0] === low)];
    }),
  );
  const across = axesOf(layout, "x").map(([key, axis]) => [key, { ...axis, domain: [0, 1] }]);
  const up = axesOf(layout, "y").map(([key, axis]) => {
    const anchor = typeof axis.anchor === "string" ? axis.anchor : "x";
    const bottom = 1 - height - (columnOf.get(anchor) ?? 0) * (height + gap);
    const [low, high] = spanOf(axis);
    const domain = [bottom + low * height, Math.min(1, bottom + high * height)];
    // Each panel has its numbers now: there is no neighbour to read them from.
    const { showticklabels: _, ...rest } = axis;
    return [key, { ...rest, domain }];
  });
  return { ...layout, ...Object.fromEntries([...across, ...up]) };
}
