import { brentMaximum, type Summit } from "./brent-maximum";

/** An optimum at the edge of the grid, of a function that is flat, or one of several that are equally good. */
export type Doubt = "edge" | "flat" | "tie";

/** Where a function is greatest, and how well that is known. */
export interface Maximum {
  readonly at: number;
  /** Why it says nothing: at the first or last point, of a function that is flat, or one of several as good. */
  readonly doubt: Doubt | undefined;
  /** How far `at` may be off, from the curvature and the rounding of f. */
  readonly noise: number;
}

// Values as close as this are equal but for rounding.
const rounding = 1e-12;
// Of a function with many peaks the highest few are climbed.
const mostPeaks = 3;

/**
 * The greatest value of f between the first and the last point: the best points, then Brent's method between their
 * neighbours.
 *
 * @param points ascending, at least three; close enough that the peak lies beside the best of them
 */
export function maximizeOnGrid(
  f: (x: number) => number,
  points: readonly number[],
  tolerance: number,
): Maximum {
  const values = points.map(f);
  let best = 0;
  for (let i = 1; i < values.length; i++) {
    if (values[i] > values[best] || Number.isNaN(values[best])) best = i;
  }
  const last = points.length - 1;
  if (Number.isNaN(values[best])) return { at: Number.NaN, doubt: undefined, noise: 0 };
  const width = points[last] - points[0];
  const least = Math.min(...values.filter((value) => !Number.isNaN(value)));
  const size = Math.max(...values.map(Math.abs).filter(Number.isFinite), 0);
  if (!(values[best] - least > rounding * size)) {
    return { at: points[best], doubt: "flat", noise: 0 };
  }
  const climb = (from: number): Summit =>
    brentMaximum(f, {
      low: points[Math.max(0, from - 1)],
      high: points[Math.min(last, from + 1)],
      start: points[from],
      startValue: values[from],
      tolerance: tolerance * width,
    });
  const peaks = peaksOf(values, best);
  const climbed = peaks.map(climb);
  const top = climbed.reduce((a, b) => (b.value > a.value ? b : a));
  const { at } = top;
  best = peaks[climbed.indexOf(top)];
  const near = 1e-3 * width;
  const isEdge = at - points[0] < near / 10 || points[last] - at < near / 10;
  const isTie = climbed.some(
    (peak) => Math.abs(peak.at - at) > near && top.value - peak.value <= rounding * size,
  );
  const around = [values[best], values[Math.max(0, best - 1)], values[Math.min(last, best + 1)]];
  const scale = Math.max(...around.map(Math.abs).filter(Number.isFinite));
  const doubt = isTie ? "tie" : isEdge ? "edge" : undefined;
  return { at, doubt, noise: noiseAt(f, at, near, scale) };
}

/** The best point, and others that are higher than their neighbours: the peak may rise beside any of them. */
function peaksOf(values: readonly number[], best: number): readonly number[] {
  const isPeak = (i: number): boolean =>
    Number.isFinite(values[i]) &&
    values[i] >= (values[i - 1] ?? Number.NEGATIVE_INFINITY) &&
    values[i] >= (values[i + 1] ?? Number.NEGATIVE_INFINITY);
  const others = values
    .map((_, i) => i)
    .filter((i) => Math.abs(i - best) > 1 && isPeak(i))
    .sort((i, j) => values[j] - values[i]);
  return [best, ...others.slice(0, mostPeaks - 1)];
}

/** √(2ε|f|/|f″|): closer than this, rounding hides which value is greater. */
function noiseAt(f: (x: number) => number, at: number, step: number, scale: number): number {
  const middle = f(at);
  const curvature = Math.abs(f(at + step) - 2 * middle + f(at - step)) / (step * step);
  if (!(curvature > 0 && Number.isFinite(curvature))) return step;
  // Quadrature leaves about 1e-13 of f in doubt, not only its last bit.
  return Math.min(step, Math.sqrt((2e-13 * scale) / curvature));
}
