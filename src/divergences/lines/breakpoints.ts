import type { Distribution } from "../../distributions/distribution";
import { upperQuantile } from "../../distributions/upper-quantile";
import { gradedPoints } from "../../math/graded-points";

const levels = [1e-9, 1e-4, 0.02, 0.2, 0.5, 0.8, 0.98, 0.9999, 1 - 1e-9];
/** A small power of p, as √p, has its mass far out in the tails of p. */
const tailLevels = [1e-20, 1e-40, 1e-80];

/** Beyond this the rest of a tail is a power law, and what is added to it would leave the doubles. */
const farthest = 1e250;

/** Where p has its mass and its kinks, in ascending order. */
function landmarks(p: Distribution): number[] {
  // A density given as a function may underflow long before its tail is negligible.
  const tails = p.family === "density" ? [] : tailLevels;
  const points = [
    ...p.kinks,
    ...(p.landmarks ?? levels.map((u) => p.quantile(u))),
    ...tails.flatMap((u) => [p.quantile(u), upperQuantile(p, u)]),
  ];
  const [low, high] = p.support;
  const inside = points.filter((x) => x > low && x < high && Math.abs(x) < farthest);
  return [...new Set(inside)].sort((a, b) => a - b);
}

/** The landmarks of both, each graded by itself, so that nearly equal ones do not look like a narrow scale. */
export function breakpoints(p: Distribution, q: Distribution): number[] {
  const [own, other] = [landmarks(p), landmarks(q)];
  const all = [...own, ...other];
  const reach = [Math.min(...all), Math.max(...all)] as const;
  const graded = [...gradedPoints(own, reach, p.support), ...gradedPoints(other, reach, q.support)];
  return [...new Set(graded)].sort((a, b) => a - b);
}
