import { valueError } from "../../words/errors";

/** `count` points from low to high, the ends among them. */
export function evenly(low: number, high: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));
}

/** About `count` indices spread evenly over 0 … length − 1, the ends among them. */
export function sampleIndices(length: number, count: number): number[] {
  const n = Math.min(length, count);
  return Array.from({ length: n }, (_, i) => Math.round((i * (length - 1)) / Math.max(1, n - 1)));
}

/** JSON has no ∞ and no NaN: a gap in the line instead. */
export const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** An interval to draw. */
export type Interval = readonly [low: number, high: number];

/**
 * The interval itself.
 *
 * @throws RangeError unless both ends are finite, the lower first, inside `within`
 */
export function checkedInterval(
  caller: string,
  name: string,
  [low, high]: Interval,
  within: Interval = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
): [number, number] {
  const ordered = Number.isFinite(low) && Number.isFinite(high) && low < high;
  if (ordered && low >= within[0] && high <= within[1]) return [low, high];
  const bounds = Number.isFinite(within[0]) || Number.isFinite(within[1]);
  throw valueError(
    caller,
    `${name} 是 [${low}, ${high}]，应为${bounds ? ` [${within}] 内` : ""}两个有限数，前小后大`,
    `${name} is [${low}, ${high}]; give two finite numbers${bounds ? ` within [${within}]` : ""}, the lower first`,
  );
}

/**
 * A number of points, steps or samples.
 *
 * @throws RangeError unless it is an integer in [least, most]
 */
export function checkedCount(
  caller: string,
  name: string,
  value: number,
  least: number,
  most: number,
): number {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return value;
  throw valueError(
    caller,
    `${name} 是 ${value}，应为 ${least} 至 ${most} 的整数`,
    `${name} is ${value}; give an integer from ${least} to ${most}`,
  );
}
