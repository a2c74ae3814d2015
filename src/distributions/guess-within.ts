import type { Distribution } from "./distribution";
import { isUpper } from "./log-between";
import { logCdfOf, logSurvivalOf, survivalOf } from "./log-tail";
import { upperQuantile } from "./upper-quantile";

/** An interval that a distribution is cut to, from where its mass is counted, and the logarithm of that mass. */
export interface Cut {
  readonly start: number;
  readonly end: number;
  readonly logMass: number;
}

/** What a cut takes of the tail that it lies in; where it is little, differences of tails cancel. */
export function shareOfTail(d: Distribution, { start, end, logMass }: Cut): number {
  const tail = isUpper(d, start) ? logSurvivalOf(d, start) : logCdfOf(d, end);
  return tail > -700 ? Math.exp(logMass - tail) : 0;
}

/** About the u-quantile of d cut: by d's own, where the tails do not underflow; else a point of the support. */
export function guessWithin(
  d: Distribution,
  { start, end, logMass }: Cut,
  [low, high]: readonly [number, number],
  u: number,
): number {
  const mass = Math.exp(logMass);
  const above = u > 0.5;
  const guess = isUpper(d, start)
    ? upperQuantile(
        d,
        clamped(above ? survivalOf(d, end) + (1 - u) * mass : survivalOf(d, start) - u * mass),
      )
    : d.quantile(clamped(above ? d.cdf(end) - (1 - u) * mass : d.cdf(start) + u * mass));
  if (d.kind === "discrete" || (guess > low && guess < high)) return guess;
  return middle(low, high);
}

const clamped = (level: number): number => Math.min(1, Math.max(0, level));

function middle(low: number, high: number): number {
  if (Number.isFinite(low) && Number.isFinite(high)) return low + (high - low) / 2;
  return Number.isFinite(low) ? low + 1 : high - 1;
}
