import { log1pmx } from "../../math/log1pmx";
import { relativeEntropySums } from "../../math/relative-entropy-sums";
import { relativeEntropyTerm } from "../../math/relative-entropy-term";
import { simdKernel } from "../../math/simd/simd-kernel";
import { normalizedPair } from "./normalized-pair";
import { checkEntries, checkSameLength, checkTotal, checkVector, type Pmf } from "./pmf";

/**
 * D(p ‖ q) in nats of two vectors: one pass over both, checks included.
 *
 * With Φ = Σ pᵢ ln(pᵢ/qᵢ) − pᵢ + qᵢ and r = (Zq − Zp)/Zp, the divergence of the normalised vectors is
 * Φ/Zp − (r − ln(1 + r)). Where the sums are so unequal that this difference would cancel, q is rescaled instead.
 *
 * @param kernel what sums long vectors; undefined for plain TypeScript
 */
export function klPmf(
  caller: string,
  p: Pmf,
  q: Pmf,
  normalize: boolean | undefined,
  names: readonly [string, string] = ["p", "q"],
  kernel = p?.length > 16 ? simdKernel() : undefined,
): number {
  const [first, second] = names;
  checkVector(caller, first, p);
  checkVector(caller, second, q);
  checkSameLength(caller, p, q, names);
  const { phi, mass, excess, valid } = relativeEntropySums(p, q, kernel);
  const inRange = valid && mass < 1e200 && Math.abs(excess) < 1e200; // false for NaN and Infinity
  if (!inRange) {
    checkEntries(caller, first, p);
    checkEntries(caller, second, q);
  }
  if (!normalize) {
    checkTotal(caller, first, p, mass);
    checkTotal(caller, second, q, mass + excess);
  }
  const r = excess / mass;
  const correction = r === 0 ? 0 : -log1pmx(r);
  const value = phi / mass;
  if (inRange && mass > 1e-200 && mass + excess > 1e-200) {
    if (correction <= 0.2 * value) return value - correction;
    if (phi === Number.POSITIVE_INFINITY) return phi;
  }
  // Also where a sum is 0, tiny or huge: the careful way scales, or says what is wrong.
  return normalizedPair(caller, p, q, normalize, names).sum(relativeEntropyTerm);
}
