import type { Distribution } from "../../distributions/distribution";
import { gaussKronrod } from "../../math/gauss-kronrod";
import { integrate } from "../../math/integrate";

/** How hard a number is worked for; two of them tell how far it may be off. */
export interface Quality {
  readonly name: "fine" | "coarse";
  readonly tolerance: number;
  readonly maxPanels: number;
  /** Where a distribution's mass is marked. */
  readonly levels: readonly number[];
  /** The width, relative to the grid's, to which an optimum is narrowed. */
  readonly optimum: number;
}

export const fine: Quality = {
  name: "fine",
  tolerance: 1e-12,
  maxPanels: 400,
  levels: [1e-9, 1e-4, 0.02, 0.2, 0.5, 0.8, 0.98, 0.9999, 1 - 1e-9],
  optimum: 1e-9,
};

// Other panels, not only fewer, so that a shared blind spot is unlikely.
export const coarse: Quality = {
  name: "coarse",
  tolerance: 1e-8,
  maxPanels: 120,
  levels: [1e-7, 1e-3, 0.07, 0.37, 0.73, 0.95, 0.999, 1 - 1e-7],
  optimum: 1e-6,
};

/** A number, and how far a quadrature that ran out of panels may be off: 0 where it reached its tolerance. */
export interface Measured {
  readonly value: number;
  readonly noise?: number;
  /** ∫|f|, against which a value may be nothing but rounding. */
  readonly magnitude?: number;
}

/** The line of an integral, and what is known of where the function lives on it. */
export interface Line {
  readonly low: number;
  readonly high: number;
  /** Distributions whose mass and kinks lie where the function lives. */
  readonly guides: readonly Distribution[];
  /** Other places where it changes. */
  readonly marks?: readonly number[];
}

/** f(x)·e^logJacobian, with the exponent taken in before it can under- or overflow. */
export type LogScaled = (x: number, logJacobian: number) => number;

const nothing = { value: 0, error: 0, magnitude: 0 };

const landmarkCache = new WeakMap<Distribution, Map<string, readonly number[]>>();

function landmarks(d: Distribution, quality: Quality): readonly number[] {
  let byQuality = landmarkCache.get(d);
  if (!byQuality) landmarkCache.set(d, (byQuality = new Map()));
  let found = byQuality.get(quality.name);
  if (!found) {
    const own = quality.name === "fine" ? d.landmarks : undefined;
    const marks = own ?? quality.levels.map((u) => d.quantile(u));
    found = [...d.kinks, ...d.support, ...marks].filter(Number.isFinite);
    byQuality.set(quality.name, found);
  }
  return found;
}

/** ∫ over a line of a function of either sign: ±∞ where it diverges, NaN where it does so both ways. */
export function integrateLine(g: LogScaled, line: Line, quality: Quality): Measured {
  const { low, high, guides } = line;
  if (low > high) {
    const turned = integrateLine(g, { ...line, low: high, high: low }, quality);
    return { ...turned, value: -turned.value };
  }
  if (!(low < high)) return { value: low === high ? 0 : Number.NaN };
  const infinite = { positive: false, negative: false };
  const guarded: LogScaled = (x, logJacobian) => {
    const y = g(x, logJacobian);
    if (y === Number.POSITIVE_INFINITY) infinite.positive = true;
    else if (y === Number.NEGATIVE_INFINITY) infinite.negative = true;
    else return y;
    return 0;
  };
  const marks = [...guides.flatMap((d) => landmarks(d, quality)), ...(line.marks ?? [])];
  const points = inner(low, high, marks.length > 0 ? marks : [-8, -1, 0, 1, 8]);
  const first = points[0];
  const last = points[points.length - 1];
  const width = last - first || Math.max(1, Math.abs(first));
  const body = points.length > 1 ? integrate((x) => guarded(x, 0), points, quality) : nothing;
  let { value, magnitude } = body;
  let noise = 0;
  // A jump that no panel ends at leaves more than any two qualities differ by.
  const isShort = body.error > 10 * quality.tolerance * body.magnitude;
  for (const [end, from] of [
    [low, first],
    [high, last],
  ] as const) {
    for (const part of tailParts(end, from, width)) {
      const tail = tailIntegral(guarded, { ...part, width, scale: magnitude }, quality);
      if (tail.value === Number.POSITIVE_INFINITY) infinite.positive = true;
      else if (tail.value === Number.NEGATIVE_INFINITY) infinite.negative = true;
      else value += tail.value;
      magnitude += tail.magnitude;
      noise += tail.noise;
    }
  }
  if (infinite.positive) value = infinite.negative ? Number.NaN : Number.POSITIVE_INFINITY;
  else if (infinite.negative) value = Number.NEGATIVE_INFINITY;
  return { value, noise: isShort ? noise + body.error : noise, magnitude };
}

function inner(low: number, high: number, marks: readonly number[]): number[] {
  const [least, most] = [low + closest(low), high - closest(high)];
  const inside = [...new Set(marks)].filter((x) => x > least && x < most).sort((a, b) => a - b);
  if (inside.length > 0) return inside;
  if (Number.isFinite(low) && Number.isFinite(high)) return [low + (high - low) / 2];
  if (Number.isFinite(low)) return [low + 1];
  return [Number.isFinite(high) ? high - 1 : 0];
}

/** So near an end that is not 0, too few digits are left of the way to it for a density that is infinite there. */
const closest = (end: number): number => (Number.isFinite(end) ? Math.abs(end) * 2 ** -42 : 0);

const steps = [0, 0.5, 1, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 340];

interface Tail {
  readonly end: number;
  /** The outermost mark. */
  readonly from: number;
  /** Between the outermost marks: how far one has to go to see anything change. */
  readonly width: number;
  /** Of the whole integral. */
  readonly scale: number;
  /** Fine steps near `from`, wide ones far out; else fine steps near `end`. */
  readonly isOutward: boolean;
}

/** A far end is come to in two ways: outwards from the marks as if there were none, then towards it. */
function tailParts(
  end: number,
  from: number,
  width: number,
): readonly Pick<Tail, "end" | "from" | "isOutward">[] {
  if (end === from) return [];
  if (!Number.isFinite(end)) return [{ end, from, isOutward: true }];
  if (Math.abs(end - from) <= 4 * width) return [{ end, from, isOutward: false }];
  const middle = from + (end - from) / 2;
  return [
    { end: middle, from, isOutward: true },
    { end, from: middle, isOutward: false },
  ];
}

/** From the outermost mark to an end; x runs exponentially, so that power tails become exponentials in s. */
function tailIntegral(
  g: LogScaled,
  { end, from, width, scale, isOutward }: Tail,
  quality: Quality,
): Required<Measured> {
  const finite = Number.isFinite(end);
  const span = isOutward ? width : Math.abs(from - end);
  const sign = end > from ? 1 : -1;
  const inS = isOutward
    ? (s: number) => g(from + sign * span * Math.expm1(s), Math.log(span) + s)
    : (s: number) => g(end - sign * span * Math.exp(-s), Math.log(span) - s);
  const most = finite && end !== 0 ? Math.max(2, Math.log(span / closest(end))) : 340;
  const outward = finite ? Math.log1p(Math.abs(end - from) / span) : 340 - Math.log(span);
  const length = isOutward ? outward : most;
  const stops = [...steps.filter((s) => s < length), length];
  let value = 0;
  let magnitude = 0;
  let quiet = 0;
  for (let i = 1; i < stops.length; i++) {
    const panel = gaussKronrod(inS, stops[i - 1], stops[i]);
    const total = scale + magnitude;
    if (panel.magnitude <= 1e-17 * total) {
      // Two silent panels: the tail is over. A heavy tail never falls silent so soon.
      if (++quiet === 2) return { value, magnitude, noise: 0 };
      continue;
    }
    quiet = 0;
    const part =
      panel.error > quality.tolerance * total
        ? integrate(inS, [stops[i - 1], stops[i]], quality)
        : panel;
    value += part.value;
    magnitude += panel.magnitude;
  }
  if (isOutward && finite) return { value, magnitude, noise: 0 };
  const rest = beyond(inS, length);
  // Where the last digits of x end at an end, a thirtieth of the rest may be due to how the function bends there.
  const noise = finite && end !== 0 && Number.isFinite(rest) ? Math.abs(rest) * 0.03 : 0;
  return { value: value + rest, magnitude, noise };
}

/** The rest beyond the last s, from the rate at which the function falls there; ±∞ where it does not fall. */
function beyond(inS: (s: number) => number, length: number): number {
  const here = inS(length);
  const before = inS(length * 0.8);
  if (here === 0 || before === 0 || here > 0 !== before > 0) return 0;
  const rate = Math.log(here / before) / (length * 0.2);
  if (!(rate < -1e-6)) return here > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  // Integrated by parts, with the rate at the end and how it changes: a logarithm beside a power bends it.
  const middle = inS(length * 0.9);
  const step = 0.1 * length;
  const [late, early] = [Math.log(middle / here) / step, Math.log(before / middle) / step];
  const bend = (late - early) / step;
  const last = late + (bend * step) / 2;
  const bent = (here / last) * (1 - bend / (last * last));
  return last > 0 && Number.isFinite(bent) && here > 0 === bent > 0 ? bent : -here / rate;
}

const mostTerms = 2_000_000;

/** Σ over the integers of [low, high], from where the guides have their mass outwards until nothing more comes. */
export function sumIntegers(
  f: (x: number) => number,
  low: number,
  high: number,
  guides: readonly Distribution[],
): Measured {
  const lowest = Math.ceil(low);
  const highest = Math.floor(high);
  if (lowest > highest) return { value: 0 };
  const marks = guides.flatMap((d) => [d.quantile(1e-15), d.quantile(1 - 1e-15)]);
  const clamp = (x: number): number => Math.min(Math.max(x, lowest), highest);
  const bulk =
    highest - lowest < 10_000
      ? [lowest, highest]
      : [clamp(Math.min(...marks, 0)), clamp(Math.max(...marks, 0))];
  let sum = 0;
  let magnitude = 0;
  const add = (x: number): number => {
    const y = f(x);
    sum += y;
    magnitude += Math.abs(y);
    return Math.abs(y);
  };
  for (let x = bulk[0]; x <= bulk[1]; x++) add(x);
  for (const [start, step, end] of [
    [bulk[1] + 1, 1, highest],
    [bulk[0] - 1, -1, lowest],
  ] as const) {
    let quiet = 0;
    for (let x = start, count = 0; step * x <= step * end && quiet < 4; x += step) {
      quiet = add(x) <= 1e-18 * magnitude ? quiet + 1 : 0;
      if (++count > mostTerms) return { value: sum > 0 ? Number.POSITIVE_INFINITY : Number.NaN };
    }
  }
  return { value: sum };
}
