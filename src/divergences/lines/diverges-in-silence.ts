import type { Distribution } from "../../distributions/distribution";
import type { LogTerm } from "./log-term";

/** Both densities, their landmarks, and ln p − ln q. */
interface Tailed {
  readonly p: Distribution;
  readonly q: Distribution;
  readonly points: readonly number[];
  readonly ratio: { at(x: number, logP: number, logQ: number): number };
}

const silent = -660; // e⁻⁶⁶⁰: all of the tail is below the doubles
const farthest = 690;

/**
 * Whether ∫ term diverges towards an infinite end where doubles do not show it: all of that tail is too small, as where
 * p has a power tail of a scale of 1e−200 and q an exponential one of 1, or the logarithm of one density leaves the
 * doubles while the term still rises. By the logarithm of the term over ln of the distance.
 */
export function divergesInSilence(pair: Tailed, term: LogTerm): boolean {
  return ([-1, 1] as const).some((sign) => divergesTowards(pair, term, sign));
}

function divergesTowards({ p, q, points, ratio }: Tailed, term: LogTerm, sign: -1 | 1): boolean {
  const end = sign < 0 ? 0 : 1;
  if (Number.isFinite(p.support[end]) || Number.isFinite(q.support[end])) return false;
  const sorted = [...points].sort((a, b) => a - b);
  const from = sorted[sign < 0 ? 0 : sorted.length - 1];
  const width = sorted[sorted.length - 1] - sorted[0];
  if (!(width > 0)) return false;
  /** ln of the term times dx/ds at x = from ± width·eˢ; NaN where doubles cannot tell it. */
  const logAt = (s: number): number => {
    const x = from + sign * width * Math.exp(s);
    const [logP, logQ] = [p.logProb(x), q.logProb(x)];
    const top = Math.max(logP, logQ);
    if (!Number.isFinite(logP) || !Number.isFinite(logQ)) return Number.NaN;
    if (p.isGuessAt?.(x) || q.isGuessAt?.(x)) return Number.NaN;
    const u = ratio.at(x, logP, logQ);
    return top + Math.log(term(logP - top, logQ - top, u)) + Math.log(width) + s;
  };
  const most = farthest - Math.max(0, Math.log(width));
  let s = most;
  while (s > 0.5 && !Number.isFinite(logAt(s))) s *= 0.95;
  const next = from + sign * width * Math.exp(s / 0.95);
  const isCut = s < most && p.logProb(next) > Number.NEGATIVE_INFINITY;
  const step = 0.05 * s;
  const [here, before, earlier] = [logAt(s), logAt(s - step), logAt(s - 2 * step)];
  // Of a logarithm beyond that the change is rounding.
  const isTold = [here, before, earlier].every((log) => log > -1e6);
  if (!isTold || !(here < silent || isCut)) return false;
  const slope = (here - before) / step;
  const bend = (slope - (before - earlier) / step) / step;
  // As in integrateDensity: what still rises may only have its end out of reach of doubles.
  return slope > -1e-6 && -(slope + s * bend) <= 1e-3;
}
