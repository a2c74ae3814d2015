/**
 * What a measure adds up: f(p, q, p − q), homogeneous of degree 1, for p and q on a common scale.
 *
 * @param rest what rounding left out of q, for high powers of p/q
 */
export type PairTerm = (p: number, q: number, difference: number, rest?: number) => number;

/**
 * atanh(s)/s − 1 as a function of z = s², |s| ≤ 0.2: minimax polynomial, error 1.5e-16 relative to atanh(s) − s.
 */
export function atanhRest(z: number): number {
  const w = z * z;
  const low = 0.33333333333334453 + z * 0.1999999999898341;
  const middle = 0.1428571455466389 + z * 0.11111079686527435;
  const high = 0.09092792455500633 + z * 0.07632108167626277;
  return z * (low + w * (middle + w * (high + w * 0.07634180748455549)));
}

/**
 * p ln(p/q) − p + q ≥ 0, the term whose sum is the relative entropy, given the difference d = p − q.
 *
 * With D = p + q and s = d/D it is D (s² + (1 + s)(atanh s − s)), where nothing cancels. A caller that knows
 * d better than p − q would (a difference of normalised values) passes its own.
 *
 * @param p finite, ≥ 0
 * @param q finite, ≥ 0; Infinity is returned where q = 0 < p
 * @param d p − q
 */
export function relativeEntropyTerm(p: number, q: number, d: number): number {
  if (p === 0) return q;
  if (q === 0) return Number.POSITIVE_INFINITY;
  const total = p + q;
  const s = d / total;
  if (s > -0.2 && s < 0.2) return d * (s + (1 + s) * atanhRest(s * s));
  return p * logRatio(p, q) - d;
}

/** ln(p/q) for p, q > 0, also where the quotient overflows or underflows. */
export function logRatio(p: number, q: number): number {
  const ratio = p / q;
  return ratio > 1e-290 && ratio < 1e290 ? Math.log(ratio) : Math.log(p) - Math.log(q);
}

/** ln(p/q) for p, q > 0 with the difference d = p − q, which keeps all digits where p and q are near. */
export function nearLogRatio(p: number, q: number, d: number): number {
  const s = d / (p + q);
  return s > -0.2 && s < 0.2 ? 2 * s * (1 + atanhRest(s * s)) : logRatio(p, q);
}
