/** What inverting a continuous distribution function asks for. */
export interface InvertibleCdf {
  readonly support: readonly [low: number, high: number];
  cdf(x: number): number;
  /** P(X > x), where it is known better than 1 − cdf. */
  survival(x: number): number;
  prob(x: number): number;
}

/**
 * The x with P(X ≤ x) = u, by Newton's steps kept between bounds that close in.
 *
 * Above the median the upper tail is matched to 1 − u, so that both tails keep their digits.
 *
 * @param u in [0, 1]
 * @param start inside the support, and scale > 0 a typical spread
 */
export function invertCdf(d: InvertibleCdf, u: number, start: number, scale: number): number {
  let [low, high] = d.support;
  if (u <= 0) return low;
  if (u >= 1) return high;
  const upper = u > 0.5;
  const wanted = upper ? 1 - u : u;
  /** > 0 where x is too far right; relative to the tail wanted. */
  const excess = (x: number): number =>
    upper ? (wanted - d.survival(x)) / wanted : (d.cdf(x) - wanted) / wanted;
  let x = start;
  let reach = scale;
  let growth = 2;
  for (let step = 0; step < 400; step++) {
    const e = excess(x);
    if (e === 0) return x;
    if (e > 0) high = x;
    else low = x;
    const bounded = Number.isFinite(low) && Number.isFinite(high);
    const middle = bounded ? between(low, high) : outwards(x, e > 0 ? -reach : reach, low, high);
    if (middle === undefined) {
      const beyond = Math.abs(x) === Number.MAX_VALUE; // no double is far enough
      return beyond ? d.support[e > 0 ? 0 : 1] : x;
    }
    if (!bounded) {
      reach = Math.max(reach, Math.abs(middle - start)) * growth;
      growth *= 2;
    }
    const tail = wanted * (upper ? 1 - e : 1 + e);
    const newton = x - newtonStep(e * wanted, d.prob(x), upper ? -1 : 1, tail, wanted);
    // Now and then the middle, in case Newton's steps creep.
    const inside = newton > low && newton < high && step % 8 !== 7;
    // In a power tail Newton's steps outwards all fall short.
    const short = !bounded && step > 3 && Math.abs(newton - x) < Math.abs(middle - x);
    const useNewton = inside && !short;
    const to = useNewton ? newton : middle;
    if (Math.abs(to - x) <= 1e-16 * Math.abs(to)) return to;
    x = to;
  }
  return x;
}

/** Newton's step on ln of the tail, which is nearly straight far out, where that is defined; else on the tail. */
function newtonStep(
  e: number,
  density: number,
  sign: number,
  tail: number,
  wanted: number,
): number {
  if (tail > 0 && density > 0) return (sign * Math.log(tail / wanted) * tail) / density;
  return e / density;
}

/** A double between two others, in the middle of their exponents where they are far apart; undefined if none. */
function between(low: number, high: number): number | undefined {
  const middle =
    low > 0 && high / low > 4
      ? Math.sqrt(low) * Math.sqrt(high)
      : high < 0 && low / high > 4
        ? -Math.sqrt(-low) * Math.sqrt(-high)
        : low === 0 && high > 0 && high > 1e-300
          ? high / 1024
          : low + (high - low) / 2;
  return middle > low && middle < high ? middle : undefined;
}

/** A step away from x, kept inside the open interval; undefined at the greatest double. */
function outwards(x: number, step: number, low: number, high: number): number | undefined {
  const to = Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, x + step));
  if (to > low && to < high) return to;
  if (!Number.isFinite(step < 0 ? low : high)) return undefined;
  return step < 0 ? low + (x - low) / 2 : high - (high - x) / 2;
}
