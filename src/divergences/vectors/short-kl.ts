import { relativeEntropyTerm } from "../../math/relative-entropy-term";

/** Up to here a call costs as much as the sum, so it is kept small; its plain sums still keep 15 digits. */
const longest = 16;

/**
 * D(p ‖ q) in nats of two short probability vectors with nothing unusual about them.
 *
 * @returns NaN where there is: a length, an entry or a sum out of range, or a result that wants more care
 */
export function shortKl(p: ArrayLike<number>, q: ArrayLike<number>): number {
  const { length } = p;
  if (length !== q.length || length > longest) return Number.NaN;
  let phi = 0;
  let mass = 0;
  let excess = 0;
  for (let i = 0; i < length; i++) {
    const a = p[i];
    const b = q[i];
    if (typeof a !== "number" || typeof b !== "number" || !(a >= 0 && b >= 0)) return Number.NaN;
    const d = a - b;
    phi += relativeEntropyTerm(a, b, d);
    mass += a;
    excess -= d;
  }
  if (!(Math.abs(mass - 1) <= 1e-9 && Math.abs(excess + (mass - 1)) <= 1e-9)) return Number.NaN;
  const r = excess / mass;
  const correction = r * r * (0.5 - r / 3); // r − ln(1 + r), whose next term is below 1e-18 of it
  return correction <= 0.2 * phi ? phi / mass - correction : Number.NaN;
}
