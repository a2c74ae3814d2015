/** A limit, and how far it may be off; NaN where there is none that could be told. */
export interface Limit {
  readonly value: number;
  readonly error: number;
}

const none: Limit = { value: Number.NaN, error: 0 };
const halvings = 12;
// Steps of the walk towards the place, in powers of ten.
const stride = 8;

/**
 * lim f(x) for x → a, by Richardson's extrapolation where f is smooth there, and by walking up to a where it is not.
 *
 * Each way says how far it may be off, and the surer one counts. f is tried on both sides of a, at ±∞ at whole numbers;
 * where it has values on one side alone, that side tells.
 *
 * @param f may be NaN where it has no value
 * @param a a number, Infinity or −Infinity
 * @returns ±Infinity where f grows beyond all bounds, NaN where the sides differ or nothing settles
 *
 * Source: L. F. Richardson, The deferred approach to the limit (1927).
 */
export function limitOf(f: (x: number) => number, a: number): Limit {
  if (Number.isNaN(a)) return none;
  if (!Number.isFinite(a)) {
    const sign = Math.sign(a);
    return fromSide((h) => f(sign * Math.round(1 / h)), 0.125, 1e-15);
  }
  const size = Math.max(1, Math.abs(a));
  const least = a === 0 ? 1e-300 : size * 1e-13;
  const [above, below] = [1, -1].map((s) => fromSide((h) => f(a + s * h), 0.125 * size, least));
  if (Number.isNaN(above.value)) return below;
  if (Number.isNaN(below.value)) return above;
  if (above.value === below.value) return above.error <= below.error ? above : below;
  if (!Number.isFinite(above.value - below.value)) return none;
  const error = above.error + below.error;
  const isOne = Math.abs(above.value - below.value) <= error + 1e-12 * Math.abs(above.value);
  if (!isOne) return none;
  return above.error <= below.error ? above : below;
}

/** The limit for h → 0 from above. */
function fromSide(f: (h: number) => number, start: number, least: number): Limit {
  const smooth = extrapolated(f, start);
  // Far up the way to a, cancelled digits agree with each other; nothing is gained there by walking.
  if (smooth && smooth.error <= 1e-8 * Math.max(1, Math.abs(smooth.value))) return smooth;
  const walked = walk(f, least);
  if (walked && !Number.isFinite(walked.value)) return walked;
  if (!walked) return smooth ?? none;
  return smooth && smooth.error <= walked.error ? smooth : walked;
}

/** Neville's table of f(start/2ᵏ) as a polynomial in h; the entry that agrees best with its neighbours. */
function extrapolated(f: (h: number) => number, start: number): Limit | undefined {
  let best: Limit | undefined;
  let row: number[] = [];
  for (let k = 0; k < halvings; k++) {
    const value = f(start / 2 ** k);
    if (!Number.isFinite(value)) {
      row = [];
      continue;
    }
    const next = [value];
    for (let j = 1; j <= row.length; j++) {
      const factor = 2 ** j;
      const entry = (factor * next[j - 1] - row[j - 1]) / (factor - 1);
      const error = Math.max(Math.abs(entry - next[j - 1]), Math.abs(entry - row[j - 1]));
      next.push(entry);
      if (j > 1 && (!best || error < best.error)) best = { value: entry, error };
    }
    row = next;
  }
  return best && { value: best.value, error: 30 * best.error };
}

/** Values ever nearer to the place: where three of them differ least, or ±∞ where they grow without rest. */
function walk(f: (h: number) => number, least: number): Limit | undefined {
  const values: number[] = [];
  const ratio = least < 1e-100 ? 10 ** -stride : 0.1;
  for (let h = 1e-2; h >= least; h *= ratio) {
    const value = f(h);
    if (!Number.isNaN(value)) values.push(value);
  }
  if (values.length < 4) return undefined;
  const unbounded = growth(values.slice(-8));
  if (unbounded !== undefined) return { value: unbounded, error: 0 };
  let best: Limit | undefined;
  for (let i = 2; i < values.length; i++) {
    const [a, b, c] = values.slice(i - 2, i + 1);
    if (![a, b, c].every(Number.isFinite)) continue;
    const error = 10 * Math.max(Math.abs(a - b), Math.abs(b - c));
    if (!best || error <= best.error) best = { value: c, error };
  }
  return best;
}

/** ±∞ for values that end there, or whose steps have one sign and do not shrink, as those of ln h. */
function growth(values: readonly number[]): number | undefined {
  const last = values[values.length - 1];
  if (!Number.isFinite(last)) {
    const isLasting = values.slice(-3).every((value) => value === last);
    return isLasting ? last : undefined;
  }
  if (!values.every(Number.isFinite)) return undefined;
  const steps = values.slice(1).map((value, i) => value - values[i]);
  const sign = Math.sign(last);
  const isOneWay = steps.every((step) => Math.sign(step) === sign) && sign !== 0;
  const isSteady = Math.abs(steps[steps.length - 1]) >= 0.95 * Math.abs(steps[0]);
  const isSeen = Math.abs(steps[0]) > 1e-9 * Math.abs(values[0]);
  return isOneWay && isSteady && isSeen ? sign * Number.POSITIVE_INFINITY : undefined;
}
