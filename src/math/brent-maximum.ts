/** Where a search begins, and how close it has to come. */
export interface BrentStart {
  readonly low: number;
  readonly high: number;
  /** Inside of (low, high): as good a guess as there is. */
  readonly start: number;
  /** f(start), where it is known already. */
  readonly startValue?: number;
  /** How far the place may be off. */
  readonly tolerance: number;
}

export interface Summit {
  readonly at: number;
  readonly value: number;
}

const golden = (3 - Math.sqrt(5)) / 2;
// A place is told from the next by √ε of itself at best; a little more than that is asked.
const relativeTolerance = 1e-10;
const mostRounds = 100;

/**
 * The greatest value of f between two points and its place, by parabolas through the best three places and golden
 * sections; of several peaks, one.
 *
 * Source: R. P. Brent, Algorithms for Minimization without Derivatives (1973), chapter 5.
 */
export function brentMaximum(
  f: (x: number) => number,
  { low, high, start, startValue, tolerance }: BrentStart,
): Summit {
  let [a, b] = [low, high];
  let x = start;
  let [second, third] = [x, x];
  let value = startValue ?? f(x);
  let [valueSecond, valueThird] = [value, value];
  let step = 0;
  let before = 0;
  for (let round = 0; round < mostRounds; round++) {
    const middle = (a + b) / 2;
    const least = tolerance + relativeTolerance * Math.abs(x);
    if (Math.abs(x - middle) <= 2 * least - (b - a) / 2) break;
    const parabola =
      Math.abs(before) > least
        ? vertex(x - second, x - third, value - valueSecond, value - valueThird)
        : Number.NaN;
    const isAccepted =
      Math.abs(parabola) < Math.abs(before / 2) && x + parabola > a && x + parabola < b;
    if (isAccepted) {
      before = step;
      step = parabola;
      const next = x + step;
      if (next - a < 2 * least || b - next < 2 * least) step = x < middle ? least : -least;
    } else {
      before = x < middle ? b - x : a - x;
      step = golden * before;
    }
    const next = x + (Math.abs(step) >= least ? step : step > 0 ? least : -least);
    const valueNext = f(next);
    if (valueNext >= value) {
      if (next < x) b = x;
      else a = x;
      [third, valueThird] = [second, valueSecond];
      [second, valueSecond] = [x, value];
      [x, value] = [next, valueNext];
    } else {
      if (next < x) a = next;
      else b = next;
      if (valueNext >= valueSecond || second === x) {
        [third, valueThird] = [second, valueSecond];
        [second, valueSecond] = [next, valueNext];
      } else if (valueNext >= valueThird || third === x || third === second) {
        [third, valueThird] = [next, valueNext];
      }
    }
  }
  return { at: x, value };
}

/** The step from a place to the top of the parabola through it and two others, given the steps from those to it. */
function vertex(fromSecond: number, fromThird: number, rise: number, riseThird: number): number {
  const r = fromSecond * riseThird;
  const s = fromThird * rise;
  const denominator = 2 * (s - r);
  return denominator === 0 ? Number.NaN : -(fromThird * s - fromSecond * r) / denominator;
}
