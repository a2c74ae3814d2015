import { log1pmx } from "../../math/log1pmx";
import { type RelativeEntropySums, relativeEntropySums } from "../../math/relative-entropy-sums";
import { relativeEntropyTerm } from "../../math/relative-entropy-term";
import type { Kernel } from "../../math/simd/simd-kernel";
import { type NormalizedPair, normalizedPair, type PairOptions } from "./normalized-pair";
import { isTotal, type Pmf } from "./pmf";

/** How `klOfVectors` takes its vectors. */
export interface KlOfVectorsOptions extends PairOptions {
  /** What sums long vectors: null for plain TypeScript; default: the realm's. */
  readonly kernel?: Kernel | null;
}

/**
 * D(p ‖ q) in nats of two vectors: one pass checks and sums; where it meets anything unusual, `klExactly` goes on.
 *
 * @throws TypeError or RangeError naming `caller`, the vector, the index and the value
 */
export function klOfVectors(
  caller: string,
  p: Pmf,
  q: Pmf,
  options: KlOfVectorsOptions = {},
): number {
  const nats = klAtOnce(p, q, options);
  return nats >= 0 ? nats : klExactly(caller, p, q, options);
}

/** Says what is wrong with p and q, or refines where digits are missing. */
export function klExactly(caller: string, p: Pmf, q: Pmf, options: PairOptions): number {
  return normalizedPair(caller, p, q, options).sum(relativeEntropyTerm);
}

/** As `klOfVectors`, of a pair that has been checked: the same bits. */
export function klOfPair(pair: NormalizedPair): number {
  const nats = klAtOnce(pair.p.values, pair.q.values, { normalize: true });
  return nats >= 0 ? nats : pair.sum(relativeEntropyTerm);
}

/** Up to here a call costs as much as the sum, so it is kept small; its plain sums still keep 15 digits. */
const short = 16;

/**
 * The divergence of the normalised vectors from Φ = Σ pᵢ ln(pᵢ/qᵢ) − pᵢ + qᵢ, Σ pᵢ and Σ qᵢ − pᵢ.
 *
 * @returns NaN unless p and q are probabilities of as many outcomes, and where digits are missing
 */
export function klAtOnce(p: Pmf, q: Pmf, options: KlOfVectorsOptions): number {
  const length = p?.length;
  if (length !== q?.length) return Number.NaN;
  if (!(length <= short)) return klOfLong(p, q, options);
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
  if (isOne(mass) && isOne(mass + excess)) return normalized(phi, mass, excess);
  return klOfSums(p, q, { phi, mass, excess }, options);
}

function klOfLong(p: Pmf, q: Pmf, options: KlOfVectorsOptions): number {
  if (!(p?.length > short)) return Number.NaN; // no vectors
  return klOfSums(p, q, relativeEntropySums(p, q, options.kernel), options);
}

const isOne = (sum: number): boolean => Math.abs(sum - 1) <= 1e-9;
const inRange = (sum: number): boolean => sum > 1e-200 && sum < 1e200;

function klOfSums(p: Pmf, q: Pmf, sums: RelativeEntropySums, options: PairOptions): number {
  const { phi, mass, excess } = sums;
  const other = mass + excess;
  const fine = options.normalize
    ? inRange(mass) && inRange(other)
    : isTotal(p, mass) && isTotal(q, other);
  return fine ? normalized(phi, mass, excess) : Number.NaN;
}

/** Φ/Zp − (r − ln(1 + r)) with r = (Zq − Zp)/Zp; NaN where the difference loses digits. */
function normalized(phi: number, mass: number, excess: number): number {
  const r = excess / mass;
  const value = phi / mass;
  // Of sums of probabilities, the series; its next term is below 1e-16 of it.
  const correction = Math.abs(r) < 1e-8 ? r * r * (0.5 - r / 3) : -log1pmx(r);
  return correction <= 0.2 * value ? value - correction : Number.NaN;
}
