import type { Pmf } from "../divergences/vectors/pmf";
import { valueError } from "../words/errors";

/** Bits of the sum of all frequencies. */
export const frequencyBits = 28;

/**
 * Whole frequencies with sum 2^28, as near to q as that allows, ≥ 1 wherever q > 0; as running sums.
 *
 * @returns cumulative[s] … cumulative[s + 1] is the share of symbol s
 */
export function frequencyTable(q: Pmf, total: number): Float64Array {
  const whole = 2 ** frequencyBits;
  if (q.length > whole / 256) {
    throw valueError(
      "arithmeticCoder",
      `q 有 ${q.length} 个结果，最多 ${whole / 256} 个`,
      `q has ${q.length} outcomes; at most ${whole / 256} can be coded`,
    );
  }
  const frequency = Float64Array.from(q, (x) =>
    x > 0 ? Math.max(1, Math.round((x / total) * whole)) : 0,
  );
  // Rounding is made good at the largest, where it matters least; at most half of each.
  let rest = whole - frequency.reduce((a, b) => a + b, 0);
  const order = Array.from(frequency.keys()).sort((a, b) => frequency[b] - frequency[a]);
  for (let k = 0; rest !== 0; k = (k + 1) % order.length) {
    const i = order[k];
    const part = Math.max(rest, -Math.floor(frequency[i] / 2));
    frequency[i] += part;
    rest -= part;
  }
  const cumulative = new Float64Array(q.length + 1);
  for (let i = 0; i < q.length; i++) cumulative[i + 1] = cumulative[i] + frequency[i];
  return cumulative;
}
