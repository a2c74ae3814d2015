import { integrate } from "../math/integrals/integrate";
import type { Distribution } from "./distribution";
import { expectation, type Observable } from "./expectation";
import { isTame } from "./log-tail";

// Moments of a distribution on an interval that may be narrow beside where it lies: distances are taken from a point
// inside, so that they keep their digits, and where the density is tame the integral runs over x itself.

/** E[f(X)]; `f` hears x and, near a finite upper end, how far below it x lies; besides ln of the density. */
export function expectationWithin(d: Distribution, f: Observable): number {
  const [low, high] = d.support;
  if (d.kind === "discrete" || !isTame(d, low, high)) return expectation(d, f);
  const points = [low, ...d.kinks, ...[0.02, 0.5, 0.98].map((u) => d.quantile(u)), high];
  const sorted = [...new Set(points)].sort((a, b) => a - b);
  const weighted = (x: number): number => {
    const log = d.logProb(x);
    return Math.exp(log) * f(x, undefined, log);
  };
  return integrate(weighted, sorted).value;
}

export function meanWithin(d: Distribution): number {
  if (d.kind === "discrete") return expectation(d, (x) => x);
  const [low, high] = d.support;
  const { centre, shift } = middle(d);
  return Math.min(high, Math.max(low, centre + shift));
}

export function varianceWithin(d: Distribution): number {
  const { centre, shift } = middle(d);
  const distance = distanceFrom(d, centre);
  return expectationWithin(d, (x, below) => (distance(x, below) - shift) ** 2);
}

/** A point inside, and how far from it the mean lies. */
function middle(d: Distribution): { readonly centre: number; readonly shift: number } {
  if (d.kind === "discrete") return { centre: meanWithin(d), shift: 0 };
  const centre = d.quantile(0.5);
  return { centre, shift: expectationWithin(d, distanceFrom(d, centre)) };
}

function distanceFrom(
  d: Distribution,
  centre: number,
): (x: number, below: number | undefined) => number {
  const toEnd = d.support[1] - centre;
  return (x, below) => (below === undefined ? x - centre : toEnd - below);
}
