/**
 * A sum that keeps what rounding drops (Neumaier's variant of Kahan's), as `high + low`.
 *
 * The error is one rounding of the total plus n·u² of Σ|x|, so long sums of terms ≥ 0 are right to the last bit or so.
 *
 * Source: A. Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen (1974).
 */
export class CompensatedSum {
  high = 0;
  low = 0;

  add(x: number): void {
    const next = this.high + x;
    this.low += Math.abs(this.high) >= Math.abs(x) ? this.high - next + x : x - next + this.high;
    this.high = next;
  }

  get total(): number {
    // An infinite high leaves NaN in low (∞ − ∞).
    return Number.isFinite(this.high) ? this.high + this.low : this.high;
  }
}
