/**
 * The greatest value of a concave f on (low, high), by Brent's parabolas and golden sections.
 *
 * The place is found to about 1e-8 of the interval, so the value, flat there, to rounding.
 *
 * Source: R. P. Brent, Algorithms for Minimization without Derivatives (1973), chapter 5.
 */
export function maximize(f: (x: number) => number, low: number, high: number): number {
  const golden = (3 - Math.sqrt(5)) / 2;
  const tolerance = 5e-9 * (high - low);
  let [a, b] = [low, high];
  let x = (low + high) / 2; // the centre is best for pairs that are nearly equal
  let [second, third] = [x, x];
  let value = f(x);
  let [valueSecond, valueThird] = [value, value];
  let step = 0;
  let before = 0;
  for (let i = 0; i < 100; i++) {
    const middle = (a + b) / 2;
    if (Math.abs(x - middle) <= 2 * tolerance - (b - a) / 2) break;
    let parabola = Number.NaN;
    if (Math.abs(before) > tolerance) {
      const r = (x - second) * (value - valueThird);
      const s = (x - third) * (value - valueSecond);
      const numerator = (x - third) * s - (x - second) * r;
      const denominator = 2 * (s - r);
      parabola = denominator === 0 ? Number.NaN : -numerator / denominator;
    }
    const accepted =
      Math.abs(parabola) < Math.abs(before / 2) && x + parabola > a && x + parabola < b;
    const towards = x >= middle ? a - x : b - x;
    before = accepted ? step : towards;
    step = accepted ? parabola : golden * towards;
    const next = x + (Math.abs(step) >= tolerance ? step : Math.sign(step || 1) * tolerance);
    const valueNext = f(next);
    if (valueNext >= value) {
      if (next >= x) a = x;
      else b = x;
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
  return value;
}
