import type { Distribution } from "../../distributions/distribution";
import { integerMarks } from "../../distributions/integer-marks";
import { brentMaximum } from "../../math/brent-maximum";
import { greatestInteger } from "../../math/greatest-integer";
import { searched } from "./crossings";
import type { LinePair } from "./line-pair";
import type { LogTerm } from "./log-term";
import { outsideSupport } from "./outside-support";
import { sumPair } from "./sum-pair";

const { NEGATIVE_INFINITY, POSITIVE_INFINITY } = Number;

/**
 * ln Σ p^λ q^(1−λ) of two distributions on the line, in logarithms throughout: it may be far beyond what a double can
 * hold, either way. Infinity where the sum diverges, −Infinity where it is 0; NaN where it cannot be told.
 */
export function logPowerSum(pair: LinePair, order: number): number {
  const { p, q } = pair;
  if (p.kind !== q.kind) return order > 1 ? POSITIVE_INFINITY : NEGATIVE_INFINITY;
  const isDiscrete = p.kind === "discrete";
  const exponent = (logP: number, logQ: number): number => {
    if (logP === NEGATIVE_INFINITY) return logP;
    if (logQ === NEGATIVE_INFINITY) return order > 1 ? POSITIVE_INFINITY : logQ;
    return order * logP + (1 - order) * logQ;
  };
  const at = (x: number): number => exponent(p.logProb(x), q.logProb(x));
  /** Not just a point at which two supports touch. */
  const isShared = (x: number): boolean => {
    const step = 1e-9 * Math.abs(x) || 1e-300;
    return at(x) === NEGATIVE_INFINITY || Math.max(at(x - step), at(x + step)) > NEGATIVE_INFINITY;
  };
  const xs = isDiscrete ? integersAmong(pair) : searched(pair.points, p, q).filter(isShared);
  // Also where what q forbids of p is too little for a double.
  if (order > 1 && outsideSupport(p, q) !== undefined) return POSITIVE_INFINITY;
  const { top, mode } = summit(at, xs, isDiscrete);
  if (top === POSITIVE_INFINITY) return top;
  // Greatest where the search ends, far beyond both masses: the exponent rises for ever.
  if (!isDiscrete && order > 1 && top > endless && isOpenEnd(mode, xs, p)) return POSITIVE_INFINITY;
  // p^λ q^(1−λ) may have its mass where neither p nor q has any.
  const around = mode === undefined ? [] : isDiscrete ? [mode] : widths(at, mode, top);
  // At a pole the exponent is great where there is hardly any room.
  const start = isDiscrete || mode === undefined ? top : Math.min(top, greatestShare(at, xs));
  // Where the greatest exponent was not found the sum may still overflow.
  for (let lift = 0; lift < 5; lift++) {
    const level = (Number.isFinite(start) ? start : 0) + 650 * lift;
    const logTerm = (logP: number, logQ: number): number => exponent(logP, logQ) - level;
    const term: LogTerm = (logP, logQ) => Math.exp(logTerm(logP, logQ));
    const result = isDiscrete
      ? sumPair(p, q, term, { marks: around, logTerm })
      : pair.integrate(term, { points: around });
    const { value, converged, diverges } = result;
    // Nodes that round onto a point where two supports touch are all that was found.
    if (top === NEGATIVE_INFINITY && value < 1e-12) return top;
    if (value === POSITIVE_INFINITY && !diverges && result.witness === undefined) continue;
    // It is 1 at most for orders up to 1, and never 0 where an exponent is finite.
    const impossible =
      (order <= 1 && value === POSITIVE_INFINITY) || (value === 0 && Number.isFinite(top));
    return converged && !impossible ? level + Math.log(value) : Number.NaN;
  }
  return POSITIVE_INFINITY;
}

/** Of an exponent that falls again somewhere, the greatest value is smaller, or lies among the masses. */
const endless = 1e3;

/** True for the last point searched on a side on which p has no end. */
function isOpenEnd(
  x: number | undefined,
  xs: readonly number[],
  { support }: Distribution,
): boolean {
  if (x === xs[0]) return support[0] === NEGATIVE_INFINITY;
  return x === xs[xs.length - 1] && support[1] === POSITIVE_INFINITY;
}

/** The greatest value of f among points, and for a density near them. */
function summit(
  f: (x: number) => number,
  xs: readonly number[],
  isDiscrete: boolean,
): { readonly top: number; readonly mode: number | undefined } {
  let top = NEGATIVE_INFINITY;
  let at = -1;
  for (const [i, x] of xs.entries()) {
    const value = f(x);
    if (value > top && value < POSITIVE_INFINITY) [top, at] = [value, i];
  }
  if (at < 0) return { top, mode: undefined };
  if (at === 0 || at === xs.length - 1) return { top, mode: xs[at] };
  const [low, high] = [xs[at - 1], xs[at + 1]];
  if (isDiscrete) {
    const best = greatestInteger(f, low, high);
    return best.value > top ? { top: best.value, mode: best.at } : { top, mode: xs[at] };
  }
  const tolerance = 1e-8 * (high - low);
  const best = brentMaximum(f, { low, high, start: xs[at], startValue: top, tolerance });
  return best.value > top ? { top: best.value, mode: best.at } : { top, mode: xs[at] };
}

/** The greatest logarithm of what a point stands for: the exponent and ln of the room about it. */
function greatestShare(f: (x: number) => number, xs: readonly number[]): number {
  let most = NEGATIVE_INFINITY;
  for (let i = 1; i + 1 < xs.length; i++) {
    const share = f(xs[i]) + Math.log((xs[i + 1] - xs[i - 1]) / 2);
    if (share > most && share < POSITIVE_INFINITY) most = share;
  }
  return most;
}

/** Points about a mode, from where f has fallen a little to where it has fallen far. */
function widths(f: (x: number) => number, mode: number, top: number): number[] {
  return [-1, 1].flatMap((side) => {
    const found: number[] = [];
    let next = 0.5;
    for (let step = Math.max(1e-300, Math.abs(mode) * 1e-14); Number.isFinite(step); step *= 2) {
      const fall = top - f(mode + side * step);
      if (fall >= next) {
        found.push(mode + side * step);
        next = 2 * fall;
      }
      if (!(fall < 700)) break;
    }
    return found;
  });
}

function integersAmong({ p, q }: LinePair): number[] {
  const marks = [p, q].flatMap((d) => integerMarks(d));
  const low = Math.max(p.support[0], q.support[0]);
  const high = Math.min(p.support[1], q.support[1]);
  const steps = Array.from({ length: 60 }, (_, j) => 2 ** j);
  const between = marks.flatMap((k) => [k, ...steps.flatMap((s) => [k - s, k + s])]);
  const inside = between.filter((k) => k >= low && k <= high && Number.isSafeInteger(k));
  return [...new Set(inside)].sort((a, b) => a - b);
}
