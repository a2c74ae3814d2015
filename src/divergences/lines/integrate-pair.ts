import type { Distribution } from "../../distributions/distribution";
import { upperQuantile } from "../../distributions/upper-quantile";
import { gradedPoints } from "../../math/graded-points";
import type { Integral } from "../../math/integrate";
import { integrateDensity } from "../../math/integrate-density";

/** A term of two logarithms, homogeneous: term(a + c, b + c) = eᶜ term(a, b). */
export type LogTerm = (logP: number, logQ: number) => number;

const levels = [1e-9, 1e-4, 0.02, 0.2, 0.5, 0.8, 0.98, 0.9999, 1 - 1e-9];
/** A small power of p, as √p, has its mass far out in the tails of p. */
const tailLevels = [1e-20, 1e-40, 1e-80];

/** Beyond this the rest of a tail is a power law, and its square would leave the doubles. */
const farthest = 1e130;

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
  return [...gradedPoints(own, reach, p.support), ...gradedPoints(other, reach, q.support)];
}

/** ∫ term(ln p, ln q) dx over where p or q is positive; the value is Infinity where it diverges or the term is infinite. */
export function integratePair(p: Distribution, q: Distribution, term: LogTerm): Integral {
  const low = Math.min(p.support[0], q.support[0]);
  const high = Math.max(p.support[1], q.support[1]);
  const points = breakpoints(p, q);
  let forbidden = false; // a gap in q's support, where p has mass
  const scaled = (logP: number, logQ: number, logJacobian: number): number => {
    const size = Math.max(1, Math.min(Math.abs(logP), Math.abs(logQ)));
    const equal = Math.abs(logP - logQ) <= 2 * Number.EPSILON * size; // to rounding
    const one = term(logP + logJacobian, (equal ? logP : logQ) + logJacobian);
    if (one !== Number.POSITIVE_INFINITY) return one;
    if (Math.min(logP, logQ) === Number.NEGATIVE_INFINITY) forbidden = true;
    return forbidden ? 0 : one;
  };
  const integral = (a: number, b: number): Integral =>
    integrateDensity(
      (x, logJacobian) => scaled(p.logProb(x), q.logProb(x), logJacobian),
      a,
      b,
      points,
    );
  /** As `integral`, over the distance y from b. */
  const mirrored = (a: number, b: number): Integral => {
    const [logP, logQ] = [belowEnd(p, b), belowEnd(q, b)];
    return integrateDensity(
      (y, logJacobian) => scaled(logP(y), logQ(y), logJacobian),
      0,
      b - a,
      points.map((x) => b - x),
    );
  };
  // Either density may have a pole or a jump at an end of its support: no piece has such an end inside.
  const ends = [...p.support, ...q.support].filter((x) => x > low && x < high);
  const cuts = [low, ...[...new Set(ends)].sort((a, b) => a - b), high];
  const pieces = cuts.slice(1).flatMap((end, i) => {
    const start = cuts[i];
    if (!hasPole(p, end) && !hasPole(q, end)) return [integral(start, end)];
    const middle = Number.isFinite(start) ? start + (end - start) / 2 : end - 1;
    return [integral(start, middle), mirrored(middle, end)];
  });
  const total = (of: (piece: Integral) => number): number =>
    pieces.reduce((sum, piece) => sum + of(piece), 0);
  const value = total((piece) => piece.value);
  const magnitude = total((piece) => piece.magnitude);
  if (forbidden || value === Number.POSITIVE_INFINITY) {
    return { value: Number.POSITIVE_INFINITY, error: 0, magnitude, converged: true };
  }
  const error = total((piece) => piece.error);
  // Of two densities that are nearly the same ln(p/q) is known to its rounding only, and that looks rough.
  const allowed = magnitude < 1e-9 ? 1e-3 : magnitude < 1e-6 ? 1e-5 : 1e-6;
  return {
    value,
    error,
    magnitude,
    converged: Number.isFinite(value) && error <= allowed * magnitude,
  };
}

function hasPole(d: Distribution, end: number): boolean {
  return d.logProbBelowEnd !== undefined && d.support[1] === end;
}

/** ln of the density at a distance below `end`. */
function belowEnd(d: Distribution, end: number): (y: number) => number {
  const below = hasPole(d, end) ? d.logProbBelowEnd?.bind(d) : undefined;
  return below ?? ((y) => d.logProb(end - y));
}
