import type { Distribution } from "../../distributions/distribution";

const { NEGATIVE_INFINITY, EPSILON } = Number;

/** A zero of a density that rounding has made a gap, and what it is there but for rounding. */
export interface RoundedZero {
  readonly of: Distribution;
  readonly centre: number;
  /** Within this distance the values are rounding. */
  readonly near: number;
  /** ln of the density at a distance from the centre, as a power of the distance. */
  readonly logAt: (distance: number) => number;
}

/** By how much the last of a density, which is a rounding error, may differ from what it should be, in logarithms. */
const roughly = 7;
/** Doublings of the distance over which a density must rise as a power. */
const doublings = 6;

/**
 * The zero about an x where rounding of the density itself gives 0, as 1 + cos 2πx does within 1e-8 of ½; undefined
 * where on a side it does not rise as a power of the distance, as next to a jump or a gap.
 */
export function roundedZero(
  d: Distribution,
  x: number,
  landmarks: readonly number[],
): RoundedZero | undefined {
  const [low, high] = d.support;
  // Those that lie in the gap tell nothing of the room about it.
  const seen = landmarks.filter((point) => d.logProb(point) > NEGATIVE_INFINITY);
  const points = seen.sort((a, b) => a - b);
  const above = points.find((point) => point > x);
  const below = points.filter((point) => point < x).pop();
  // At an end of the support there is one side.
  const left = below === undefined ? low : edge(d, x, below);
  const right = above === undefined ? high : edge(d, x, above);
  const [atLow, atHigh] = [left === low, right === high];
  const width = right - left;
  if (!Number.isFinite(width) || (atLow && atHigh)) return undefined;
  const centre = atLow ? low : atHigh ? high : left + width / 2;
  const near = 8 * width;
  const sides = [...(atLow ? [] : [-1]), ...(atHigh ? [] : [1])];
  let [log, power] = [0, 0];
  for (const sign of sides) {
    const found = powerOn(d, centre, sign * near);
    if (!found) return undefined;
    // The power must meet what is left of the density at the edge; beside a gap it is far more.
    const foretold = found.log + found.power * Math.log(sides.length === 1 ? 1 / 8 : 1 / 16);
    if (Math.abs(d.logProb(sign < 0 ? left : right) - foretold) > roughly) return undefined;
    log += found.log / sides.length;
    power += found.power / sides.length;
  }
  const least = EPSILON * Math.max(width, Math.abs(centre));
  const logAt = (distance: number): number =>
    log + power * Math.log(Math.max(distance, least) / near);
  return { of: d, centre, near, logAt };
}

/** Where the density is positive again on the way to a point at which it is. */
function edge(d: Distribution, x: number, far: number): number {
  let [zero, positive] = [x, far];
  for (let step = 0; step < 1100; step++) {
    const middle = zero + (positive - zero) / 2;
    if (middle === zero || middle === positive) break;
    if (d.logProb(middle) > NEGATIVE_INFINITY) positive = middle;
    else zero = middle;
  }
  return positive;
}

interface Power {
  readonly log: number;
  readonly power: number;
}

/** The power of the distance from a point as which a density rises; undefined where it does not. */
function powerOn(d: Distribution, centre: number, near: number): Power | undefined {
  const log = d.logProb(centre + near);
  let last = log;
  for (let j = 1; j <= doublings; j++) {
    const distance = near * 2 ** j;
    const next = d.logProb(centre + distance);
    if (!(next - last > 0.5 * Math.LN2)) return undefined;
    last = next;
  }
  return { log, power: (last - log) / (doublings * Math.LN2) };
}
