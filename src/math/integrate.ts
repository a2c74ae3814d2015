import { CompensatedSum } from "./compensated-sum";
import { gaussKronrod, type Panel } from "./gauss-kronrod";
import { PanelHeap } from "./panel-heap";

/** A number and how far it may be off. */
export interface Approximation {
  readonly value: number;
  /** Estimated absolute error. */
  readonly error: number;
}

export interface Integral extends Approximation {
  /** ∫|f|. */
  readonly magnitude: number;
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
  { tolerance = 1e-13, scale = 0, maxPanels = 2000 }: IntegrateOptions = {},
): Integral {
  const open = new PanelHeap();
  for (let i = 1; i < points.length; i++) {
    if (points[i] > points[i - 1]) {
      open.push({ panel: gaussKronrod(f, points[i - 1], points[i]), stalls: 0 });
    }
  }
  const settled: Panel[] = []; // panels that rounding keeps from getting better
  let settledError = 0;
  const enough = (): boolean =>
    open.error + settledError <= tolerance * Math.max(scale, open.magnitude);
  while (open.size > 0 && open.size + settled.length < maxPanels && !enough()) {
    const { panel, stalls } = open.pop();
    const centre = (panel.low + panel.high) / 2;
    if (!(panel.low < centre && centre < panel.high) || stalls > 3) {
      settled.push(panel);
      settledError += panel.error;
      continue;
    }
    const left = gaussKronrod(f, panel.low, centre);
    const right = gaussKronrod(f, centre, panel.high);
    const better = left.error + right.error < 0.9 * panel.error;
    // An error as large as the panel is a narrow feature not yet found, for instance a power law over decades.
    const unresolved = panel.error > 0.01 * panel.magnitude;
    const next = better || unresolved ? 0 : stalls + 1;
    open.push({ panel: left, stalls: next });
    open.push({ panel: right, stalls: next });
  }
  const { value, error, magnitude } = totals([...open.panels(), ...settled]);
  const met = error <= 1e-10 * Math.max(scale, magnitude);
  return { value, error, magnitude, converged: Number.isFinite(value) && met };
}

function totals(panels: readonly Panel[]): { value: number; error: number; magnitude: number } {
  const value = new CompensatedSum();
  let error = 0;
  let magnitude = 0;
  for (const panel of panels) {
    value.add(panel.value);
    error += panel.error;
    magnitude += panel.magnitude;
  }
  return { value: value.total, error, magnitude };
}
