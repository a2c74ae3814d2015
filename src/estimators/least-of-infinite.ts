import type { Cell, CountRule } from "./count-measures";
import type { CountPair } from "./label-counts";

/** The 5 % quantile of a standard normal law: an interval whose other end is ∞ may miss on one side only. */
const z90 = 1.6448536269514722;

/**
 * How small a measure may be whose plain value is ∞: its corrected sum, in which a count b = 0 stands as ψ(b + 1), less
 * what sampling may have added at 5 %. The spread is that of the sum under counts as large as these, half a count more in
 * each cell, by differences of a count.
 */
export function leastOfInfinite(rule: CountRule, { p, q }: CountPair): number {
  const total = (counts: Float64Array): number => counts.reduce((sum, x) => sum + x, 0);
  const [n, m] = [total(p), total(q)];
  const more = p.length / 2;
  const [ofP, ofQ] = [new Spread(), new Spread()];
  let sum = rule.constant;
  for (let i = 0; i < p.length; i++) {
    const cell: Cell = { a: p[i], b: q[i], n, m };
    sum += rule.corrected(cell);
    const [a, b] = [p[i] + 0.5, q[i] + 0.5];
    const at = (x: number, y: number): number =>
      rule.corrected({ a: x, b: y, n: n + more, m: m + more });
    ofP.add(a, at(a + 0.5, b) - at(a - 0.5, b));
    ofQ.add(b, at(a, b + 0.5) - at(a, b - 0.5));
  }
  return Math.max(0, sum - z90 * Math.sqrt(ofP.variance + ofQ.variance));
}

/** The variance of a sum over cells whose counts are multinomial. */
class Spread {
  private n = 0;
  private mean = 0;
  private square = 0;

  add(count: number, slope: number): void {
    this.n += count;
    this.mean += count * slope;
    this.square += count * slope * slope;
  }

  get variance(): number {
    return Math.max(0, this.square - (this.mean * this.mean) / this.n);
  }
}
