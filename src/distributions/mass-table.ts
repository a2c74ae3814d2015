import { smoothPanels } from "../math/integrals/integrate";
import { integrateDensity } from "../math/integrals/integrate-density";
import { type CellTable, cellTable } from "./cell-table";
import { exponentialMap } from "./exponential-map";
import { RunningMass } from "./running-mass";

/** The distribution function of a density that is only known point by point. */
export interface MassTable {
  /** ∫ f over the support. */
  readonly total: number;
  /** Points between which the mass lies, for later quadratures. */
  readonly landmarks: readonly number[];
  cdf(x: number): number;
  survival(x: number): number;
  quantile(u: number): number;
  survivalQuantile(v: number): number;
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

  let parts: RunningMass | undefined;
  const mass = (): RunningMass => {
    parts ??= new RunningMass(inV, panels);
    return parts;
  };
  const share = (
    x: number,
    part: (v: number) => number,
    [below, above]: [number, number],
  ): number =>
    Number.isNaN(x) ? x : x <= low ? below : x >= high ? above : part(toV(x)) / mass().total;
  const place = (level: number, [none, all]: [number, number], upper: boolean): number => {
    if (level <= 0) return none;
    if (level >= 1) return all;
    // From the nearer end, whose mass is known beside itself.
    const wanted = Math.min(level, 1 - level) * mass().total;
    const fromAbove = level > 0.5 ? !upper : upper;
    return toX(fromAbove ? mass().placeAbove(wanted) : mass().placeBelow(wanted));
  };

  let cells: CellTable | undefined;
  return {
    total,
    landmarks,
    cdf: (x) => share(x, (v) => mass().below(v), [0, 1]),
    survival: (x) => share(x, (v) => mass().above(v), [1, 0]),
    quantile: (u) => place(u, [low, high], false),
    survivalQuantile: (v) => place(v, [high, low], true),
    quickQuantile(u) {
      cells ??= cellTable(inV, panels);
      return toX(cells.at(u));
    },
  };
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
