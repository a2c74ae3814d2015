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
  const knots = [...new Set([...grid, ...kinks.map(toV)])]
    .filter((v) => Number.isFinite(v))
    .sort((a, b) => a - b);
  const options = { scale: integrate(inV, knots, { maxPanels: 500 }).magnitude, maxPanels: 200 };
  const running = [0];
  for (let i = 1; i < knots.length; i++) {
    running.push(running[i - 1] + integrate(inV, [knots[i - 1], knots[i]], options).value);
  }
  const counted = running[running.length - 1];
  const landmarks = knots.filter((_, i) => {
    const share = running[i] / counted;
    return share > 1e-12 && share < 1 - 1e-12;
  });
  const inLogs = (x: number, logJacobian: number): number => Math.exp(Math.log(f(x)) + logJacobian);
  const whole = integrateDensity(inLogs, low, high, [...kinks, ...landmarks.map(toX)]);
  const total = whole.diverges || whole.converged ? whole.value : counted;

  const massUpTo = (v: number): number => {
    if (v <= knots[0]) return 0;
    if (v >= knots[knots.length - 1]) return counted;
    let i = 0;
    while (knots[i + 1] < v) i++;
    return running[i] + integrate(inV, [knots[i], v], options).value;
  };

  const quantile = (u: number): number => {
    if (u <= 0) return low;
    if (u >= 1) return high;
    const wanted = u * counted;
    let i = 0;
    while (running[i + 1] < wanted) i++;
    let [left, right] = [knots[i], knots[i + 1]];
    // Newton's steps between bounds; f may be 0 or infinite on parts, where they give way to bisection.
    let v = left + ((right - left) * (wanted - running[i])) / (running[i + 1] - running[i]);
    for (let step = 0; step < 100 && left < right; step++) {
      const excess = massUpTo(v) - wanted;
      if (excess < 0) left = v;
      else right = v;
      if (excess === 0) break;
      const newton = v - excess / inV(v);
      const bisect = step % 4 === 3 || !(newton > left && newton < right);
      const next = bisect ? left + (right - left) / 2 : newton;
      if (Math.abs(next - v) <= 1e-15 * (1 + Math.abs(v)) || next <= left || next >= right) break;
      v = next;
    }
    return toX(v);
  };

  return {
    total,
    landmarks: landmarks.map(toX),
    cdf: (x) => (Number.isNaN(x) ? x : x <= low ? 0 : x >= high ? 1 : massUpTo(toV(x)) / counted),
    quantile,
  };
}

/** Dense where mass usually is, sparse far out: |v| = 700 is the end of the doubles. */
const grid: readonly number[] = (() => {
  const near = Array.from({ length: 32 }, (_, i) => (i + 1) / 4);
  const far = [10, 12, 16, 20, 24, 32, 48, 64, 128, 256, 512, 700];
  const positive = [...near, ...far];
  return [...positive.map((v) => -v), 0, ...positive].sort((a, b) => a - b);
})();

interface ExponentialMap {
  toX(v: number): number;
  toV(x: number): number;
  /** dx/dv. */
  slope(v: number): number;
}

function exponentialMap(low: number, high: number): ExponentialMap {
  if (Number.isFinite(low) && Number.isFinite(high)) {
    const width = high - low;
    const share = (v: number): number => 1 / (1 + Math.exp(-v));
    return {
      toX: (v) => (v < 0 ? low + width * share(v) : high - width * share(-v)),
      toV: (x) => Math.log(x - low) - Math.log(high - x),
      slope: (v) => width * share(v) * share(-v),
    };
  }
  if (Number.isFinite(low) || Number.isFinite(high)) {
    const [end, sign] = Number.isFinite(low) ? [low, 1] : [high, -1];
    return {
      toX: (v) => end + sign * Math.exp(sign * v),
      toV: (x) => sign * Math.log(sign * (x - end)),
      slope: (v) => Math.exp(sign * v),
    };
  }
  return { toX: Math.sinh, toV: Math.asinh, slope: Math.cosh };
}
