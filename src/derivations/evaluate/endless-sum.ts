/** What an endless sum comes to, and how far that may be off. */
export interface EndlessSum {
  /** ±∞ where it grows without bound, NaN where it settles on nothing. */
  readonly value: number;
  readonly noise: number;
}

// Partial sums of 1, 2, 4 … 2^levels terms.
const levels = 17;

/**
 * f(low) + f(low + 1) + … without end.
 *
 * Terms are added until they no longer count; where they fall too slowly for that, the partial sums of 1, 2, 4, 8 …
 * terms converge like a geometric sequence and are carried to their limit by Wynn's epsilon algorithm.
 *
 * Source: P. Wynn, Math. Tables Aids Comput. 10 (1956), 91–96.
 */
export function endlessSum(f: (i: number) => number, low: number): EndlessSum {
  const partial: number[] = [];
  const last: number[] = [];
  let sum = 0;
  let magnitude = 0;
  let quiet = 0;
  let count = 0;
  for (let level = 0; level <= levels; level++) {
    let term = 0;
    for (; count < 2 ** level; count++) {
      term = f(low + count);
      sum += term;
      if (!Number.isFinite(sum)) return { value: sum, noise: 0 };
      magnitude += Math.abs(term);
      // Zeros before the first term that counts may come from far below a peak.
      const isQuiet = magnitude > 0 && Math.abs(term) <= 1e-17 * magnitude;
      quiet = count > 32 && isQuiet ? quiet + 1 : 0;
      if (quiet === 8) return { value: sum, noise: 0 };
    }
    partial.push(sum);
    last.push(term);
  }
  if (magnitude === 0) return { value: 0, noise: 0 };
  // Terms that do not fall, or fall no faster than 1/k, add up to no number.
  const [before, end] = last.slice(-2) as [number, number];
  const isFalling = Math.abs(end) < 0.9 * Math.abs(before);
  const steps = partial.slice(-4).map((s, k, all) => s - (all[k - 1] ?? s));
  const isGrowing = Math.abs(steps[3]) > 0.98 * Math.abs(steps[2]);
  if (!isFalling || (isGrowing && steps[3] * steps[2] > 0)) {
    const sameWay = steps[3] * steps[2] > 0 && Math.abs(steps[3]) > 0.98 * Math.abs(steps[2]);
    return { value: sameWay ? steps[3] * Number.POSITIVE_INFINITY : Number.NaN, noise: 0 };
  }
  // The first sums are not yet on their way.
  const [shorter, longer] = [partial.slice(4, -1), partial.slice(4)].map(wynn) as [number, number];
  return { value: longer, noise: 10 * Math.abs(longer - shorter) + 4e-16 * magnitude };
}

function wynn(sums: readonly number[]): number {
  let previous: readonly number[] = sums.map(() => 0);
  let current: readonly number[] = sums;
  let best = sums[sums.length - 1];
  for (let column = 1; current.length > 1; column++) {
    const next: number[] = [];
    for (let k = 0; k + 1 < current.length; k++) {
      const apart = current[k + 1] - current[k];
      // Equal to the last bit: the limit is reached.
      if (apart === 0) return column % 2 === 1 ? current[k + 1] : best;
      next.push((previous[k + 1] ?? 0) + 1 / apart);
    }
    previous = current;
    current = next;
    if (column % 2 === 0) best = current[current.length - 1];
  }
  return best;
}
