import type { Distribution } from "../../distributions/distribution";
import { CompensatedSum } from "../../math/compensated-sum";
import { logRatioOf } from "../forms/log-ratio-of";
import { PairRatio } from "./pair-ratio";

/** How many integers are added one by one. */
export const mostCounts = 20_000_000;

const negligible = 1e-30;

/**
 * W₁ = Σ |F − G| or W₂ of two distributions on the integers.
 *
 * W₂² = W₁ + Σ m·d(d − 1) over the masses m that move a distance d: near equality all d are 1, and W₁, which may be
 * known by formula, is all there is.
 */
export function distanceOfCounts(
  p: Distribution,
  q: Distribution,
  order: 1 | 2,
  first: number = areaBetweenSteps(p, q),
): number {
  if (order === 1) return first;
  const cost = new CompensatedSum();
  cost.add(first);
  walk(lowerSteps(p, q), cost);
  walk(upperSteps(p, q), cost);
  return Math.sqrt(cost.total);
}

function areaBetweenSteps(p: Distribution, q: Distribution): number {
  const bottom = Math.min(p.quantile(negligible), q.quantile(negligible));
  const top = Math.max(highest(p), highest(q));
  const known = logRatioOf(p, q);
  if (known && isNear(p, q)) return sumOfGaps(new PairRatio(p, q, known), [p, q], [bottom, top]);
  const sum = new CompensatedSum();
  for (let k = bottom; k < top; k++) {
    const [f, g] = [p.cdf(k), q.cdf(k)];
    // In the upper tail the difference of survivals keeps the digits.
    const [above, beyond] = f > 0.5 && g > 0.5 ? [p.survival?.(k), q.survival?.(k)] : [];
    const byTails = above !== undefined && beyond !== undefined;
    sum.add(Math.abs(byTails ? above - beyond : f - g));
  }
  return sum.total;
}

function isNear(p: Distribution, q: Distribution): boolean {
  return [0.1, 0.5, 0.9].every((u) => {
    const k = q.quantile(u);
    return Math.abs(p.logProb(k) - q.logProb(k)) < 0.05;
  });
}

/** Σ |F − G| of two that are nearly equal: F − G is Σ (p − q) from the nearer end, which keeps the digits. */
function sumOfGaps(
  ratio: PairRatio,
  [p, q]: readonly [Distribution, Distribution],
  [bottom, top]: readonly [number, number],
): number {
  const change = (k: number): number => {
    const [logP, logQ] = [p.logProb(k), q.logProb(k)];
    if (!Number.isFinite(logP - logQ)) return Math.exp(logP) - Math.exp(logQ);
    return Math.exp(logQ) * Math.expm1(ratio.at(k, logP, logQ));
  };
  const middle = Math.min(top, q.quantile(0.5));
  const [area, gap] = [new CompensatedSum(), new CompensatedSum()];
  for (let k = bottom; k < middle; k++) {
    gap.add(change(k));
    area.add(Math.abs(gap.total));
  }
  const above = new CompensatedSum();
  for (let k = top; k > middle; k--) {
    above.add(change(k));
    area.add(Math.abs(above.total));
  }
  return area.total;
}

/** The least integer beyond which nothing is left. */
function highest(d: Distribution): number {
  let k = d.quantile(1 - 1e-15);
  for (let step = 1; k < d.support[1] && (d.survival?.(k) ?? 0) > negligible; step *= 2) k += step;
  return Math.min(k, d.support[1]);
}

/** One half of the unit interval: at level t one quantile function is at `start`, and moves on at `level(x)`. */
interface Steps {
  readonly starts: readonly [number, number];
  readonly step: 1 | -1;
  readonly levels: readonly [(x: number) => number, (x: number) => number];
}

function lowerSteps(p: Distribution, q: Distribution): Steps {
  return {
    starts: [p.quantile(negligible), q.quantile(negligible)],
    step: 1,
    levels: [(x) => p.cdf(x), (x) => q.cdf(x)],
  };
}

function upperSteps(p: Distribution, q: Distribution): Steps {
  const above = (d: Distribution, x: number): number => d.survival?.(x) ?? 1 - d.cdf(x);
  return {
    starts: [highest(p), highest(q)],
    step: -1,
    levels: [(x) => above(p, x - 1), (x) => above(q, x - 1)],
  };
}

/** Adds m·d(d − 1) for each mass m moved by d, up to level ½. */
function walk({ starts, step, levels }: Steps, cost: CompensatedSum): void {
  let [x, y] = starts;
  let [xEnd, yEnd] = [levels[0](x), levels[1](y)];
  let level = 0;
  while (level < 0.5) {
    const next = Math.min(xEnd, yEnd, 0.5);
    const distance = Math.abs(x - y);
    if (distance > 1 && next > level) cost.add((next - level) * distance * (distance - 1));
    level = Math.max(level, next);
    if (level >= 0.5) return;
    if (xEnd <= level) xEnd = levels[0]((x += step));
    if (yEnd <= level) yEnd = levels[1]((y += step));
  }
}
