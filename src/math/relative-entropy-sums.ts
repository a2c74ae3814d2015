import { arrayKind } from "./array-kind";
import { relativeEntropyTerm } from "./relative-entropy-term";
import { chunk, type Kernel, qAt, simdKernel, sumsAt } from "./simd/simd-kernel";

/**
 * Φ = Σ pᵢ ln(pᵢ/qᵢ) − pᵢ + qᵢ, Zp = Σ pᵢ and Zq − Zp = Σ qᵢ − pᵢ of two vectors, in one pass.
 *
 * NaN, all three, where an entry is no number, negative or NaN; an infinite one shows in `mass` or `excess`.
 */
export interface RelativeEntropySums {
  readonly phi: number;
  readonly mass: number;
  readonly excess: number;
}

const invalid: RelativeEntropySums = { phi: Number.NaN, mass: Number.NaN, excess: Number.NaN };

/** The terms of Φ are ≥ 0, so that only an infinite one leaves NaN (∞ − ∞) in its compensated sum. */
const termsSum = (phi: number): number => (Number.isNaN(phi) ? Number.POSITIVE_INFINITY : phi);

/** Kahan's sums: for terms ≥ 0 as good as Neumaier's, and without a branch. */
class Accumulator implements RelativeEntropySums {
  phi = 0;
  mass = 0;
  excess = 0;
  valid = true;
  /** Of numbers read ahead; it keeps the compiler from leaving the reads out. */
  readAhead = 0;
  #phiLow = 0;
  #massLow = 0;
  #excessLow = 0;

  add(phi: number, mass: number, excess: number): void {
    const a = phi - this.#phiLow;
    const nextPhi = this.phi + a;
    this.#phiLow = nextPhi - this.phi - a;
    this.phi = nextPhi;
    const b = mass - this.#massLow;
    const nextMass = this.mass + b;
    this.#massLow = nextMass - this.mass - b;
    this.mass = nextMass;
    const c = excess - this.#excessLow;
    const nextExcess = this.excess + c;
    this.#excessLow = nextExcess - this.excess - c;
    this.excess = nextExcess;
  }
}

// Below this the call into WebAssembly costs more than it saves.
const shortest = 24;
// Blocks so short that their plain sums keep 15 digits, and so long that a call costs little.
const block = 128;
// From this length on vectors come from main memory, and waiting for it costs as much as computing: between blocks it
// is asked for what comes next, evenly.
const longFrom = 2 ** 18;
const longBlock = 64;
// The kernel's arithmetic needs normal doubles. (Those too large show in the sums, which callers check.)
const least = 2 ** -1000;

/**
 * Sums by the kernel where there is one, and in TypeScript where there is none, or where it does not apply.
 *
 * @param kernel the realm's unless given; null for plain TypeScript
 */
export function relativeEntropySums(
  p: ArrayLike<number>,
  q: ArrayLike<number>,
  kernel: Kernel | null = simdKernel() ?? null,
): RelativeEntropySums {
  if (!kernel || p.length < shortest) return scalarSums(p, q);
  const sums = new Accumulator();
  const isLong = p.length >= longFrom && ArrayBuffer.isView(p) && ArrayBuffer.isView(q);
  for (let from = 0; from < p.length && sums.valid; from += chunk) {
    const to = Math.min(p.length, from + chunk);
    sums.valid = copy(p, from, to, kernel.memory, 0) && copy(q, from, to, kernel.memory, qAt);
    if (sums.valid) addChunk(kernel, to - from, sums, isLong ? { p, q, at: to } : undefined);
  }
  sums.phi = termsSum(sums.phi);
  return sums.valid ? sums : invalid;
}

/** Where long vectors go on. */
interface Rest {
  readonly p: ArrayLike<number>;
  readonly q: ArrayLike<number>;
  readonly at: number;
}

/** Adds the chunk in memory; meanwhile reads what comes next, if there is much. */
function addChunk(kernel: Kernel, length: number, sums: Accumulator, next: Rest | undefined): void {
  const { memory } = kernel;
  const whole = length - (length % 4);
  const step = next ? longBlock : block;
  let phi = 0;
  let mass = 0;
  let excess = 0;
  for (let start = 0; start < whole; start += step) {
    const count = Math.min(step, whole - start);
    if (next) {
      const from = next.at + start;
      sums.readAhead += sumOfLines(next.p, from, count) + sumOfLines(next.q, from, count);
    }
    kernel.sums(start, count);
    const part = memory[sumsAt];
    // NaN escapes the comparison of the kernel, but not its sums.
    if (memory[sumsAt + 3] >= least && !Number.isNaN(part)) {
      phi += part;
      mass += memory[sumsAt + 1];
      excess += memory[sumsAt + 2];
    } else addScalar(memory, start, start + count, sums);
  }
  sums.add(phi, mass, excess);
  if (whole < length) addScalar(memory, whole, length, sums);
}

/** One number of each cache line: memory delivers it while the kernel computes, instead of when the copy waits for it. */
function sumOfLines(v: ArrayLike<number>, from: number, count: number): number {
  const end = Math.min(from + count, v.length);
  let sum = 0;
  for (let i = from; i < end; i += 8) sum += v[i];
  return sum;
}

/** Pairs of the chunk in memory, one by one. */
function addScalar(memory: Float64Array, from: number, to: number, sums: Accumulator): void {
  for (let i = from; i < to; i++) {
    const a = memory[i];
    const b = memory[qAt + i];
    if (!(a >= 0 && b >= 0)) sums.valid = false;
    sums.add(relativeEntropyTerm(a, b, a - b), a, b - a);
  }
}

/** False where an entry is no number. */
function copy(
  v: ArrayLike<number>,
  from: number,
  to: number,
  memory: Float64Array,
  at: number,
): boolean {
  const kind = arrayKind(v);
  if (kind === "Float64Array" || kind === "Float32Array") {
    const floats = v as Float64Array;
    memory.set(from === 0 && to === v.length ? floats : floats.subarray(from, to), at);
    return true;
  }
  for (let i = from; i < to; i++) {
    const x = v[i];
    if (typeof x !== "number") return false;
    memory[at + i - from] = x;
  }
  return true;
}

function scalarSums(p: ArrayLike<number>, q: ArrayLike<number>): RelativeEntropySums {
  let phi = 0;
  let phiLow = 0;
  let mass = 0;
  let massLow = 0;
  let excess = 0;
  let excessLow = 0;
  for (let i = 0; i < p.length; i++) {
    const a = p[i];
    const b = q[i];
    if (typeof a !== "number" || typeof b !== "number" || !(a >= 0 && b >= 0)) return invalid;
    const d = a - b;
    const term = relativeEntropyTerm(a, b, d) - phiLow;
    const nextPhi = phi + term;
    phiLow = nextPhi - phi - term;
    phi = nextPhi;
    const share = a - massLow;
    const nextMass = mass + share;
    massLow = nextMass - mass - share;
    mass = nextMass;
    const change = -d - excessLow;
    const nextExcess = excess + change;
    excessLow = nextExcess - excess - change;
    excess = nextExcess;
  }
  return { phi: termsSum(phi), mass, excess };
}
