import { symmetricEigen } from "../../math/linear-algebra";

/** A value and its gradient. */
export interface Slope {
  readonly value: number;
  readonly gradient: readonly number[];
}

/** A place, and what was found there. */
export interface Place extends Slope {
  readonly at: readonly number[];
}

type Objective = (at: readonly number[]) => Slope;

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, x, i) => sum + x * b[i], 0);
const moved = (at: readonly number[], by: readonly number[], length: number): number[] =>
  at.map((x, i) => x + length * by[i]);

/** The longest step at first, in units of the search; it doubles after so many of its length in a row, from far away. */
const [longest, patience] = [1, 20];
const mostSteps = 200;

/**
 * Goes down from a place by quasi-Newton steps (BFGS) until the gradient is `still`, or no step leads down: the places gone
 * through. A value that is not finite is never gone to.
 *
 * Source: J. Nocedal and S. J. Wright, Numerical Optimization, 2nd ed. (2006), algorithm 6.1.
 */
export function quasiNewton(objective: Objective, start: readonly number[], still = 1e-9): Place[] {
  let here: Place = { at: start, ...objective(start) };
  const path = [here];
  if (!Number.isFinite(here.value)) return path;
  const unit = (): number[][] => start.map((_, i) => start.map((__, j) => (i === j ? 1 : 0)));
  let inverse = unit();
  let isFresh = true;
  let inRow = 0;
  for (let step = 0; step < mostSteps; step++) {
    if (Math.max(...here.gradient.map(Math.abs)) < still) break;
    let way = inverse.map((row) => -dot(row, here.gradient));
    if (!(dot(way, here.gradient) < 0)) {
      inverse = unit();
      isFresh = true;
      way = here.gradient.map((g) => -g);
    }
    if (dot(way, here.gradient) > -1e-15 * (1 + Math.abs(here.value))) break;
    const size = Math.max(...way.map(Math.abs));
    inRow = size > longest ? inRow + 1 : 0;
    const reach = longest * 2 ** Math.max(0, inRow - patience);
    if (size > reach) way = way.map((w) => (w * reach) / size);
    const next = stepAlong(objective, here, way);
    if (!next) {
      if (isFresh) break;
      inverse = unit();
      isFresh = true;
      continue;
    }
    inverse = updated(inverse, here, next, isFresh);
    isFresh = false;
    here = next;
    path.push(here);
  }
  return path;
}

/** Half as far, until it leads down enough. */
function stepAlong(objective: Objective, here: Place, way: readonly number[]): Place | undefined {
  const fall = dot(way, here.gradient);
  for (let length = 1; length > 1e-7; length /= 2) {
    const at = moved(here.at, way, length);
    const found = objective(at);
    if (found.value <= here.value + 1e-4 * length * fall) return { at, ...found };
  }
  return undefined;
}

function updated(inverse: number[][], from: Place, to: Place, isFresh: boolean): number[][] {
  const s = to.at.map((x, i) => x - from.at[i]);
  const y = to.gradient.map((g, i) => g - from.gradient[i]);
  const curvature = dot(s, y);
  if (!(curvature > 1e-12 * Math.sqrt(dot(s, s) * dot(y, y)))) return inverse;
  const first = curvature / dot(y, y);
  const h = isFresh ? inverse.map((row) => row.map((x) => x * first)) : inverse;
  const hy = h.map((row) => dot(row, y));
  const factor = (1 + dot(y, hy) / curvature) / curvature;
  return h.map((row, i) =>
    row.map((x, j) => x + factor * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / curvature),
  );
}

/**
 * Newton's steps from a place that is nearly the least, by differences of gradients; and the ways down from it where it is
 * a saddle, none where it is a least place.
 */
export function settle(
  objective: Objective,
  start: Place,
): { readonly place: Place; readonly ways: readonly (readonly number[])[] } {
  let place = start;
  const { values, vectors } = symmetricEigen(curvatures(objective, place.at));
  const most = Math.max(...values.map(Math.abs));
  const along = values.map((_, k) => vectors.map((row) => row[k]));
  const ways = along.filter((_, k) => values[k] < -1e-6 * most);
  for (let round = 0; round < 5 && ways.length === 0; round++) {
    // Where it is flat, as in an exchange of equal components, there is no telling how far.
    const by = along.reduce(
      (sum, v, k) =>
        values[k] > 1e-7 * most ? moved(sum, v, -dot(v, place.gradient) / values[k]) : sum,
      place.at.map(() => 0),
    );
    const size = Math.max(...by.map(Math.abs));
    if (size < 1e-10 || size > 0.1) break;
    const at = moved(place.at, by, 1);
    const found = objective(at);
    if (!(Math.hypot(...found.gradient) < Math.hypot(...place.gradient))) break;
    place = { at, ...found };
  }
  return { place, ways };
}

/** The matrix of second derivatives by central differences of the gradient. */
function curvatures(objective: Objective, at: readonly number[]): number[][] {
  const width = 1e-5;
  const rows = at.map((_, i) => {
    const by = at.map((__, j) => (i === j ? width : 0));
    const [up, down] = [1, -1].map((sign) => objective(moved(at, by, sign)).gradient);
    return up.map((g, j) => (g - down[j]) / (2 * width));
  });
  return rows.map((row, i) => row.map((x, j) => (x + rows[j][i]) / 2));
}
