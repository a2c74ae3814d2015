import type { Trace } from "./figure";
import { evenly, finite, type Interval } from "./grid";
import { colors, line, points, translucent } from "./style";

type Curves = readonly [onSample: (x: number) => number, inMean: (x: number) => number];

/** What an inset shows: the lowest part of two curves and the level below them. */
export interface Inset {
  readonly x: readonly number[];
  readonly y: Interval;
  readonly spots: readonly [number, number];
  readonly floor: number;
}

/**
 * The part around two minima that are apart; undefined where they are the same, so that there is nothing to enlarge.
 *
 * @param spots where the curves are least
 * @param range of the whole plot
 */
export function insetAround(
  spots: readonly [number, number],
  [onSample, inMean]: Curves,
  floor: number,
  [low, high]: Interval,
): Inset | undefined {
  const [left, right] = [Math.min(...spots), Math.max(...spots)];
  const gap = right - left;
  // As wide as half of the plot there is nothing to enlarge, nor where both are one point of it.
  if (gap < 1e-3 * (high - low) || gap > 0.2 * (high - low)) return undefined;
  const x = evenly(Math.max(low, left - 1.2 * gap), Math.min(high, right + 1.2 * gap), 41);
  const values = [...x.map(onSample), ...x.map(inMean), floor].filter(Number.isFinite);
  const [bottom, top] = [Math.min(...values), Math.max(...values)];
  const room = 0.12 * (top - bottom);
  return { x, y: [bottom - room, top + room], spots, floor };
}

/** An open ring, so that a diamond in the same place is seen within it. */
export const around = { symbol: "circle-open", size: 18 } as const;

const within = { xaxis: "x2", yaxis: "y2", showlegend: false };

export function insetTraces({ x, spots, floor }: Inset, [onSample, inMean]: Curves): Trace[] {
  const curve = (f: (x: number) => number): (number | null)[] => x.map((xi) => finite(f(xi)));
  return [
    line("−(1/m) log L", x, curve(onSample), translucent(colors.data, 0.6), {
      width: 4.5,
      ...within,
    }),
    line("H(P) + D", x, curve(inMean), colors.divergence, { dash: "dash", ...within }),
    line("H(P)", [x[0], x[x.length - 1]], [floor, floor], colors.p, {
      dash: "dot",
      width: 1.8,
      ...within,
    }),
    points("max L", [spots[0]], [onSample(spots[0])], colors.data, { ...around, ...within }),
    points("min D", [spots[1]], [inMean(spots[1])], colors.divergence, {
      symbol: "diamond",
      ...within,
    }),
  ];
}

/** Axes of the inset, over the middle of the plot, which curves with a minimum leave free. */
export const insetAxes = ({ x, y }: Inset, parameter: string): object => {
  const frame = {
    showgrid: false,
    zeroline: false,
    showline: true,
    mirror: true,
    linecolor: colors.zero,
    nticks: 4,
    tickfont: { size: 11 },
  };
  return {
    xaxis2: {
      ...frame,
      title: { text: parameter, font: { size: 11 }, standoff: 2 },
      domain: [0.33, 0.67],
      anchor: "y2",
      range: [x[0], x[x.length - 1]],
    },
    yaxis2: { ...frame, showticklabels: false, domain: [0.44, 0.76], anchor: "x2", range: y },
  };
};

/** Where a bracket from the floor up to the curve is about a third as high as the plot; undefined without such a place. */
export function bracketAt(
  x: readonly number[],
  curve: readonly number[],
  floor: number,
  least: number,
): { readonly x: number; readonly top: number; readonly isOutRight: boolean } | undefined {
  const known = curve.filter(Number.isFinite);
  const wanted = floor + 0.3 * (Math.max(...known) - floor);
  const inner = x.map((xi, i) => ({ x: xi, top: curve[i] })).slice(4, -4);
  // On the side with more room.
  const side = inner.filter(({ x: xi }) =>
    least < (x[0] + x[x.length - 1]) / 2 ? xi > least : xi < least,
  );
  const best = side.reduce<(typeof side)[number] | undefined>(
    (a, b) =>
      Number.isFinite(b.top) && (!a || Math.abs(b.top - wanted) < Math.abs(a.top - wanted)) ? b : a,
    undefined,
  );
  if (!best || best.top <= floor) return undefined;
  const share = (best.x - x[0]) / (x[x.length - 1] - x[0]);
  return { ...best, isOutRight: best.x > least ? share < 0.82 : share < 0.3 };
}
