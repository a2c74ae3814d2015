import type { Integral } from "./integrate";
import { StretchSum } from "./stretch-sum";

export interface SumOptions {
  /** True where the term is smooth between the marks, so that long stretches need not be added one by one. */
  readonly smooth?: boolean;
  /** ln |term|, where the term itself may underflow; by default Math.log of it. */
  readonly logTerm?: (k: number) => number;
  /** How often the term may be called; default 4e6. */
  readonly mostTerms?: number;
}

export interface IntegerSum extends Integral {
  /** True where the terms do not fall, so that the sum is infinite. */
  readonly diverges: boolean;
}

/** Of the rest of a tail, relative to the sum: e^(−42) is below rounding. */
const negligible = 42;

/**
 * Σ term(k) over the integers of [low, high], either of which may be infinite.
 *
 * Of long smooth stretches by Romberg's extrapolation of the sums over every h-th integer to h = 1; outwards from the
 * marks by stretches that double, as far as ln |term| at distances 2ʲ says that anything is left. Terms that rise at
 * the far end of the doubles make the sum infinite.
 *
 * @param term of one sign far out
 * @param marks integers among which the sum lies; every kink of the term is one
 *
 * @example
 * sumIntegers((k) => 0.5 ** k, 1, Infinity, [1]).value; // 1
 */
export function sumIntegers(
  term: (k: number) => number,
  low: number,
  high: number,
  marks: readonly number[],
  options: SumOptions = {},
): IntegerSum {
  const { smooth = false, mostTerms = 4_000_000 } = options;
  const logTerm = options.logTerm ?? ((k: number) => Math.log(Math.abs(term(k))));
  const adder = new StretchSum(term, smooth, mostTerms);
  const inside = marks.map(Math.round).filter((k) => k >= low && k <= high && Number.isFinite(k));
  const start = Number.isFinite(low) ? low : Number.isFinite(high) ? high : 0;
  const sorted = [...new Set(inside.length > 0 ? inside : [start])].sort((a, b) => a - b);
  const [first, last] = [sorted[0], sorted[sorted.length - 1]];
  for (let i = 0; i + 1 < sorted.length; i++) adder.between(sorted[i], sorted[i + 1] - 1);
  adder.between(last, last);
  for (const [from, end, sign] of [
    [last, high, 1],
    [first, low, -1],
  ] as const) {
    const reach = reachOf(logTerm, from, end, sign, Math.log(adder.magnitude) - negligible);
    if (reach === undefined) {
      const infinite = { value: Number.POSITIVE_INFINITY, error: 0, rounding: 0 };
      return { ...infinite, magnitude: adder.magnitude, converged: true, diverges: true };
    }
    adder.outwards(from, end, sign, reach);
  }
  const { value, magnitude, exhausted } = adder;
  // What was left out may be all there is.
  const error = exhausted ? Number.POSITIVE_INFINITY : adder.error;
  const converged = Number.isFinite(value) && !exhausted;
  return { value, error, magnitude, rounding: 1e-16 * magnitude, converged, diverges: false };
}

/** How far from a mark anything is left of the terms; undefined where they rise for ever. */
function reachOf(
  logTerm: (k: number) => number,
  from: number,
  end: number,
  sign: 1 | -1,
  least: number,
): number | undefined {
  const length = Math.abs(end - from);
  let reach = 0;
  let before = Number.NEGATIVE_INFINITY;
  let rising = false;
  for (let distance = 1; distance < length && distance < 1e300; distance *= 2) {
    const k = from + sign * distance;
    const log = logTerm(k);
    // −∞: none here. NaN: out of reach of doubles, as are all that follow.
    if (Number.isNaN(log)) break;
    // What the stretch to twice the distance adds, were the term constant.
    const share = log + Math.log(distance);
    if (share > least) reach = 2 * distance;
    if (log > Number.NEGATIVE_INFINITY) {
      rising = share >= before;
      before = share;
    } else rising = false;
  }
  const endless = length === Number.POSITIVE_INFINITY;
  if (endless && (rising || before === Number.POSITIVE_INFINITY)) return undefined;
  return Math.min(length, reach);
}
