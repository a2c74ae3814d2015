import type { Distribution } from "../../distributions/distribution";
import type { PairRatio } from "./pair-ratio";

/** Two densities and their logarithmic ratio. */
interface Crossed {
  readonly p: Distribution;
  readonly q: Distribution;
  readonly ratio: PairRatio;
}

/** How finely each gap between landmarks is searched. */
const parts = 6;

/** The points where p = q, between and beyond ascending points. */
export function crossingsOf(
  { p, q, ratio }: Crossed,
  points: readonly number[],
): readonly number[] {
  const difference = (x: number): number => ratio.at(x, p.logProb(x), q.logProb(x));
  return signChanges(difference, searched(points, p, q));
}

/** The zeros of f between neighbours of different sign. */
export function signChanges(f: (x: number) => number, xs: readonly number[]): readonly number[] {
  const found: number[] = [];
  let [before, valueBefore] = [Number.NaN, 0];
  for (const x of xs) {
    const value = f(x);
    if (Number.isNaN(value) || value === 0) continue;
    if (value * valueBefore < 0 || Math.sign(value) === -Math.sign(valueBefore)) {
      found.push(zeroBetween(f, before, x));
    }
    [before, valueBefore] = [x, value];
  }
  return found;
}

/** By bisection: the zero may be a jump, and f infinite. */
function zeroBetween(f: (x: number) => number, a: number, b: number): number {
  const positive = f(b) > 0;
  let [low, high] = [a, b];
  for (let step = 0; step < 200; step++) {
    const middle = low + (high - low) / 2;
    if (!(middle > low && middle < high)) break;
    const value = f(middle);
    if (value === 0) return middle;
    if (value > 0 === positive) high = middle;
    else low = middle;
  }
  return low + (high - low) / 2;
}

/** The points, some between each two, and more outwards: in steps that double, or that halve towards an end. */
export function searched(
  points: readonly number[],
  p: Distribution,
  q: Distribution,
): readonly number[] {
  const [first, last] = [points[0], points[points.length - 1]];
  if (first === undefined) return [];
  const width = Math.max(last - first, Math.abs(last) * 1e-9, 1e-300);
  const low = Math.max(p.support[0], q.support[0]);
  const high = Math.min(p.support[1], q.support[1]);
  const scales = Array.from({ length: 45 }, (_, k) => 2 ** (k - 4));
  const before = scales.map((s) =>
    Number.isFinite(low) ? low + (first - low) / (1 + s) : first - width * s,
  );
  const after = scales.map((s) =>
    Number.isFinite(high) ? high - (high - last) / (1 + s) : last + width * s,
  );
  const between = points.flatMap((x, i) => {
    const gap = (points[i + 1] ?? x) - x;
    return Array.from({ length: parts }, (_, k) => x + (gap * k) / parts);
  });
  const inside = [...before.reverse(), ...between, ...after].filter((x) => x > low && x < high);
  return [...new Set(inside)].sort((a, b) => a - b);
}
