/**
 * The least integer in [low, high] from which on a condition holds, sought outwards from a guess in steps that double.
 *
 * @param reached true at high, or at some integer where high is infinite
 */
export function firstInteger(
  reached: (k: number) => boolean,
  [low, high]: readonly [low: number, high: number],
  guess: number,
): number {
  let right = Math.min(high, Math.max(low, Math.round(guess)));
  if (!Number.isFinite(right)) right = Number.isFinite(low) ? low : 0;
  let left = right;
  for (let step = 1; right < high && !reached(right); step *= 2) {
    left = right + 1;
    right = Math.min(high, right + step);
  }
  for (let step = 1; left > low && reached(left); step *= 2) {
    right = left;
    left = Math.max(low, left - step);
  }
  while (left < right) {
    const middle = Math.floor(left / 2 + right / 2);
    // Beyond 2⁵³ there may be no double between them.
    if (!(middle > left && middle < right)) return reached(left) ? left : right;
    if (reached(middle)) right = middle;
    else left = middle + 1;
  }
  return right;
}

/** Both tails of a distribution on the integers. */
export interface IntegerTails {
  readonly support: readonly [low: number, high: number];
  cdf(k: number): number;
  survival(k: number): number;
}

/** The least k with P(X ≤ k) ≥ u; above the median by the upper tail, which tells levels near 1 apart. */
export function integerQuantile(d: IntegerTails, u: number, guess: number): number {
  const above = 1 - u;
  // A u that is cdf(k) to rounding means that k.
  const reached =
    u > 0.5
      ? (k: number) => d.survival(k) <= above || (above > 1e-12 && d.cdf(k) === u)
      : (k: number) => d.cdf(k) >= u;
  if (u === 0 || u === 1) return d.support[u];
  return firstInteger(reached, d.support, guess);
}

/** The least k with P(X > k) ≤ v. */
export function integerSurvivalQuantile(d: IntegerTails, v: number, guess: number): number {
  const [low, high] = d.support;
  if (v === 0 || v === 1) return v === 0 ? high : low;
  const reached =
    v <= 0.5
      ? (k: number) => d.survival(k) <= v
      : (k: number) => d.cdf(k) >= 1 - v || d.survival(k) === v;
  return firstInteger(reached, d.support, guess);
}
