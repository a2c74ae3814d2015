import type { Distribution } from "../../distributions/distribution";
import { exponentialMap } from "../../distributions/exponential-map";
import { CompensatedSum } from "../../math/compensated-sum";
import { gaussKronrod } from "../../math/integrals/gauss-kronrod";
import { smoothPanels } from "../../math/integrals/integrate";
import { meanOnSegment } from "../../math/mean-on-segment";
import { logRatioOf } from "../forms/log-ratio-of";
import { LinePair } from "./line-pair";

/** Levels at which two densities must agree to a twentieth to count as nearly equal. */
const levels = [0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99];
const nearly = 0.05;
const mostPanels = 3000;

/**
 * W₁ or W₂ of two nearly equal densities whose ln p − ln q is known by their parameters; undefined for others.
 *
 * D = F − G is the integral of p − q from the nearer end, which keeps the digits that F and G lose. Between two zeros of
 * D, ∫ D dx = −∫ x (p − q) dx, in which an error of the zeros is of the second order. W₂² = ∫ d² p dx, where d is how
 * far mass at x moves: ∫ q from x to x + d is D(x).
 */
export function nearTransport(p: Distribution, q: Distribution, order: 1 | 2): number | undefined {
  const moment = order === 1 ? p.mean : p.variance;
  const known = p.kind === "continuous" && Number.isFinite(moment) && logRatioOf(p, q);
  if (!known || hasPole(p) || hasPole(q)) return undefined;
  const sameSupport = String(p.support) === String(q.support);
  if (order === 2 && !sameSupport) return undefined;
  const isNear = levels.every((u) => {
    const x = q.quantile(u);
    return Math.abs(p.logProb(x) - q.logProb(x)) < nearly;
  });
  if (!isNear) return undefined;
  const gap = new Gap(new LinePair(p, q), order);
  return order === 1 ? gap.first() : gap.second();
}

/** Doubles x cannot approach a pole at an upper end other than 0. */
function hasPole(d: Distribution): boolean {
  return d.support[1] !== 0 && d.logProb(d.support[1]) === Number.POSITIVE_INFINITY;
}

interface Piece {
  readonly low: number;
  readonly high: number;
  /** F − G at its ends. */
  readonly before: number;
  readonly after: number;
}

/** F − G over a v in which the ends of the support are exponentially far. */
class Gap {
  readonly #pair: LinePair;
  readonly #toX: (v: number) => number;
  readonly #slope: (v: number) => number;
  readonly #pieces: readonly Piece[];

  constructor(pair: LinePair, order: 1 | 2) {
    const { p, q } = pair;
    const low = Math.min(p.support[0], q.support[0]);
    const high = Math.max(p.support[1], q.support[1]);
    const { toX, toV, slope } = exponentialMap(low, high);
    this.#pair = pair;
    this.#toX = toX;
    this.#slope = slope;
    const [centre, spread] = [q.quantile(0.5), q.quantile(0.9) - q.quantile(0.1)];
    // Far out the difference counts by how far it must go.
    const weighted = (v: number): number =>
      this.#change(v) * (1 + (Math.abs(toX(v) - centre) / spread) ** order);
    const inside = [...pair.points, ...pair.crossings, ...p.support, ...q.support];
    const knots = inside.filter((x) => x > low && x < high).map(toV);
    const edges = [-700, -300, -100, -30, -10, 10, 30, 100, 300, 700];
    const sorted = [...new Set([...edges, ...knots])].filter(Number.isFinite).sort((a, b) => a - b);
    const panels = smoothPanels(weighted, sorted, { maxPanels: mostPanels });
    const parts = panels.map((panel) =>
      gaussKronrod((v) => this.#change(v), panel.low, panel.high),
    );
    this.#pieces = pieces(parts);
  }

  /** (p − q) dx/dv. */
  #change(v: number): number {
    const x = this.#toX(v);
    const { p, q, ratio } = this.#pair;
    const [logP, logQ] = [p.logProb(x), q.logProb(x)];
    const log = Math.log(this.#slope(v));
    if (!(logP > Number.NEGATIVE_INFINITY && logQ > Number.NEGATIVE_INFINITY)) {
      return Math.exp(logP + log) - Math.exp(logQ + log);
    }
    const u = ratio.at(x, logP, logQ);
    return u < 0 ? Math.exp(logQ + log) * Math.expm1(u) : -Math.exp(logP + log) * Math.expm1(-u);
  }

  /** ∫ |F − G| dx. */
  first(): number {
    const total = new CompensatedSum();
    let piled: { low: number; high: number }[] = [];
    const close = (): void => {
      total.add(Math.abs(this.#momentOver(piled)));
      piled = [];
    };
    for (const { low, high, before, after } of this.#pieces) {
      if (before * after < 0) {
        const zero = this.#zeroIn({ low, high, before, after });
        piled.push({ low, high: zero });
        close();
        piled.push({ low: zero, high });
      } else piled.push({ low, high });
    }
    close();
    return total.total;
  }

  /** ∫ (x − c)(p − q) dx over what lies between two zeros of F − G. */
  #momentOver(parts: readonly { readonly low: number; readonly high: number }[]): number {
    const inside = this.#pair.crossings.filter((x) => {
      const [first, last] = [parts[0], parts[parts.length - 1]];
      return x >= this.#toX(first.low) && x <= this.#toX(last.high);
    });
    const centre = inside[0] ?? this.#pair.q.quantile(0.5);
    const moment = (v: number): number => (this.#toX(v) - centre) * this.#change(v);
    const sum = new CompensatedSum();
    for (const { low, high } of parts) {
      if (low < high) sum.add(gaussKronrod(moment, low, high).value);
    }
    return sum.total;
  }

  #zeroIn({ low, high, before }: Piece): number {
    let [a, b] = [low, high];
    for (let step = 0; step < 60 && b - a > 1e-12 * (1 + Math.abs(a)); step++) {
      const middle = a + (b - a) / 2;
      const value = before + gaussKronrod((v) => this.#change(v), low, middle).value;
      if (value === 0) return middle;
      if (value > 0 === before > 0) a = middle;
      else b = middle;
    }
    return a + (b - a) / 2;
  }

  /** (∫ d² p dx)^½; undefined where the way d is not found. */
  second(): number | undefined {
    const { p } = this.#pair;
    let lost = false;
    const sum = new CompensatedSum();
    for (const { low, high, before, after } of this.#pieces) {
      const fromLow = Math.abs(before) <= Math.abs(after);
      const at = (v: number): number => {
        const rest = this.#changeOver(fromLow ? low : high, v);
        const x = this.#toX(v);
        const density = Math.exp(p.logProb(x) + Math.log(this.#slope(v)));
        if (!(density > 1e-280)) return 0;
        const way = this.#way(x, (fromLow ? before : after) + rest);
        if (way === undefined) {
          lost ||= density > 1e-30;
          return 0;
        }
        return way * way * density;
      };
      sum.add(gaussKronrod(at, low, high).value);
    }
    return lost ? undefined : Math.sqrt(sum.total);
  }

  /** ∫ (p − q) dx over a part of a panel, in two steps for the degree of its polynomial. */
  #changeOver(from: number, to: number): number {
    const half = (to - from) / 2;
    const change = (v: number): number => this.#change(v);
    return half * (meanOnSegment(change, from, half) + meanOnSegment(change, from + half, half));
  }

  /** d with ∫ q from x to x + d equal to the gap, by Newton's steps. */
  #way(x: number, gap: number): number | undefined {
    const { q } = this.#pair;
    const density = (y: number): number => q.prob(y);
    let d = gap / density(x);
    for (let step = 0; step < 12; step++) {
      const next = d - (d * meanOnSegment(density, x, d) - gap) / density(x + d);
      if (!Number.isFinite(next)) return undefined;
      if (Math.abs(next - d) <= 1e-15 * Math.abs(next)) return next;
      d = next;
    }
    return undefined;
  }
}

/** F − G at the ends of panels, from whichever end of the support less has been added. */
function pieces(
  panels: readonly { low: number; high: number; value: number; magnitude: number }[],
): Piece[] {
  const whole = panels.reduce((sum, { magnitude }) => sum + magnitude, 0);
  const below = [0];
  for (const { value } of panels) below.push(below[below.length - 1] + value);
  const above = [0];
  for (const { value } of [...panels].reverse()) above.push(above[above.length - 1] - value);
  above.reverse();
  let passed = 0;
  const at = panels.map(({ magnitude }, i) => {
    const value = passed < whole / 2 ? below[i] : above[i];
    passed += magnitude;
    return value;
  });
  return panels.map(({ low, high }, i) => ({ low, high, before: at[i], after: at[i + 1] ?? 0 }));
}
