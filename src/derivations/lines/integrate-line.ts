import type { Distribution } from "../../distributions/distribution";
import { integrate } from "../../math/integrals/integrate";
import type { LogScaledIntegrand } from "../../math/integrals/log-scaled-integrand";
import { pointsInside } from "../../math/integrals/points-inside";
import { closest, tailIntegral, tailParts } from "./line-tail";
import type { Measured, Quality } from "./quality";

/** The line of an integral, and what is known of where the function lives on it. */
export interface Line {
  readonly low: number;
  readonly high: number;
  /** Distributions whose mass and kinks lie where the function lives. */
  readonly guides: readonly Distribution[];
  /** Other places where it changes. */
  readonly marks?: readonly number[];
}

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

/**
 * ∫ over a line of a function of either sign: ±∞ where it diverges, NaN where it does so both ways.
 *
 * Not integrateDensity, with which it shares the variables of the ends: an author's integrand may change its sign in a
 * tail and be infinite inside, it is often an integral itself, so that each panel counts, and how far the value may be
 * off is told by working it out twice, not by an estimate.
 */
export function integrateLine(g: LogScaledIntegrand, line: Line, quality: Quality): Measured {
  const { low, high, guides } = line;
  if (low > high) {
    const turned = integrateLine(g, { ...line, low: high, high: low }, quality);
    return { ...turned, value: -turned.value };
  }
  if (!(low < high)) return { value: low === high ? 0 : Number.NaN };
  const infinite = { positive: false, negative: false };
  const guarded: LogScaledIntegrand = (x, logJacobian) => {
    const y = g(x, logJacobian);
    if (y === Number.POSITIVE_INFINITY) infinite.positive = true;
    else if (y === Number.NEGATIVE_INFINITY) infinite.negative = true;
    else return y;
    return 0;
  };
  const marks = [...guides.flatMap((d) => landmarks(d, quality)), ...(line.marks ?? [])];
  const points = pointsInside(low, high, marks.length > 0 ? marks : [-8, -1, 0, 1, 8], closest);
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
