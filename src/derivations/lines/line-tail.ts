import { gaussKronrod } from "../../math/integrals/gauss-kronrod";
import { integrate } from "../../math/integrals/integrate";
import {
  awayFrom,
  type LogScaledIntegrand,
  towards,
} from "../../math/integrals/log-scaled-integrand";
import type { Measured, Quality } from "./quality";

/** So near an end that is not 0, too few digits are left of the way to it for a density that is infinite there. */
export const closest = (end: number): number => Math.abs(end) * 2 ** -42;

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
export function tailParts(
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
export function tailIntegral(
  g: LogScaledIntegrand,
  { end, from, width, scale, isOutward }: Tail,
  quality: Quality,
): Required<Measured> {
  const finite = Number.isFinite(end);
  const span = isOutward ? width : Math.abs(from - end);
  const sign = end > from ? 1 : -1;
  const inS = isOutward ? awayFrom(g, from, sign, span) : towards(g, end, sign, span);
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
