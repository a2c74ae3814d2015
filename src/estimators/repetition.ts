import type { Points } from "./samples";

/** How often rows of two samples occur again. */
export interface Repetition {
  /** Share of the rows that occur more than once in their own sample, the greater of both. */
  readonly tied: number;
  /** Rows of xs that are also rows of ys. */
  readonly shared: number;
  /** The row that occurs most often in xs. */
  readonly mostOfX: Seen;
  /** The row that occurs most often in ys, of those that xs has too. */
  readonly mostOfY: Seen;
}

/** A row, by the place where it first stands. */
interface Seen {
  readonly row: number;
  readonly times: number;
}

const none: Seen = { row: 0, times: 0 };

/** Counts equal rows: in one sample they tell of rounding, in both of common draws. */
export function repetition(xs: Points, ys: Points): Repetition {
  const first = firstPlaces([xs, ys]);
  if (!first) return { tied: 0, shared: 0, mostOfX: { row: 0, times: 1 }, mostOfY: none };
  // By the place, in xs and then ys, where a row first stands.
  const inX = new Int32Array(first.length);
  const inY = new Int32Array(first.length);
  const firstInY = new Int32Array(first.length);
  for (let i = 0; i < xs.n; i++) inX[first[i]]++;
  for (let i = ys.n - 1; i >= 0; i--) {
    inY[first[xs.n + i]]++;
    firstInY[first[xs.n + i]] = i;
  }
  let shared = 0;
  let [mostOfX, mostOfY] = [none, none];
  for (let row = 0; row < xs.n; row++) {
    if (inX[row] > mostOfX.times) mostOfX = { row, times: inX[row] };
    if (inX[row] === 0 || inY[row] === 0) continue;
    shared += inX[row];
    if (inY[row] > mostOfY.times) mostOfY = { row: firstInY[row], times: inY[row] };
  }
  return { tied: Math.max(tied(inX) / xs.n, tied(inY) / ys.n), shared, mostOfX, mostOfY };
}

/** Rows that are not alone. */
function tied(counts: Int32Array): number {
  let sum = 0;
  for (const times of counts) if (times > 1) sum += times;
  return sum;
}

/**
 * For each row of the samples, one after the other, the place where it first stands; undefined where no row is repeated.
 *
 * By a table of places that a row's bits lead to; a place that is taken leads to the next.
 */
function firstPlaces(samples: readonly Points[]): Int32Array | undefined {
  const { d } = samples[0];
  const n = samples.reduce((sum, points) => sum + points.n, 0);
  const values = new Float64Array(n * d);
  let filled = 0;
  for (const points of samples) {
    values.set(points.values, filled);
    filled += points.values.length;
  }
  const bits = new Int32Array(values.buffer);
  const first = new Int32Array(n);
  let size = 4;
  while (size < 2 * n) size *= 2;
  const table = new Int32Array(size); // places plus 1; 0 is free
  let isRepeated = false;
  for (let row = 0; row < n; row++) {
    let slot = hashOf(bits, 2 * d * row, 2 * d) & (size - 1);
    while (table[slot] > 0 && !areEqual(values, (table[slot] - 1) * d, row * d, d)) {
      slot = (slot + 1) & (size - 1);
    }
    if (table[slot] > 0) isRepeated = true;
    else table[slot] = row + 1;
    first[row] = table[slot] - 1;
  }
  return isRepeated ? first : undefined;
}

function areEqual(values: Float64Array, a: number, b: number, d: number): boolean {
  for (let j = 0; j < d; j++) if (values[a + j] !== values[b + j]) return false;
  return true;
}

const signBit = 1 << 31;

/** Mixes the bits of some doubles, −0 as 0. */
function hashOf(bits: Int32Array, from: number, length: number): number {
  let hash = 0;
  for (let at = from; at < from + length; at += 2) {
    let [a, b] = [bits[at], bits[at + 1]];
    if ((a | b) === signBit) a = b = 0;
    hash = Math.imul(hash ^ a, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13) ^ b, 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash;
}
