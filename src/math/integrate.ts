import { CompensatedSum } from "./compensated-sum";
import { type Panel, gaussKronrod } from "./gauss-kronrod";

/** A number and how far it may be off. */
export interface Approximation {
  readonly value: number;
  /** Estimated absolute error. */
  readonly error: number;
}

export interface Integral extends Approximation {
  /** False where the panels ran out, or f was not finite, before the tolerance was met. */
  readonly converged: boolean;
}

export interface IntegrateOptions {
  /** Demanded of the error, relative to ∫|f|; default 1e-13. */
  readonly tolerance?: number;
  /** Default 3000; each costs 21 evaluations. */
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
  { tolerance = 1e-13, maxPanels = 3000 }: IntegrateOptions = {},
): Integral {
  const open: Entry[] = [];
  for (let i = 1; i < points.length; i++) {
    if (points[i]! > points[i - 1]!) {
      open.push({ panel: gaussKronrod(f, points[i - 1]!, points[i]!), stalls: 0 });
    }
  }
  const settled: Entry[] = []; // panels that rounding keeps from getting better
  let current = totals(open);
  while (open.length > 0 && current.error > tolerance * current.magnitude) {
    const { panel, stalls } = takeWorst(open);
    const centre = (panel.low + panel.high) / 2;
    const splits = panel.low < centre && centre < panel.high;
    if (!splits || stalls > 3 || open.length + settled.length >= maxPanels) {
      settled.push({ panel, stalls });
      if (open.length + settled.length >= maxPanels) break;
      continue;
    }
    const left = gaussKronrod(f, panel.low, centre);
    const right = gaussKronrod(f, centre, panel.high);
    const better = left.error + right.error < 0.9 * panel.error;
    const next = better ? 0 : stalls + 1;
    open.push({ panel: left, stalls: next }, { panel: right, stalls: next });
    current = totals([...open, ...settled]);
  }
  const { value, error, magnitude } = current;
  const met = error <= Math.max(tolerance, 1e-10) * magnitude;
  return { value, error, converged: Number.isFinite(value) && met };
}

interface Entry {
  readonly panel: Panel;
  /** How many bisections in a row have not reduced the error. */
  readonly stalls: number;
}

/** Removes and returns the entry with the largest error. */
function takeWorst(entries: Entry[]): Entry {
  let worst = 0;
  for (let i = 1; i < entries.length; i++) {
    if (entries[i]!.panel.error > entries[worst]!.panel.error) worst = i;
  }
  const entry = entries[worst]!;
  entries[worst] = entries[entries.length - 1]!;
  entries.pop();
  return entry;
}

function totals(entries: readonly Entry[]): { value: number; error: number; magnitude: number } {
  const value = new CompensatedSum();
  let error = 0;
  let magnitude = 0;
  for (const { panel } of entries) {
    value.add(panel.value);
    error += panel.error;
    magnitude += panel.magnitude;
  }
  return { value: value.total, error, magnitude };
}
