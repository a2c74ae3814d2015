// X is low + a√U with probability a/(a + b), else high − b√U, U uniform on (0, 1), a and b the widths of the two sides:
// expectations by parts of one sign or in series, which lose no digits where the interval is narrow.

interface Triangle {
  readonly low: number;
  readonly mode: number;
  readonly high: number;
}

/** The two sides: where √U begins, how far it leads, and how probable the side is. */
function sides({ low, mode, high }: Triangle): readonly (readonly [number, number, number])[] {
  const width = high - low;
  return [
    [low, mode - low, (mode - low) / width] as const,
    [high, mode - high, (high - mode) / width] as const,
  ].filter(([, reach]) => reach !== 0);
}

const average = (d: Triangle, of: (end: number, reach: number) => number): number =>
  sides(d).reduce((sum, [end, reach, weight]) => sum + weight * of(end, reach), 0);

/** E[ln X] for low ≥ 0. */
export function meanLogOfTriangular(d: Triangle): number {
  return average(d, (end, reach) =>
    end === 0 ? Math.log(reach) - 0.5 : Math.log(end) + meanLog1p(reach / end),
  );
}

/** E[ln(1 − X)] for high ≤ 1. */
export function meanLogComplementOfTriangular(d: Triangle): number {
  return average(d, (end, reach) =>
    end === 1 ? Math.log(-reach) - 0.5 : Math.log1p(-end) + meanLog1p(-reach / (1 - end)),
  );
}

/** E[ln(1 + r√U)] = (1 − r⁻²) ln(1 + r) + r⁻¹ − ½ for r ≥ −1. */
function meanLog1p(r: number): number {
  if (r === -1) return -1.5;
  if (Math.abs(r) > 0.5) return (1 - 1 / r / r) * Math.log1p(r) + 1 / r - 0.5;
  let sum = 0;
  let power = 1;
  for (let n = 1; n < 60; n++) {
    power *= -r;
    sum -= (2 * power) / (n * (n + 2));
  }
  return sum;
}

/** E[X^k] for low ≥ 0; ∞ where it diverges at 0. */
export function powerMomentOfTriangular(d: Triangle, k: number): number {
  return average(d, (end, reach) => {
    if (end === 0) return k > -2 ? (2 * reach ** k) / (k + 2) : Number.POSITIVE_INFINITY;
    return end ** k * powerMoment(reach / end, k);
  });
}

/** E[(1 + r√U)^k] = 2r⁻² [((1 + r)^(k+2) − 1)/(k + 2) − ((1 + r)^(k+1) − 1)/(k + 1)]. */
function powerMoment(r: number, k: number): number {
  if (r === -1) return k > -1 ? 2 / (k + 1) / (k + 2) : Number.POSITIVE_INFINITY;
  if (Math.abs(r) * Math.max(1, Math.abs(k)) < 0.5) {
    let sum = 0;
    let term = 1;
    for (let n = 0; n < 60; n++) {
      sum += (2 * term) / (n + 2);
      term *= (r * (k - n)) / (n + 1);
    }
    return sum;
  }
  const log = Math.log1p(r);
  const part = (c: number): number => (c === 0 ? log : Math.expm1(c * log) / c);
  return (2 / r / r) * (part(k + 2) - part(k + 1));
}

/** E[e^(tX)]. */
export function exponentialMomentOfTriangular(d: Triangle, t: number): number {
  return average(d, (end, reach) => Math.exp(t * end) * exponentialMoment(t * reach));
}

/** E[e^(c√U)] = 2 (1 + (c − 1) e^c)/c². */
function exponentialMoment(c: number): number {
  if (Math.abs(c) > 1) return (2 * (1 + (c - 1) * Math.exp(c))) / c / c;
  let sum = 0;
  let term = 1;
  for (let n = 0; n < 25; n++) {
    sum += (2 * term) / (n + 2);
    term *= c / (n + 1);
  }
  return sum;
}
