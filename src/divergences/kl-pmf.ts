import { relativeEntropyTerm } from "../math/relative-entropy-term";
import { log1pmx } from "../math/log1pmx";
import { normalizedPair } from "./normalized-pair";
import { type Pmf, checkEntries, checkSameLength, checkTotal, checkVector } from "./pmf";

/**
 * D(p ‖ q) in nats of two vectors: one pass over both, checks included.
 *
 * With Φ = Σ pᵢ ln(pᵢ/qᵢ) − pᵢ + qᵢ and r = (Zq − Zp)/Zp, the divergence of the normalised vectors is
 * Φ/Zp − (r − ln(1 + r)). Where the sums are so unequal that this difference would cancel, q is rescaled instead.
 */
export function klPmf(
  caller: string,
  p: Pmf,
  q: Pmf,
  normalize: boolean | undefined,
  names: readonly [string, string] = ["p", "q"],
): number {
  const [first, second] = names;
  checkVector(caller, first, p);
  checkVector(caller, second, q);
  checkSameLength(caller, p, q, names);
  let phi = 0;
  let phiLow = 0;
  let zp = 0;
  let zpLow = 0;
  let excess = 0; // Zq − Zp
  let excessLow = 0;
  for (let i = 0; i < p.length; i++) {
    const a = p[i]!;
    const b = q[i]!;
    if (typeof a !== "number" || typeof b !== "number" || !(a >= 0 && b >= 0)) {
      checkEntries(caller, first, p);
      checkEntries(caller, second, q);
    }
    const d = a - b;
    // Kahan's sums: for terms ≥ 0 as good as Neumaier's, and without a branch.
    const term = relativeEntropyTerm(a, b, d) - phiLow;
    const nextPhi = phi + term;
    phiLow = nextPhi - phi - term;
    phi = nextPhi;
    const mass = a - zpLow;
    const nextZp = zp + mass;
    zpLow = nextZp - zp - mass;
    zp = nextZp;
    const change = -d - excessLow;
    const nextExcess = excess + change;
    excessLow = nextExcess - excess - change;
    excess = nextExcess;
  }
  const inRange = zp < 1e200 && Math.abs(excess) < 1e200; // false for NaN
  if (!inRange) {
    checkEntries(caller, first, p);
    checkEntries(caller, second, q);
  }
  if (!normalize) {
    checkTotal(caller, first, p, zp);
    checkTotal(caller, second, q, zp + excess);
  }
  const r = excess / zp;
  const correction = -log1pmx(r);
  const value = phi / zp;
  // Also where a sum is 0, tiny or huge: the careful way scales, or says what is wrong.
  if (inRange && zp > 1e-200 && r < 1e-3 && r > -1e-3 && correction <= 0.01 * value) {
    return value - correction;
  }
  if (phi === Number.POSITIVE_INFINITY && inRange && zp > 0 && zp + excess > 0) return phi;
  return normalizedPair(caller, p, q, normalize, names).sum(relativeEntropyTerm);
}
