import { CompensatedSum } from "../compensated-sum";
import { gaussKronrod, type Panel } from "./gauss-kronrod";
import { type HeapEntry, PanelHeap } from "./panel-heap";

/** A number and how far it may be off. */
export interface Approximation {
  readonly value: number;
  /** Estimated absolute error. */
  readonly error: number;
}

export interface Integral extends Approximation {
  /** ∫|f|. */
  readonly magnitude: number;
  /** The part of the error that rounding is to blame for. */
  readonly rounding: number;
  /** False where the panels ran out, or f was not finite, before an error of 1e-10 was reached. */
  readonly converged: boolean;
}

export interface IntegrateOptions {
  /** Demanded of the error, relative to ∫|f|; default 1e-13. */
  readonly tolerance?: number;
  /** A magnitude to which the error is relative where ∫|f| is less: that of a larger whole. */
  readonly scale?: number;
  /** Default 2000; each costs 21 evaluations. */
  readonly maxPanels?: number;
}

/**
 * ∫ f between consecutive points, by adaptive bisection of the worst Gauss–Kronrod panel.
 *
 * @param f finite on the open intervals; called inside only, never at the points
 * @param points finite, ascending, at least two: the ends, and every kink, jump or singularity between them
 *
 * @example
 * integrate(Math.sqrt, [0, 1]).value; // 0.6666666666666666
 *
 * Source: R. Piessens et al., QUADPACK (1983), qag.
 */
export function integrate(
  f: (x: number) => number,
  points: readonly number[],
  options: IntegrateOptions = {},
): Integral {
  const { value, error, magnitude, rounding } = totals(refine(f, points, options));
  const met = error <= 1e-10 * Math.max(options.scale ?? 0, magnitude);
  return { value, error, magnitude, rounding, converged: Number.isFinite(value) && met };
}

/** The panels of `integrate` in ascending order: f is as good as a polynomial on each. */
export function smoothPanels(
  f: (x: number) => number,
  points: readonly number[],
  options: IntegrateOptions = {},
): readonly Panel[] {
  const panels = refine(f, points, options).map(({ panel }) => panel);
  return panels.sort((a, b) => a.low - b.low);
}

function refine(
  f: (x: number) => number,
  points: readonly number[],
  { tolerance = 1e-13, scale = 0, maxPanels = 2000 }: IntegrateOptions,
): HeapEntry[] {
  const open = new PanelHeap();
  for (let i = 1; i < points.length; i++) {
    if (points[i] > points[i - 1]) {
      const panel = gaussKronrod(f, points[i - 1], points[i]);
      open.push({ panel, stalls: 0 });
    }
  }
  const settled: HeapEntry[] = []; // panels that rounding keeps from getting better
  let settledError = 0;
  const enough = (): boolean =>
    open.error + settledError <= tolerance * Math.max(scale, open.magnitude);
  while (open.size > 0 && open.size + settled.length < maxPanels && !enough()) {
    const entry = open.pop();
    const { panel, stalls } = entry;
    const centre = panel.low + (panel.high - panel.low) / 2;
    const isPoint = !(panel.low < centre && centre < panel.high);
    if (isPoint || panel.error <= 4 * panel.rounding || stalls > 2) {
      // Between two neighbouring doubles there is no telling what a pole may hide.
      const least = isPoint ? 60 * panel.magnitude : 4 * panel.rounding;
      const error = Math.max(panel.error, least);
      settled.push({ panel: { ...panel, error }, stalls });
      settledError += error;
      continue;
    }
    const left = gaussKronrod(f, panel.low, centre);
    const right = gaussKronrod(f, centre, panel.high);
    const error = left.error + right.error;
    // An error as large as the panel is a narrow feature not yet found, for instance a power law over decades.
    const unresolved = panel.error > 1e-4 * panel.magnitude;
    // At a jump the error falls to a half, at a pole to 0.7; noise stays what it was.
    const next = unresolved ? 0 : error > 0.85 * panel.error ? stalls + 1 : stalls;
    open.push({ panel: left, stalls: next });
    open.push({ panel: right, stalls: next });
  }
  return [...open.entries(), ...settled];
}

function totals(entries: readonly HeapEntry[]): {
  value: number;
  error: number;
  magnitude: number;
  rounding: number;
} {
  const value = new CompensatedSum();
  let rounding = 0;
  let error = 0;
  let magnitude = 0;
  for (const { panel } of entries) {
    value.add(panel.value);
    error += panel.error;
    rounding += panel.rounding;
    magnitude += panel.magnitude;
  }
  return { value: value.total, error, magnitude, rounding };
}
