import type { Distribution } from "../../distributions/distribution";
import { knowsBelow, logProbBelow } from "../../distributions/log-prob-below";
import { greatestInteger } from "../../math/greatest-integer";
import { maximize } from "../../math/maximize";
import { searched } from "./crossings";
import { onOneScale } from "./on-one-scale";
import { PairRatio } from "./pair-ratio";
import { supportsOf } from "./supports";

/** Where the mass of both lies: tails by powers of ten, the middle evenly. */
const levels = [
  ...[15, 12, 9, 7, 5, 4, 3].flatMap((power) => [10 ** -power, 1 - 10 ** -power]),
  ...Array.from({ length: 101 }, (_, i) => (i + 0.5) / 101),
];

/** Integers that are looked at one by one. */
const mostIntegers = 200_000;
const doublings = Array.from({ length: 53 }, (_, j) => 2 ** j);

/**
 * sup ln p(x)/q(x) ≥ 0 over the support of p, on a line: the Rényi divergence of order ∞.
 *
 * Peaks are bracketed among quantiles of both and refined; towards an end x runs geometrically, and what rises by
 * steps that do not shrink, as a logarithm or a power does, has no bound.
 */
export function supremumOfDistributions(own: Distribution, other: Distribution): number {
  if (own.kind !== other.kind || supportsOf(own, other).pOutside) return Number.POSITIVE_INFINITY;
  const { p, q } = onOneScale(own, other);
  const ratio = new PairRatio(p, q);
  const logRatio = (x: number): number => {
    const [a, b] = [p.logProb(x), q.logProb(x)];
    if (a === Number.NEGATIVE_INFINITY) return a === b ? 0 : a;
    if (ratio.isExact(a - b)) return ratio.at(x, a, b);
    if (a === b) return 0;
    // Far out the difference of two great logarithms is their rounding.
    const rounding = 4 * Number.EPSILON * (Math.abs(a) + Math.abs(b));
    return rounding > 1e-9 && rounding > 1e-9 * Math.abs(a - b) ? Number.NEGATIVE_INFINITY : a - b;
  };
  const [low, high] = p.support;
  const marks = [p, q].flatMap((d) => [...levels.map((u) => d.quantile(u)), ...d.kinks]);
  const inside = [...new Set(marks)].filter((x) => x > low && x < high).sort((a, b) => a - b);
  const isDiscrete = p.kind === "discrete";
  // The greatest ratio may stand far outside of where either has its mass.
  const xs = isDiscrete ? integersAmong(inside, low, high) : searched(inside, p, q);
  const values = xs.map(logRatio);
  let greatest = 0;
  for (const value of values) if (value > greatest) greatest = value;
  for (const i of peaks(values)) {
    const [from, to] = [xs[i - 1], xs[i + 1]];
    const best = isDiscrete
      ? greatestInteger(logRatio, from, to).value
      : maximize(logRatio, from, to);
    greatest = Math.max(greatest, best);
  }
  const [first = 0, last = 0] = [inside[0], inside[inside.length - 1]];
  for (const [from, end] of [
    [first, low],
    [last, high],
  ] as const) {
    const rise = supremumTowards(ratio, [p, q], logRatio, {
      from,
      end,
      width: Math.max(last - first, 1e-300),
    });
    if (rise > greatest) greatest = rise;
  }
  return greatest;
}

/** All integers of the support where they are few, else those about the marks, and outwards in steps that double. */
function integersAmong(marks: readonly number[], low: number, high: number): number[] {
  const from = Math.max(low, marks[0] ?? low);
  const to = Math.min(high, marks[marks.length - 1] ?? high);
  const [start, stop] = high - low <= mostIntegers ? [low, high] : [from, to];
  const outwards = doublings.flatMap((step) => [start - step, stop + step]);
  const beyond = outwards.filter((k) => k >= low && k <= high && Number.isSafeInteger(k));
  const between =
    stop - start <= mostIntegers
      ? Array.from({ length: stop - start + 1 }, (_, i) => start + i)
      : [start, ...marks.flatMap((x) => [Math.floor(x), Math.ceil(x)]), stop];
  return [...new Set([...between, ...beyond])].sort((a, b) => a - b);
}

/** The indices of the few highest values that exceed both neighbours. */
function peaks(values: readonly number[]): number[] {
  const found: number[] = [];
  for (let i = 1; i + 1 < values.length; i++) {
    const isPeak = values[i] >= values[i - 1] && values[i] >= values[i + 1];
    if (isPeak && Number.isFinite(values[i])) found.push(i);
  }
  return found.sort((a, b) => values[b] - values[a]).slice(0, 8);
}

/**
 * ln p − ln q at an end where p has a pole, Infinity where it rises for ever; undefined where there is none. Doubles x
 * may end long before the pole shows how it rises: the distance from the end is told by itself.
 */
function riseAtPole(
  ratio: PairRatio,
  [p, q]: readonly [Distribution, Distribution],
  end: number,
  sign: 1 | -1,
): number | undefined {
  if (p.logProb(end) !== Number.POSITIVE_INFINITY) return undefined;
  if (q.logProb(end) !== Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
  const isTold = end === 0 || (sign > 0 && knowsBelow(p, end) && knowsBelow(q, end));
  const [near, far] = isTold
    ? [1e-300, 1e-280]
    : [2 ** -50 * Math.abs(end), 2 ** -40 * Math.abs(end)];
  const at = (distance: number): number => {
    const [a, b] = [p, q].map((d) =>
      sign > 0 ? logProbBelow(d, end)(distance) : d.logProb(end + distance),
    );
    return ratio.at(end - sign * distance, a, b, sign > 0 ? distance : undefined);
  };
  const [value, before] = [at(near), at(far)];
  if (value - before > 1e-10 * Math.log(far / near)) return Number.POSITIVE_INFINITY;
  return before - value > 1e-10 ? undefined : value;
}

/** The supremum from the outermost mark to an end of the support. */
function supremumTowards(
  ratio: PairRatio,
  [p, q]: readonly [Distribution, Distribution],
  logRatio: (x: number) => number,
  { from, end, width }: { readonly from: number; readonly end: number; readonly width: number },
): number {
  if (end === from) return logRatio(end);
  const finite = Number.isFinite(end);
  const sign = end > from ? 1 : -1;
  const discrete = p.kind === "discrete";
  const pole = finite && !discrete ? riseAtPole(ratio, [p, q], end, sign) : undefined;
  if (pole !== undefined) return pole;
  let greatest = finite && (discrete || p.logProb(end) < Infinity) ? logRatio(end) : 0;
  if (Number.isNaN(greatest)) greatest = 0;
  if (finite && discrete) return greatest;
  let before = logRatio(from);
  let step = 0;
  let steady = 0;
  for (let j = 0; j < 1000; j++) {
    const away = finite ? Math.abs(end - from) * 2 ** -(j + 1) : width * 2 ** j;
    const x = finite ? end - sign * away : from + sign * (discrete ? Math.ceil(away) : away);
    if (x === end || !Number.isFinite(x)) break;
    const [a, b] = [p.logProb(x), q.logProb(x)];
    if (!(a > Number.NEGATIVE_INFINITY)) break; // beyond what doubles tell of p
    if (b === Number.NEGATIVE_INFINITY) return Number.POSITIVE_INFINITY;
    const isExact = ratio.isExact(a - b);
    const value = isExact ? ratio.at(x, a, b) : a - b;
    const size = isExact ? Math.abs(value) : Math.abs(a) + Math.abs(b);
    const rounding = 4 * Number.EPSILON * size;
    const rise = value - before;
    if (value > greatest) greatest = value;
    if (rounding > 0.01 * Math.abs(rise) && rounding > 1e-9) break; // only noise from here on
    steady = rise > 1e-12 && rise >= 0.8 * step ? steady + 1 : 0;
    [before, step] = [value, rise];
    if (steady >= 24) return Number.POSITIVE_INFINITY;
  }
  return steady >= 6 ? Number.POSITIVE_INFINITY : greatest;
}
