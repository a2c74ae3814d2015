import { type Integral, type IntegrateOptions, integrate } from "./integrate";
import { awayFrom, type LogScaledIntegrand, towards } from "./log-scaled-integrand";
import { pointsInside } from "./points-inside";

export interface DensityIntegral extends Integral {
  /** True where the integral is recognised to be infinite. */
  readonly diverges: boolean;
}

/**
 * ∫ f over [low, high] for f of one sign near each end, where the ends may be infinite or singular.
 *
 * Beyond the outermost breakpoints x runs exponentially (x = b + w(eˢ − 1), or low + w e⁻ˢ), so that power tails and
 * power singularities become exponentials in s. Their rate tells divergence (rate ≥ 0), and the rest beyond the last s.
 * Each end is integrated whole and adaptively, for an error that can be promised: derivations/lines/integrate-line,
 * which promises none, takes either sign and stops where a tail falls silent, as integrals within integrals need it.
 *
 * @param breakpoints where the mass is, and every kink; those outside (low, high) are left out
 * @param options as `integrate`, for each of its three pieces
 */
export function integrateDensity(
  g: LogScaledIntegrand,
  low: number,
  high: number,
  breakpoints: readonly number[],
  options: IntegrateOptions = {},
): DensityIntegral {
  const inner = pointsInside(low, high, breakpoints, clearance);
  const first = inner[0];
  const last = inner[inner.length - 1];
  const width = last - first || Math.max(1, Math.abs(first));
  const middle = { ...integrate((x) => g(x, 0), inner, options), diverges: false };
  const gaps = [inner[1] - first, last - inner[inner.length - 2]];
  // A small end needs no more digits than the whole has.
  const whole = { ...options, scale: Math.max(options.scale ?? 0, middle.magnitude) };
  const ends = [
    endPiece(g, { end: low, from: first, width, gap: gaps[0] }, whole),
    endPiece(g, { end: high, from: last, width, gap: gaps[1] }, whole),
  ];
  const scale = ends.reduce((sum, end) => sum + end.magnitude, middle.magnitude);
  const parts = [middle, ...ends];
  const tailError = ends.reduce((sum, end) => sum + end.tailError, 0);
  const error = parts.reduce((sum, part) => sum + part.error, tailError);
  return {
    value: parts.reduce((sum, part) => sum + part.value, 0),
    error,
    magnitude: scale,
    rounding: parts.reduce((sum, part) => sum + part.rounding, 0),
    // Judged for the whole, and leniently: a pole at an end ≠ 0 cannot be resolved to more by doubles x.
    converged: parts.every((part) => Number.isFinite(part.value)) && error <= 1e-6 * scale,
    diverges: ends.some((end) => end.diverges),
  };
}

// Closer to an end than this, x − end is mostly rounding.
const clearance = (end: number): number => Math.max(1e-250, Math.abs(end) * 2 ** -30);

interface Tail {
  /** The end of the support, and the outermost breakpoint. */
  readonly end: number;
  readonly from: number;
  /** Of what lies between the breakpoints, and between the outermost two. */
  readonly width: number;
  readonly gap: number;
}

/** From the outermost breakpoint to the end of the support. */
function endPiece(
  g: LogScaledIntegrand,
  { end, from, width, gap }: Tail,
  options: IntegrateOptions,
): DensityIntegral & { readonly tailError: number } {
  const finite = Number.isFinite(end);
  const span = finite ? Math.abs(from - end) : width;
  const sign = end > from ? 1 : -1;
  const inS = finite ? towards(g, end, sign, span) : awayFrom(g, from, sign, span);
  const length = finite ? resolvableLength(end, span) : endlessLength(span);
  // What is narrow at the outermost breakpoint may be much narrower than the way to the end.
  const narrow: number[] = [];
  for (let s = gap / span; s > 1e-15 && s < 0.3; s *= 4) narrow.push(s);
  const points = [0, ...narrow, 0.5, 1, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32, 64, 128, 256].filter(
    (s) => s < length,
  );
  const tail = tailBeyond(inS, length, !finite || end === 0);
  if (tail.diverges) {
    const { value } = tail;
    return {
      value,
      error: 0,
      magnitude: 0,
      rounding: 0,
      converged: true,
      diverges: true,
      tailError: 0,
    };
  }
  const body = integrate(inS, [...points, length], options);
  // Nearer to an end ≠ 0 than doubles can tell there is only a guess.
  const blunt = finite && end !== 0 ? tail.error : 0;
  return {
    ...body,
    value: body.value + tail.value,
    rounding: body.rounding + blunt,
    diverges: false,
    tailError: tail.error,
  };
}

/** How far s may go outwards: squares of x stay within the doubles where the span itself is far from their end. */
function endlessLength(span: number): number {
  const log = Math.log(span);
  return Math.max(340 - log, Math.min(150, 700 - log));
}

/** How far s may go before end ± span·e⁻ˢ is too close to `end` for doubles to tell well (2^12 ulp). */
function resolvableLength(end: number, span: number): number {
  const least = end === 0 ? 1e-300 : Math.abs(end) * 2 ** -40;
  return Math.max(2, Math.log(span / least));
}

/**
 * The integral beyond `length`, from the exponential rate there; a rate ≥ 0 is divergence.
 *
 * @param isExact whether the doubles near the end are as dense as may be
 */
function tailBeyond(
  inS: (s: number) => number,
  length: number,
  isExact: boolean,
): { value: number; error: number; diverges: boolean } {
  // Where g underflows to 0 at the end, its last positive value tells the rate.
  let s = length;
  while (s > length / 16 && inS(s) === 0) s *= 0.95;
  const here = inS(s);
  const step = s * 0.1;
  const [before, earlier] = [inS(s - step), inS(s - 2 * step)];
  // Subnormal numbers look constant, but there is nothing left.
  if (Math.abs(here) < 1e-300) return { value: 0, error: 0, diverges: false };
  if (Math.abs(here) === Number.POSITIVE_INFINITY) return { value: here, error: 0, diverges: true };
  const [last, first] = [here / before, before / earlier];
  const sameSign = last > 0 && first > 0 && Number.isFinite(last) && Number.isFinite(first);
  if (!sameSign) return { value: 0, error: 0, diverges: false }; // nothing left, or no one sign
  const slope = Math.log(last) / step;
  const bend = (slope - Math.log(first) / step) / step;
  const told = isExact ? toldTail(inS, s, [here, before, earlier], step) : undefined;
  if (slope > -1e-6) {
    if (told) return { ...told, diverges: false };
    // g ~ e^(−rs) sᵏ rises as long as s < k/r: then −r = slope + s·bend, and the end is only out of reach of doubles.
    const rate = -(slope + s * bend);
    if (rate > 1e-3) {
      return { value: here / rate, error: Math.abs(10 * here) / rate, diverges: false };
    }
    return { value: Math.sign(here) * Number.POSITIVE_INFINITY, error: 0, diverges: true };
  }
  if (s !== length) return { value: 0, error: 0, diverges: false };
  // ∫ g beyond s for g'/g = −rate(s), to second order: (g/rate)(1 − rate'/rate²).
  const rate = Math.max(-(slope + (bend * step) / 2), -slope / 2);
  const curvature = -bend / (rate * rate);
  const rest = (here / rate) * (1 - curvature);
  // Near an end ≠ 0 rounding of x spoils the rate; but 1 is that of an end where g is just continuous.
  const doubt = (isExact ? 1e-10 : Math.min(1e-4, Math.abs(rate - 1))) + Math.abs(curvature);
  // Where g is no exponential at all, as next to one of its zeros, it may rise again to what it was.
  const wild = Math.abs(curvature) > 0.1 ? Math.max(Math.abs(before), Math.abs(earlier)) * step : 0;
  const error = Math.abs(rest) * doubt + wild;
  return told && told.error < error
    ? { ...told, diverges: false }
    : { value: rest, error, diverges: false };
}

/**
 * The same from steps of two lengths, and held against a fourth value: where g is no such power, as where a second one
 * is added, they tell how far it may be off.
 */
function toldTail(
  inS: (s: number) => number,
  s: number,
  values: readonly [number, number, number],
  step: number,
): { readonly value: number; readonly error: number } | undefined {
  const wide = powerWithLogarithm(values, step);
  const close = powerWithLogarithm([values[0], inS(s - step / 2), values[1]], step / 2);
  if (!wide || !close) return undefined;
  const further = inS(s - 3 * step);
  const misfit = Math.abs(wide.at(-3 * step) / further - 1);
  const error =
    wide.error + 10 * Math.abs(wide.value - close.value) + misfit * Math.abs(wide.value);
  return { value: wide.value, error };
}

/** Of three values, relative: rounding of what they are made of. */
const rounding = 1e-14;
/** A rate that may be 0 but for rounding tells of divergence. */
const leastRate = 1e-6;

interface Told {
  readonly value: number;
  readonly error: number;
  /** What g is at a distance beyond s. */
  readonly at: (beyond: number) => number;
}

/**
 * ∫ beyond s of an e^(−rs) (A + Bs), as an entropy has towards a pole, from its values at s, s − h and s − 2h: with
 * w = e^(−rh) the last two times w and w² lie on a line with the first.
 */
function powerWithLogarithm(
  [g0, g1, g2]: readonly [number, number, number],
  h: number,
): Told | undefined {
  const square = 1 - (g0 / g1) * (g2 / g1);
  if (!(square > -rounding)) return undefined;
  const root = Math.sqrt(Math.max(0, square));
  const rate = -Math.log((1 - root) * (g1 / g2)) / h;
  if (!(rate > leastRate)) return undefined;
  const slope = (g0 - (1 - root) * (g1 / g2) * g1) / h;
  const value = g0 / rate + slope / rate / rate;
  const doubt = (Math.sqrt(Math.max(0, square) + rounding) - root + rounding) / h / rate;
  const at = (s: number): number => Math.exp(-rate * s) * (g0 + slope * s);
  return { value, error: Math.abs(value) * 4 * doubt, at };
}
