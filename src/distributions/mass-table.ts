import { gaussKronrod, type Panel } from "../math/integrals/gauss-kronrod";
import { smoothPanels } from "../math/integrals/integrate";
import { integrateDensity } from "../math/integrals/integrate-density";
import { type CellTable, cellTable } from "./cell-table";
import { exponentialMap } from "./exponential-map";

/** The distribution function of a density that is only known point by point. */
export interface MassTable {
  /** ∫ f over the support. */
  readonly total: number;
  /** Points between which the mass lies, for later quadratures. */
  readonly landmarks: readonly number[];
  cdf(x: number): number;
  survival(x: number): number;
  quantile(u: number): number;
  /** quantile(u) to 1e-9 of the mass, many times as fast. */
  quickQuantile(u: number): number;
}

/** Panels that a density may take: enough for a thousand waves. */
const mostPanels = 20_000;
/** Landmarks that a later quadrature is given. */
const mostLandmarks = 400;

/**
 * Integrates f once, over a v in which the ends of the support are exponentially far, and keeps the running mass.
 *
 * @param f ≥ 0
 */
export function massTable(
  f: (x: number) => number,
  low: number,
  high: number,
  kinks: readonly number[],
): MassTable {
  const { toX, toV, slope } = exponentialMap(low, high);
  const inV = (v: number): number => {
    const mass = f(toX(v)) * slope(v);
    return Number.isFinite(mass) ? mass : 0; // rounded onto a pole at an end
  };
  const knots = gradedKnots(kinks.map(toV));
  const panels = smoothPanels(inV, knots, { maxPanels: mostPanels });
  const running = [0];
  for (const panel of panels) running.push(running[running.length - 1] + panel.value);
  const counted = running[running.length - 1];
  const above = [0];
  for (const { value } of [...panels].reverse()) above.push(above[above.length - 1] + value);
  above.reverse();
  const marked = panels.flatMap(({ low: v }, i) => {
    const share = running[i] / counted;
    return share > 1e-12 && share < 1 - 1e-12 ? [toX(v)] : [];
  });
  const every = Math.ceil(marked.length / mostLandmarks);
  const landmarks = marked.filter((_, i) => i % every === 0);
  const inLogs = (x: number, logJacobian: number): number => Math.exp(Math.log(f(x)) + logJacobian);
  const options = { maxPanels: mostPanels };
  const whole = integrateDensity(inLogs, low, high, [...kinks, ...landmarks], options);
  const total = whole.diverges || whole.converged ? whole.value : counted;

  const panelOf = (v: number): number => {
    let [left, right] = [0, panels.length - 1];
    while (left < right) {
      const middle = (left + right + 1) >> 1;
      if (panels[middle].low <= v) left = middle;
      else right = middle - 1;
    }
    return left;
  };
  const part = (a: number, b: number): number => Math.max(0, gaussKronrod(inV, a, b).value);
  const massUpTo = (v: number): number => {
    if (!(v > panels[0].low)) return 0;
    if (v >= panels[panels.length - 1].high) return counted;
    const i = panelOf(v);
    return Math.min(counted, running[i] + part(panels[i].low, v));
  };
  const massAbove = (v: number): number => {
    if (!(v > panels[0].low)) return counted;
    if (v >= panels[panels.length - 1].high) return 0;
    const i = panelOf(v);
    return Math.min(counted, above[i + 1] + part(v, panels[i].high));
  };

  let cells: CellTable | undefined;
  const quantile = (u: number): number => {
    if (u <= 0) return low;
    if (u >= 1) return high;
    const wanted = u * counted;
    const i = Math.max(0, firstAbove(running, wanted) - 1);
    cells ??= cellTable(inV, panels);
    return toX(solve(inV, panels[i], { wanted: wanted - running[i], start: cells.at(u) }));
  };

  return {
    total,
    landmarks,
    cdf: (x) => (Number.isNaN(x) ? x : x <= low ? 0 : x >= high ? 1 : massUpTo(toV(x)) / counted),
    survival: (x) =>
      Number.isNaN(x) ? x : x <= low ? 1 : x >= high ? 0 : massAbove(toV(x)) / counted,
    quantile,
    quickQuantile(u) {
      cells ??= cellTable(inV, panels);
      return toX(cells.at(u));
    },
  };
}

/** The v in a panel below which it has the mass wanted: Newton's steps between bounds. */
function solve(
  inV: (v: number) => number,
  panel: Panel,
  { wanted, start }: { readonly wanted: number; readonly start: number },
): number {
  let [left, right] = [panel.low, panel.high];
  if (!(wanted > 0)) return left;
  // f may be 0 or infinite on parts, where Newton gives way to bisection.
  let v = start > left && start < right ? start : left + (right - left) / 2;
  for (let step = 0; step < 100 && left < right; step++) {
    const excess = gaussKronrod(inV, panel.low, v).value - wanted;
    if (excess < 0) left = v;
    else right = v;
    if (excess === 0) break;
    const newton = v - excess / inV(v);
    const bisect = step % 4 === 3 || !(newton > left && newton < right);
    const next = bisect ? left + (right - left) / 2 : newton;
    if (Math.abs(next - v) <= 1e-15 * (1 + Math.abs(v)) || next <= left || next >= right) break;
    v = next;
  }
  return v;
}

function firstAbove(ascending: readonly number[], wanted: number): number {
  let [left, right] = [1, ascending.length - 1];
  while (left < right) {
    const middle = (left + right) >> 1;
    if (ascending[middle] >= wanted) right = middle;
    else left = middle + 1;
  }
  return left;
}

/** Dense where mass usually is, sparse far out (|v| = 700 is the end of the doubles), and crowded about each kink. */
function gradedKnots(kinks: readonly number[]): number[] {
  const near = Array.from({ length: 32 }, (_, i) => (i + 1) / 4);
  const far = [10, 12, 16, 20, 24, 32, 48, 64, 128, 256, 512, 700];
  const positive = [...near, ...far];
  const base = [...positive.map((v) => -v), 0, ...positive, ...kinks].filter(Number.isFinite);
  const knots = [...new Set(base)].sort((a, b) => a - b);
  // A narrow peak that a kink names is as narrow as may be.
  for (const kink of kinks) {
    const at = knots.indexOf(kink);
    for (const neighbour of at < 0 ? [] : [knots[at - 1], knots[at + 1]]) {
      if (neighbour === undefined) continue;
      for (let gap = (neighbour - kink) / 4; Math.abs(gap) > 1e-12; gap /= 4) {
        if (kink + gap !== kink) base.push(kink + gap);
      }
    }
  }
  return [...new Set(base)].sort((a, b) => a - b);
}

/** Points of an interval at all scales, and about each kink. */
export function pointsEverywhere(low: number, high: number, kinks: readonly number[]): number[] {
  const { toX, toV } = exponentialMap(low, high);
  return gradedKnots(kinks.map(toV)).map(toX);
}

/** The greatest finite value of a function at points everywhere; 0 where there is none. */
export function greatestSeen(
  f: (x: number) => number,
  low: number,
  high: number,
  kinks: readonly number[],
): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const x of pointsEverywhere(low, high, kinks)) {
    const value = f(x);
    if (value > most && value < Number.POSITIVE_INFINITY) most = value;
  }
  return Number.isFinite(most) ? most : 0;
}
