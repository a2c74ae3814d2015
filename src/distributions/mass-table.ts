import { integrate } from "../math/integrate";
import { integrateDensity } from "../math/integrate-density";

/** The distribution function of a density that is only known point by point. */
export interface MassTable {
  /** ∫ f over the support. */
  readonly total: number;
  /** Points between which the mass lies, for later quadratures. */
  readonly landmarks: readonly number[];
  cdf(x: number): number;
  quantile(u: number): number;
}

/**
 * Integrates f once, over t in (−1, 1) mapped to the support, and keeps the running mass at a grid.
 *
 * @param f ≥ 0
 */
export function massTable(
  f: (x: number) => number,
  low: number,
  high: number,
  kinks: readonly number[],
): MassTable {
  const { toX, toT, slope } = mapping(low, high);
  const inT = (t: number): number => {
    const mass = f(toX(t)) * slope(t);
    return Number.isFinite(mass) ? mass : 0; // a pole at an end: left to integrateDensity below
  };
  const grid = Array.from({ length: 65 }, (_, i) => i / 32 - 1);
  const knots = [...new Set([...grid, ...kinks.map(toT)])]
    .filter((t) => t >= -1 && t <= 1)
    .sort((a, b) => a - b);
  const running = [0];
  for (let i = 1; i < knots.length; i++) {
    running.push(running[i - 1]! + integrate(inT, [knots[i - 1]!, knots[i]!]).value);
  }
  const counted = running[running.length - 1]!;
  const landmarks = knots.filter((_, i) => {
    const share = running[i]! / counted;
    return share > 1e-12 && share < 1 - 1e-12;
  });
  const inLogs = (x: number, logJacobian: number): number => Math.exp(Math.log(f(x)) + logJacobian);
  const whole = integrateDensity(inLogs, low, high, [...kinks, ...landmarks.map(toX)]);
  const total = whole.diverges || whole.converged ? whole.value : counted;

  const massUpTo = (t: number): number => {
    if (t <= -1) return 0;
    if (t >= 1) return counted;
    let i = 0;
    while (knots[i + 1]! < t) i++;
    return running[i]! + integrate(inT, [knots[i]!, t]).value;
  };

  const quantile = (u: number): number => {
    if (u <= 0) return low;
    if (u >= 1) return high;
    const wanted = u * counted;
    let i = 0;
    while (running[i + 1]! < wanted) i++;
    let [left, right] = [knots[i]!, knots[i + 1]!];
    // Bisection: f may be 0 or infinite on parts, where Newton fails.
    for (let step = 0; step < 60 && left < right; step++) {
      const middle = (left + right) / 2;
      if (middle <= left || middle >= right) break;
      if (massUpTo(middle) < wanted) left = middle;
      else right = middle;
    }
    return toX(right);
  };

  return {
    total,
    landmarks: landmarks.map(toX),
    cdf: (x) => massUpTo(toT(x)) / counted,
    quantile,
  };
}

interface Mapping {
  toX(t: number): number;
  toT(x: number): number;
  slope(t: number): number;
}

function mapping(low: number, high: number): Mapping {
  if (Number.isFinite(low) && Number.isFinite(high)) {
    const half = (high - low) / 2;
    return {
      toX: (t) => (t < 0 ? low + half * (t + 1) : high - half * (1 - t)),
      toT: (x) => (x - low) / half - 1,
      slope: () => half,
    };
  }
  if (Number.isFinite(low) || Number.isFinite(high)) {
    const [end, sign] = Number.isFinite(low) ? [low, 1] : [high, -1];
    return {
      toX: (t) => end + (sign * (1 + sign * t)) / (1 - sign * t),
      toT: (x) => {
        if (!Number.isFinite(x)) return Math.sign(x);
        const r = Math.max(0, sign * (x - end));
        return (sign * (r - 1)) / (r + 1);
      },
      slope: (t) => 2 / (1 - sign * t) ** 2,
    };
  }
  return {
    toX: (t) => t / (1 - t * t),
    toT: (x) => (Number.isFinite(x) ? (2 * x) / (1 + Math.sqrt(1 + 4 * x * x)) : Math.sign(x)),
    slope: (t) => (1 + t * t) / (1 - t * t) ** 2,
  };
}
